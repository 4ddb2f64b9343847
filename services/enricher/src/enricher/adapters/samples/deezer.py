"""Samples of Deezer, by the code of the recording: never by names, which are no proof (developers.deezer.com/api)."""

import asyncio
import re
from urllib.parse import quote

import aiohttp
import msgspec

from chassis.clock import Clock
from chassis.errors import Retryable
from chassis.retry import Sleep
from enricher.adapters.samples.server import SampleServer, SlidingWindow
from enricher.sample_ports import OtherSample, TrackFacts

_CALLS, _WINDOW_MS = 8, 1_000  # Deezer allows 50 calls in 5 s
_NO_DATA = 800
_ISRC = re.compile(r"[A-Z]{2}[A-Z0-9]{3}[0-9]{7}")


class _Error(msgspec.Struct, frozen=True):
    code: int


class _Refusal(msgspec.Struct, frozen=True):
    """Errors come with status 200."""

    error: _Error | None = None


class _Track(msgspec.Struct, frozen=True):
    """`preview` is empty where there is none."""

    id: int
    link: str
    preview: str


class DeezerSamples:
    """Implements SampleSource. Addresses of samples end after 900 s: ids are kept, addresses are asked for anew."""

    name = "deezer"

    def __init__(
        self, session: aiohttp.ClientSession, base_url: str, clock: Clock, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._server = SampleServer(session, "Deezer", base_url, SlidingWindow(_CALLS, _WINDOW_MS, clock, sleep))

    async def find(self, facts: TrackFacts) -> OtherSample | None:
        """The sample of the recording with this ISRC; None without one. Raises Retryable."""
        isrc = (facts.isrc or "").replace("-", "").upper()
        track = await self._track(f"isrc:{isrc}") if _ISRC.fullmatch(isrc) else None
        if track is None or self._preview(track) is None:
            return None
        return OtherSample("deezer", None, self._server.vetted(track.link, "deezer.com"), str(track.id))

    async def address(self, source_id: str) -> str | None:
        """An address that plays for 900 s, or None. Raises Retryable."""
        track = await self._track(quote(source_id, safe=""))
        return self._preview(track) if track else None

    async def _track(self, which: str) -> _Track | None:
        body = await self._server.get(f"/track/{which}")
        error = self._server.read(body, _Refusal).error
        if error is None:
            return self._server.read(body, _Track)
        if error.code == _NO_DATA:
            return None
        raise Retryable(f"Deezer refused with code {error.code}")  # 4: too many calls

    def _preview(self, track: _Track) -> str | None:
        return self._server.vetted(track.preview, "dzcdn.net") if track.preview else None
