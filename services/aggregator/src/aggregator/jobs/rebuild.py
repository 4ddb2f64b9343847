"""The batch job: cut every segment anew from the plays, after a change of rule or of columns."""

import asyncio
import logging
from functools import partial

from pyspark.sql import DataFrame, SparkSession

from aggregator.jobs.outcomes import ROWS, Outcome, PersonStored, from_row
from aggregator.jobs.ports import Announcements, PlayStores
from aggregator.jobs.rebuild_task import RebuildTask
from chassis.retry import retry

_LOG = logging.getLogger(__name__)

PEOPLE_A_TASK = 16
"""So few that a lost task costs seconds and all cores have work until the end."""


class Rebuild:
    """Spreads people over the tasks of one job. Running it twice, and beside the stream, is safe (rebuild_task.py).

    Emits `history-changed.v1` where segments were written. No number changes by it.
    """

    def __init__(self, spark: SparkSession, stores: PlayStores, announcements: Announcements) -> None:
        self._spark = spark
        self._stores = stores
        self._announcements = announcements

    async def run(self, person_id: str | None) -> None:
        """Rebuild one person, or everybody."""
        people = [person_id] if person_id else await retry(self._everybody)
        outcomes = await asyncio.to_thread(self._run, people) if people else []
        changed = [each for each in outcomes if isinstance(each, PersonStored) and each.counts.segments]
        for person in changed:
            await retry(partial(self._announcements.history_changed, person.person_id, person.revision))
        segments = sum(person.counts.segments for person in changed)
        _LOG.info("all rebuilt", extra={"people": len(people), "changed": len(changed), "segments": segments})

    async def _everybody(self) -> list[str]:
        async with self._stores.open() as store:
            return await store.everybody()

    def _run(self, people: list[str]) -> list[Outcome]:
        task = RebuildTask(self._stores)
        rows = self._frame(people).mapInArrow(task, ROWS).collect()
        return [from_row(bytes(row.outcome)) for row in rows]

    def _frame(self, people: list[str]) -> DataFrame:
        parts = -(-len(people) // PEOPLE_A_TASK)
        return self._spark.createDataFrame([(each,) for each in people], "person_id string").repartition(parts)
