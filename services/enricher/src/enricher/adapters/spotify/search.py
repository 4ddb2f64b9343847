"""Spotify's search by names, for exports without ids."""

from contextlib import suppress

from chassis.clock import Clock
from enricher.adapters.spotify.api import SpotifyApi
from enricher.adapters.spotify.ports import KnownAnswers
from enricher.adapters.spotify.stored import Unreadable, read
from enricher.domain.answers import Artist, FoundArtists, FoundShows, FoundTracks, Thing, Track
from enricher.domain.matching import matching_artist, matching_name, matching_track
from enricher.domain.search import artist_query, phrase, track_queries
from enricher.domain.titles import names_key

_LIMIT = "10"
"""The most that an application in development mode may ask for."""


class SpotifySearch:
    """Each question is asked narrowly, then more widely; nothing is taken that is not what was asked for."""

    def __init__(self, api: SpotifyApi, market: str, answers: KnownAnswers, clock: Clock) -> None:
        self._api = api
        self._market = market
        self._answers = answers
        self._clock = clock

    async def track(self, artist: str, title: str) -> Track | None:
        """The track of these names, or None. Raises CatalogueBlocked and Retryable."""
        known = await self._answers.named(names_key(artist, title), self._clock())
        if known is not None:
            with suppress(Unreadable):
                return read(known, Track)
        for query in track_queries(artist, title):
            found = await self._api.get("search", "/v1/search", self._params("track", query), FoundTracks)
            track = matching_track(found.tracks.items if found else [], artist, title)
            if track:
                return track
        return None

    async def artist(self, name: str) -> Artist | None:
        """The artist of exactly this name, or None. Raises CatalogueBlocked and Retryable."""
        if not phrase(name):
            return None  # of syntax only: nothing that search could be asked
        found = await self._api.get("search", "/v1/search", self._params("artist", artist_query(name)), FoundArtists)
        return matching_artist(found.artists.items if found else [], name)

    async def show(self, name: str) -> Thing | None:
        """The show of exactly this name, or None. Raises CatalogueBlocked and Retryable."""
        if not phrase(name):
            return None
        found = await self._api.get("search", "/v1/search", self._params("show", phrase(name)), FoundShows)
        return matching_name(found.shows.items if found else [], name)

    def _params(self, kind: str, query: str) -> dict[str, str]:
        return {"q": query, "type": kind, "limit": _LIMIT, "market": self._market}
