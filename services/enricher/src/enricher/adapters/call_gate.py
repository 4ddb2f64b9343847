"""The gate that every call to Spotify passes: lock-outs, pauses, the pace, the day's budget, calls in flight."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from chassis.clock import Clock
from chassis.retry import Sleep
from enricher.adapters.spotify_ports import Ledger
from enricher.domain.budget import TokenBucket, day_of, next_day_ms
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
        self._held_until = dict.fromkeys((EVERYTHING, OPEN_SITE), 0)

    @asynccontextmanager
    async def passing(self, family: str) -> AsyncIterator[None]:
        """Wait until a call of the family may be made, and hold its place meanwhile.

        Raises CatalogueBlocked in a lock-out and when the day's budget is used up, Retryable without the turn.
        """
        await self._refuse_if_blocked(family)
        bucket = self._buckets.setdefault(family, TokenBucket(self._pace.per_second))
        await self._wait_ms(bucket.take(self._clock()))
        async with self._slots:
            while (wait := self._held_until[_scope(family)] - self._clock()) > 0:
                await self._wait_ms(wait)
            await self._refuse_if_blocked(family)  # others may have been locked out meanwhile
            await self._spend(family)
            yield

    def hold(self, family: str, seconds: int) -> None:
        """Let nothing pass for so long that has its limit together with the family."""
        scope = _scope(family)
        self._held_until[scope] = max(self._held_until[scope], self._clock() + seconds * 1000)

    async def lock_out(self, family: str, seconds: int, reason: str) -> CatalogueBlocked:
        """Let no call of the family pass for so long, whatever happens to this process; what to raise."""
        until = self._clock() + seconds * 1000
        await self._ledger.block(family, until, reason)
        return CatalogueBlocked(until)

    async def _refuse_if_blocked(self, family: str) -> None:
        until = max([await self._ledger.until(name) for name in {family, _scope(family)}])
        if until > self._clock():
            raise CatalogueBlocked(until)

    async def _spend(self, family: str) -> None:
        now = self._clock()
        if not await self._ledger.count(family, day_of(now), self._pace.a_day.get(family)):
            await self._ledger.block(family, next_day_ms(now), "the day's budget is used up")
            raise CatalogueBlocked(next_day_ms(now))

    async def _wait_ms(self, milliseconds: float) -> None:
        if milliseconds > 0:
            await self._sleep(milliseconds / 1000)


def _scope(family: str) -> str:
    """Whose limit of the rate it is."""
    return OPEN_SITE if family == OPEN_SITE else EVERYTHING
