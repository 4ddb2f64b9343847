"""From an export's names and ids to media, at as few calls as can be (spotify.md 0, 3 and 5)."""

from contextlib import suppress
from typing import NamedTuple

from msgspec import UNSET, structs

from chassis.clock import Clock
from chassis.errors import Retryable
from contracts.messages.media import MediaItem
from contracts.spotify_ids import is_spotify_id
from enricher.adapters.samples.other import OtherSamples
from enricher.adapters.spotify.api import SpotifyApi
from enricher.adapters.spotify.by_id import MOST_IDS, ById
from enricher.adapters.spotify.oembed import OEmbed
from enricher.adapters.spotify.ports import Abilities
from enricher.adapters.spotify.search import SpotifySearch
from enricher.domain.answers import Artist, Episode, Track
from enricher.domain.matching import is_nobody, matching_artist
from enricher.domain.media import Media, of_thing, of_track
from enricher.ports import CatalogueBlocked

PREVIEWS = "previews"
"""Whether Spotify still sends this application previews with its tracks."""


class WebApi(NamedTuple):
    """The calls that need an application."""

    api: SpotifyApi
    tracks: ById[Track]
    artists: ById[Artist]
    search: SpotifySearch


class SpotifyCatalogue:
    """Implements Catalogue for an instance with an application. One track's answer serves cover, album and artist."""

    def __init__(
        self,
        web: WebApi,
        oembed: OEmbed,
        samples: OtherSamples,
        abilities: Abilities,
        *,
        market: str,
        embed_url: str,
        in_flight: int,
        clock: Clock,
    ) -> None:
        self._web = web
        self._oembed = oembed
        self._samples = samples
        self._abilities = abilities
        self._market = market
        self._embed_url = embed_url
        self._in_flight = in_flight
        self._clock = clock

    async def find(self, item: MediaItem) -> Media | None:
        """Media of `item`, or None. Raises CatalogueBlocked and Retryable."""
        match item.kind:
            case "track":
                return await self._track(item)
            case "album":
                return await self._album(item)
            case "artist":
                return await self._artist(item)
            case "show":
                return await self._show(item)

    async def at_once(self) -> int:
        """Twice the calls in flight, for an artist takes two; what fills a batch where batches may be asked for.

        No more: what is in hand goes before whatever is looked at next.
        """
        return MOST_IDS if await self._web.tracks.may_batch() else self._in_flight * 2

    async def _track(self, item: MediaItem) -> Media | None:
        if item.sample_id is None:
            return await self._of_track(await self._searched(item))
        if not is_spotify_id(item.sample_id):
            return None
        if await self._needs_the_answer(item.sample_id):
            try:
                return await self._of_track(await self._by_id(item.sample_id))
            except (CatalogueBlocked, Retryable):
                return _for_now(await self._oembed.track(item.sample_id))
        return await self._by_oembed_first(item)

    async def _album(self, item: MediaItem) -> Media | None:
        if item.sample_id is None or not is_spotify_id(item.sample_id):
            return None  # an export without ids names no albums
        if await self._web.tracks.at_hand(item.sample_id):
            track = await self._by_id(item.sample_id)
            return of_thing(track.album) if track else None
        return await self._by_oembed_first(item)

    async def _artist(self, item: MediaItem) -> Media | None:
        if is_nobody(item.artist):
            return None
        track = await self._by_id(item.sample_id) if item.sample_id else None
        named = matching_artist([*track.artists, *track.album.artists], item.artist) if track else None
        if named is None:
            named = await self._web.search.artist(item.artist)
        if named is None:
            return None
        if named.images is not None:
            await self._web.artists.keep({named.id: named})
            return of_thing(named)
        if await self._web.artists.may_batch() is False:
            with suppress(CatalogueBlocked, Retryable):
                return await self._oembed.artist(named.id)
        artist = await self._web.artists.get(named.id)
        return of_thing(artist) if artist else None

    async def _show(self, item: MediaItem) -> Media | None:
        if item.sample_id is None:
            show = await self._web.search.show(item.artist)
            return of_thing(show) if show else None
        if not is_spotify_id(item.sample_id):
            return None
        path, params = f"/v1/episodes/{item.sample_id}", {"market": self._market}
        try:
            episode = await self._web.api.get("episodes", path, params, Episode)
        except (CatalogueBlocked, Retryable):
            return _for_now(await self._oembed.episode(item.sample_id))
        if episode and episode.show:
            return of_thing(episode.show)
        return await self._oembed.episode(item.sample_id)  # a chapter of a book stands in no show

    async def _needs_the_answer(self, track_id: str) -> bool:
        """Whether oEmbed does not suffice: the answer may have a preview, names a recording, or costs nothing."""
        if self._samples.wanted or await self._abilities.get(PREVIEWS, self._clock()) is not False:
            return True
        return bool(await self._web.tracks.may_batch()) or await self._web.tracks.at_hand(track_id)

    async def _by_oembed_first(self, item: MediaItem) -> Media | None:
        """A song or an album by the id of a track."""
        track_id = item.sample_id or ""
        try:
            return await (self._oembed.track(track_id) if item.kind == "track" else self._oembed.cover(track_id))
        except (CatalogueBlocked, Retryable):
            track = await self._by_id(track_id)
        if track is None or item.kind == "track":
            return await self._of_track(track)
        return of_thing(track.album)

    async def _by_id(self, track_id: str) -> Track | None:
        track = await self._web.tracks.get(track_id)
        if track and track.preview_url is not None and await self._abilities.get(PREVIEWS, self._clock()) is None:
            sent = track.preview_url is not UNSET  # null is of this track only
            await self._abilities.learn(PREVIEWS, self._clock(), allowed=sent)
        return track

    async def _searched(self, item: MediaItem) -> Track | None:
        if is_nobody(item.artist):
            return None
        track = await self._web.search.track(item.artist, item.title or "")
        if track:
            await self._web.tracks.keep({track.id: track})
        return track

    async def _of_track(self, track: Track | None) -> Media | None:
        if track is None:
            return None
        media = of_track(track, self._embed_url)
        return await self._samples.added(media, track) if self._samples.wanted else media


def _for_now(media: Media | None) -> Media | None:
    """Something better can be had when the fault or the lock-out is over."""
    return structs.replace(media, for_now=True) if media else None
