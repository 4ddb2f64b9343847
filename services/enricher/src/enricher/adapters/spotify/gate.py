"""The gate that every call to Spotify passes: lock-outs, pauses, the pace, the day's budget, calls in flight."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from chassis.clock import Clock
from chassis.errors import Retryable
from chassis.retry import Sleep
from enricher.adapters.spotify.ports import Ledger
from enricher.domain.budget import Hold, Outage, TokenBucket, day_of, next_day_ms
from enricher.ports import CatalogueBlocked

EVERYTHING = "everything"
"""The family that stands for the whole application."""
OPEN_SITE = "oembed"
"""The family that knows nothing of the application: what that one may not, leaves it alone."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Calls a second of each family (0: as fast as can be), calls in flight, calls a day by family (absent: any)."""

    per_second: float
    in_flight: int
    a_day: Mapping[str, int]


class CallGate:
    """Lets calls pass, family by family. What it refuses costs no call."""

    def __init__(self, pace: Pace, ledger: Ledger, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        self._pace = pace
        self._ledger = ledger
        self._clock = clock
        self._sleep = sleep
        self._slots = asyncio.Semaphore(pace.in_flight)
        self._buckets: dict[str, TokenBucket] = {}
        self._holds = {EVERYTHING: Hold(), OPEN_SITE: Hold()}
        self._outages = {EVERYTHING: Outage(), OPEN_SITE: Outage()}

    async def refuse_if_closed(self, family: str) -> None:
        """Raise CatalogueBlocked in a lock-out of the family, Retryable in an outage."""
        left_ms = self.outage(family).left_ms(self._clock())
        if left_ms > 0:
            raise Retryable(f"Spotify does not answer; it is asked again in {left_ms / 1000:.0f} s")
        until = max([await self._ledger.until(name) for name in {family, _scope(family)}])
        if until > self._clock():
            raise CatalogueBlocked(until)

    @asynccontextmanager
    async def passing(self, family: str) -> AsyncIterator[None]:
        """Wait until a call of the family may be made, and hold its place meanwhile.

        Raises CatalogueBlocked in a lock-out and when the day's budget is used up, Retryable in an outage, TurnLost.
        """
        await self._take_slot(family)
        try:
            await self.refuse_if_closed(family)
            await self._spend(family)
            yield
        finally:
            self._slots.release()

    def hold(self, family: str, seconds: int) -> None:
        """Let nothing pass for so long that has its limit together with the family."""
        self._holds[_scope(family)].until(self._clock(), seconds)

    def is_held(self, family: str) -> bool:
        """Whether everybody waits already."""
        return self._holds[_scope(family)].left_ms(self._clock()) > 0

    def outage(self, family: str) -> Outage:
        """Whether the server of this family answers."""
        return self._outages[_scope(family)]

    async def lock_out(self, family: str, seconds: int, reason: str) -> CatalogueBlocked:
        """Let no call of the family pass for so long, whatever happens to this process; what to raise."""
        until = self._clock() + seconds * 1000
        await self._ledger.block(family, until, reason)
        return CatalogueBlocked(until)

    async def _take_slot(self, family: str) -> None:
        """Nobody keeps a slot while waiting: who waits for one limit must not hold up who has another."""
        hold = self._holds[_scope(family)]
        bucket = self._buckets.setdefault(family, TokenBucket(self._pace.per_second))
        while True:
            await self.refuse_if_closed(family)
            await self._wait_ms(hold.left_ms(self._clock()))
            await self._wait_ms(bucket.take(self._clock()))
            await self._slots.acquire()
            if not self.is_held(family):
                return
            self._slots.release()

    async def _spend(self, family: str) -> None:
        """The budget is ours, so it is no lock-out: whoever raises it goes on at once."""
        now = self._clock()
        if not await self._ledger.count(family, day_of(now), self._pace.a_day.get(family)):
            raise CatalogueBlocked(next_day_ms(now))

    async def _wait_ms(self, milliseconds: float) -> None:
        if milliseconds > 0:
            await self._sleep(milliseconds / 1000)


def _scope(family: str) -> str:
    """Whose limit of the rate it is."""
    return OPEN_SITE if family == OPEN_SITE else EVERYTHING
