"""Wires whoever knows pictures and samples, as the settings allow."""

import asyncio
from typing import NamedTuple

import aiohttp

from chassis.clock import Clock
from chassis.retry import Sleep
from contracts.samples import OtherSource
from enricher.adapters.samples.deezer import DeezerSamples
from enricher.adapters.samples.itunes import ItunesSamples
from enricher.adapters.samples.other import OtherSamples
from enricher.adapters.spotify.api import SpotifyApi
from enricher.adapters.spotify.by_id import ById, Kind
from enricher.adapters.spotify.catalogue import SpotifyCatalogue, WebApi
from enricher.adapters.spotify.gate import CallGate, Pace
from enricher.adapters.spotify.keyless import KeylessCatalogue
from enricher.adapters.spotify.oembed import OEmbed
from enricher.adapters.spotify.ports import Abilities, KnownAnswers, Ledger
from enricher.adapters.spotify.search import SpotifySearch
from enricher.adapters.spotify.token import Application, AppTokens
from enricher.adapters.spotify.vetted import VettedCatalogue
from enricher.domain.answers import Artist, Artists, Track, Tracks
from enricher.domain.titles import names_key
from enricher.ports import Catalogue
from enricher.sample_ports import SampleSource
from enricher.settings import PaceSettings, SampleSettings, SpotifySettings


class Kept(NamedTuple):
    """What is remembered between calls."""

    ledger: Ledger
    answers: KnownAnswers
    abilities: Abilities


class World(NamedTuple):
    """What calls are made with."""

    session: aiohttp.ClientSession
    clock: Clock
    sleep: Sleep = asyncio.sleep


def samples_of(settings: SampleSettings, market: str, world: World) -> OtherSamples:
    """The sources of samples that are turned on."""
    known: dict[OtherSource, SampleSource] = {
        "deezer": DeezerSamples(world.session, settings.deezer_url, world.clock, world.sleep),
        "itunes": ItunesSamples(world.session, settings.itunes_url, market, world.clock, world.sleep),
    }
    return OtherSamples([known[name] for name in settings.sources()])


def catalogue_of(
    spotify: SpotifySettings, pace: PaceSettings, samples: OtherSamples, kept: Kept, world: World
) -> Catalogue:
    """Spotify with the application's credentials; what it tells everybody where there are none."""
    return VettedCatalogue(_catalogue(spotify, pace, samples, kept, world), spotify.open_url)


def _catalogue(
    spotify: SpotifySettings, pace: PaceSettings, samples: OtherSamples, kept: Kept, world: World
) -> Catalogue:
    gate = CallGate(Pace(pace.per_second, pace.in_flight, pace.budgets()), kept.ledger, world.clock, world.sleep)
    open_site = SpotifyApi(world.session, spotify.open_url, None, gate, world.clock, world.sleep)
    oembed = OEmbed(open_site, spotify.open_url, kept.answers, world.clock)
    if not spotify.client_id:
        return KeylessCatalogue(oembed, pace.in_flight)
    return SpotifyCatalogue(
        _web(spotify, gate, kept, world),
        oembed,
        samples,
        kept.abilities,
        market=spotify.market,
        embed_url=f"{spotify.open_url}/embed",
        in_flight=pace.in_flight,
        clock=world.clock,
    )


def _web(spotify: SpotifySettings, gate: CallGate, kept: Kept, world: World) -> WebApi:
    application = Application(spotify.client_id, spotify.client_secret, spotify.accounts_url)
    tokens = AppTokens(world.session, application, world.clock)
    api = SpotifyApi(world.session, spotify.api_url, tokens, gate, world.clock, world.sleep)
    tracks = Kind("tracks", Track, Tracks, _track_names)
    artists = Kind("artists", Artist, Artists, lambda _: None)
    return WebApi(
        api,
        ById(api, tracks, {"market": spotify.market}, kept.answers, kept.abilities, world.clock),
        ById(api, artists, {}, kept.answers, kept.abilities, world.clock),
        SpotifySearch(api, spotify.market, kept.answers, world.clock),
    )


def _track_names(track: Track) -> str | None:
    """By its first artist and its title a track is found again for who has no id."""
    return names_key(track.artists[0].name, track.name) if track.artists else None
