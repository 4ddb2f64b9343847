"""Samples of the iTunes Store, by names and playing time (performance-partners.apple.com/search-api)."""

import asyncio

import aiohttp
import msgspec

from chassis.clock import Clock
from chassis.retry import Sleep
from enricher.adapters.samples.server import SampleServer, SlidingWindow
from enricher.domain.names import normalised
from enricher.domain.titles import title_of
from enricher.sample_ports import OtherSample, TrackFacts

_CALLS, _WINDOW_MS = 15, 60_000  # Apple allows about 20 calls a minute
_SAME_RECORDING_MS = 3_000


class Song(msgspec.Struct, frozen=True, rename="camel"):
    """A song as Apple sends it; what cannot be bought alone has no address or no time."""

    track_id: int
    track_name: str
    artist_name: str
    track_time_millis: int | None = None
    track_view_url: str | None = None
    preview_url: str | None = None


class _Songs(msgspec.Struct, frozen=True):
    results: list[Song]


class ItunesSamples:
    """Implements SampleSource. Addresses of samples stay; they differ by the store's country, `market` (ISO 3166)."""

    name = "itunes"

    def __init__(
        self, session: aiohttp.ClientSession, base_url: str, market: str, clock: Clock, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._server = SampleServer(session, "iTunes", base_url, SlidingWindow(_CALLS, _WINDOW_MS, clock, sleep))
        self._market = market

    async def find(self, facts: TrackFacts) -> OtherSample | None:
        """The sample of the first song that is the same, and has a link to the store. Raises Retryable.

        Apple's terms allow samples only beside such a link.
        """
        term = " ".join(f"{facts.artist} {facts.title}".split())
        found = await self._songs("/search", [("term", term), ("media", "music"), ("entity", "song"), ("limit", "25")])
        for song in found:
            if is_same(song, facts) and song.preview_url and song.track_view_url:
                url = self._server.vetted(song.preview_url, "itunes.apple.com")
                link = self._server.vetted(song.track_view_url, "apple.com")
                return OtherSample("itunes", url, link, str(song.track_id))
        return None

    async def address(self, source_id: str) -> str | None:
        """The address of this song's sample as the store has it now, or None. Raises Retryable."""
        songs = await self._songs("/lookup", [("id", source_id)])
        url = next((song.preview_url for song in songs if str(song.track_id) == source_id), None)
        return self._server.vetted(url, "itunes.apple.com") if url else None

    async def _songs(self, path: str, params: list[tuple[str, str]]) -> list[Song]:
        """Apple keeps answers for a day by the letters of the address, so parameters have a fixed order."""
        body = await self._server.get(path, [*params, ("country", self._market)])
        return self._server.read(body, _Songs).results


def is_same(song: Song, facts: TrackFacts) -> bool:
    """Whether names tell the same recording, and playing times too where one is asked for: to 3 s.

    Names alone are not enough: live and edited versions often bear the same.
    """
    same_artist = normalised(song.artist_name) == normalised(facts.artist)
    if not same_artist or not title_of(song.track_name).is_same_recording(title_of(facts.title)):
        return False
    if facts.duration_ms is None:
        return True
    length = song.track_time_millis
    return length is not None and abs(length - facts.duration_ms) <= _SAME_RECORDING_MS
