"""Pictures without any credentials: Spotify's oEmbed (spotify.md 3.1)."""

import asyncio
from contextlib import suppress
from typing import Literal

import msgspec

from chassis.clock import Clock
from enricher.adapters.spotify.api import SpotifyApi
from enricher.adapters.spotify.gate import OPEN_SITE
from enricher.adapters.spotify.ports import KnownAnswers
from enricher.adapters.spotify.stored import Unreadable, read
from enricher.domain.answers import Embed
from enricher.domain.media import Media, Preview, embedded, of_embed

_Kind = Literal["track", "episode", "artist"]


class OEmbed:
    """Knows covers of tracks and episodes, and pictures of artists, by id; nothing is asked twice.

    Each method raises CatalogueBlocked and Retryable, and gives None for an unknown id.
    """

    def __init__(self, open_site: SpotifyApi, open_url: str, answers: KnownAnswers, clock: Clock) -> None:
        """`open_url` is where people see and hear things."""
        self._open_site = open_site
        self._open_url = open_url
        self._answers = answers
        self._clock = clock
        self._flying: dict[str, asyncio.Task[Embed | None]] = {}

    async def track(self, item_id: str) -> Media | None:
        """A track with its cover, and Spotify's player as sample."""
        return await self._media("track", item_id, embedded(item_id, f"{self._open_url}/embed"))

    async def cover(self, track_id: str) -> Media | None:
        """The album that the track is on: the cover is the same."""
        return await self._media("track", track_id)

    async def episode(self, item_id: str) -> Media | None:
        """An episode, which mostly has the picture of its show."""
        return await self._media("episode", item_id)

    async def artist(self, item_id: str) -> Media | None:
        """An artist."""
        return await self._media("artist", item_id)

    async def _media(self, kind: _Kind, item_id: str, preview: Preview | None = None) -> Media | None:
        uri = f"spotify:{kind}:{item_id}"
        flying = self._flying.get(uri)
        if flying is None:
            flying = self._flying[uri] = asyncio.create_task(self._embed(uri))
            flying.add_done_callback(lambda _: self._flying.pop(uri, None))
        embed = await asyncio.shield(flying)
        return of_embed(embed, item_id, f"{self._open_url}/{kind}/{item_id}", preview) if embed else None

    async def _embed(self, uri: str) -> Embed | None:
        known = await self._answers.get(OPEN_SITE, [uri], self._clock())
        if uri in known:
            with suppress(Unreadable):
                return read(known[uri], Embed)
        embed = await self._open_site.get(OPEN_SITE, "/oembed", {"url": uri}, Embed)
        kept = None if embed is None else msgspec.json.encode(embed)
        await self._answers.put(OPEN_SITE, {uri: (kept, None)}, self._clock())
        return embed
