"""Forgets stored answers that nobody will ask for any more."""

from aggregator.ports import AnswerStore
from chassis.clock import Clock
from chassis.rounds import every

BATCH = 1_000
PAUSE_S = 60.0


class ExpireAnswers:
    """Deletes expired answers, a bounded number at a time. Running it twice is safe: what is gone is gone."""

    def __init__(self, answers: AnswerStore, clock: Clock) -> None:
        self._answers = answers
        self._clock = clock

    async def __call__(self) -> int:
        """Delete all that have expired by now; how many these were."""
        now, deleted = self._clock(), 0
        while True:
            batch = await self._answers.delete_expired(now, BATCH)
            deleted += batch
            if batch < BATCH:
                return deleted

    async def run(self) -> None:
        """Do so once a minute until cancelled."""
        await every(PAUSE_S, self)
