"""Now and then: build the segments that were left behind by a crash, or by an upload whose end does not come."""

import asyncio
import logging

from aggregator.jobs.build_years import BuildYears
from aggregator.jobs.ports import PlayStore
from aggregator.jobs.steps import Steps
from chassis.clock import Clock
from chassis.retry import retry

_LOG = logging.getLogger(__name__)

PATIENCE_MS = 30_000
PAUSE_S = 5.0
MOST_PEOPLE = 8


class Sweep:
    """Consumes marks older than `PATIENCE_MS`. Running it twice is safe, as `BuildYears` is."""

    def __init__(self, store: PlayStore, build_years: BuildYears, clock: Clock) -> None:
        self._store = store
        self._build_years = build_years
        self._clock = clock

    async def run(self) -> None:
        """Sweep again and again until cancelled."""
        while True:
            if not await retry(self.once):
                await asyncio.sleep(PAUSE_S)

    async def once(self) -> int:
        """Build for some of those who have waited for long; how many. Raises Retryable."""
        people = await self._store.waiting(self._clock() - PATIENCE_MS, MOST_PEOPLE)
        if people:
            await self._build_years(people, {}, {}, Steps())
            _LOG.info("swept", extra={"people": len(people)})
        return len(people)
