"""The enricher's sources of samples with their stand-ins on the other side, and one clock for both."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp.test_utils import TestServer

from enricher.adapters.samples.deezer import DeezerSamples
from enricher.adapters.samples.itunes import ItunesSamples
from enricher.sample_ports import SampleSource, TrackFacts
from tests.harness.sample_sources import SampleSources

NOW = 1_790_000_000_000
SOURCES = ["deezer", "itunes"]
FERRY = TrackFacts("Oba Tunde Trio", "Slow Ferry", "ZZNKL2600004", 214_000)
"""Both sources know it, as number 310004, among decoys."""


class SampleRoom:
    """Only sleeping moves the clock; `asked` is what the stand-ins were asked."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.now, self.session, self.world = NOW, session, SampleSources(lambda: self.now)
        self.switches, self.asked = self.world.switches, self.world.asked

    def open(self, address: str) -> None:
        """The stand-ins answer at `address`."""
        self.address = address
        self.sources: dict[str, SampleSource] = {
            "deezer": DeezerSamples(self.session, f"{address}/deezer", lambda: self.now, self.sleep),
            "itunes": ItunesSamples(self.session, f"{address}/itunes", "DE", lambda: self.now, self.sleep),
        }

    async def sleep(self, seconds: float) -> None:
        """No time passes but on the clock."""
        self.now += round(seconds * 1000)

    def switch(self, **positions: object) -> None:
        """Put the stand-ins' switches into these positions."""
        for switch, position in positions.items():
            assert hasattr(self.switches, switch)
            setattr(self.switches, switch, position)

    async def plays(self, address: str) -> bool:
        """Whether a player gets its sound there."""
        async with self.session.get(address) as answer:
            return answer.status == 200


@asynccontextmanager
async def sample_room() -> AsyncIterator[SampleRoom]:
    """A room whose stand-ins answer."""
    async with aiohttp.ClientSession() as session:
        room = SampleRoom(session)
        async with TestServer(room.world.app) as server:
            room.open(str(server.make_url("")).rstrip("/"))
            yield room
