"""Standings beside the stream: computed when they are due, and never in the way of an import."""

import logging
from collections.abc import Awaitable, Callable

from py4j.protocol import Py4JError  # type: ignore[import-untyped]  # ships no types
from pyspark.errors import PySparkException

from aggregator.domain.standings_state import StandingsState
from chassis.clock import Clock
from chassis.rounds import every

_LOG = logging.getLogger(__name__)

PAUSE_S = 10.0
"""Between two looks: so soon after somebody left the standings of the others are computed anew."""


class StandingsSchedule:
    """Runs `run`, the job, when its state says so (domain/standings_state.py), at most every `every_ms`.

    Running it twice is safe, as the job is. A job that fails is logged and tried again in its turn: imports, which the
    same process makes durable, do not wait until a history can be read again.
    """

    def __init__(
        self,
        run: Callable[[], Awaitable[None]],
        state: Callable[[], Awaitable[StandingsState]],
        clock: Clock,
        every_ms: int,
    ) -> None:
        self._run = run
        self._state = state
        self._clock = clock
        self._every_ms = every_ms
        self._failed_at: int | None = None

    async def run(self) -> None:
        """Look and run, again and again, until cancelled."""
        await every(PAUSE_S, self.look)

    async def look(self) -> bool:
        """Run the job if it is due; whether it did. Raises Retryable."""
        state, now = await self._state(), self._clock()
        if self._failed_at is not None and now - self._failed_at < self._every_ms:
            return False
        if not state.due(now, self._every_ms):
            return False
        try:
            await self._run()
        except (PySparkException, Py4JError):
            _LOG.exception("no standings this time")
            self._failed_at = now
            return False
        self._failed_at = None
        return True
