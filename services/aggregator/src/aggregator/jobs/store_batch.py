"""Make one batch of the topic `plays` durable: the driver's part."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from operator import attrgetter, or_
from typing import NamedTuple

from pyspark.sql import DataFrame, Row
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.jobs import metrics
from aggregator.jobs.outcomes import ROWS, Outcome, PersonErased, PersonStored, Postponed, Unreadable, from_row
from aggregator.jobs.ports import Announcements
from aggregator.jobs.steps import Steps
from aggregator.jobs.stream_task import StreamTask
from chassis import context
from chassis.errors import Retryable
from chassis.retry import retry
from contracts.topics import Topic

_LOG = logging.getLogger(__name__)


class RawRecord(NamedTuple):
    """A record as it stood in the topic; `written_at` in unix ms UTC."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]
    written_at: int | None


class StoreBatch:
    """Consumes `plays-read.v1` and `upload-read.v1` from `plays`; emits `history-changed.v1`, `upload-stored.v1` and
    dead letters.

    Running it twice is safe: the tasks change nothing the second time (fold_person.py), and the same is said again.
    """

    def __init__(self, task: StreamTask, announcements: Announcements, progress: Callable[[], None]) -> None:
        self._task = task
        self._announcements = announcements
        self._progress = progress

    async def __call__(self, raw: DataFrame, batch_id: int) -> None:
        """Store the batch `raw` of Spark's Kafka source. Faults of the world are retried until they are over."""
        await retry(lambda: self._attempt(raw, batch_id))

    async def _attempt(self, raw: DataFrame, batch_id: int) -> None:
        steps = Steps()
        with steps.step("tasks"):
            outcomes = await asyncio.to_thread(self._run, raw)
        self._progress()
        with steps.step("announce"):
            for outcome in outcomes:
                await self._tell(outcome)
            postponed = [outcome for outcome in outcomes if isinstance(outcome, Postponed)]
            if postponed:
                raise Retryable(postponed[0].reason)
            await self._put_aside(raw, [outcome for outcome in outcomes if isinstance(outcome, Unreadable)])
        metrics.observe(steps.ms)
        self._progress()
        _LOG.info("batch stored", extra={"batch_id": batch_id, "outcomes": len(outcomes), "ms": steps.ms})

    def _run(self, raw: DataFrame) -> list[Outcome]:
        task = self._task
        rows = raw.mapInArrow(task, ROWS).collect()
        return [from_row(bytes(row.outcome)) for row in rows]

    async def _tell(self, outcome: Outcome) -> None:
        if isinstance(outcome, PersonStored):
            await self._tell_stored(outcome)
        elif isinstance(outcome, PersonErased):
            metrics.RECORDS.labels("erased").inc(outcome.records)

    async def _tell_stored(self, person: PersonStored) -> None:
        """The person's revision, also where nothing has changed: the saying may have been lost the first time."""
        metrics.count(person.counts)
        metrics.observe(person.ms)
        if person.revision:
            await self._announcements.history_changed(person.person_id, person.revision)
        for closed in person.closed:
            with context.working_on(closed.correlation_id, closed.traceparent):
                await self._announcements.upload_stored(closed.upload)
                told = {"upload_id": closed.upload.upload_id, "revision": closed.upload.revision}
                _LOG.info("upload stored", extra=told)
        told = {"revision": person.revision, "new": person.counts.new, "ms": person.ms}
        _LOG.info("person stored", extra=told)

    async def _put_aside(self, raw: DataFrame, unreadable: Sequence[Unreadable]) -> None:
        """Read the unreadable ones once more, for they may have megabytes, and send them to the dead letters."""
        if not unreadable:
            return
        reasons = {(each.partition, each.offset): each.reason for each in unreadable}
        records = await asyncio.to_thread(_found, raw, unreadable)
        while (record := await asyncio.to_thread(next, records, None)) is not None:
            metrics.RECORDS.labels("unreadable").inc()
            await self._announcements.unreadable(record, reasons[record.partition, record.offset])


def _found(raw: DataFrame, unreadable: Sequence[Unreadable]) -> Iterator[RawRecord]:
    """The records at these places, one after the other."""
    place = attrgetter("partition")
    places = groupby(sorted(unreadable, key=place), key=place)
    conditions = [
        (F.col("partition") == partition) & F.col("offset").isin([each.offset for each in group])
        for partition, group in places
    ]
    written_at = F.unix_millis("timestamp").alias("written_at")
    found = raw.where(reduce(or_, conditions)).select("partition", "offset", "key", "value", "headers", written_at)
    return map(_raw_record, found.toLocalIterator())


def _raw_record(row: Row) -> RawRecord:
    headers = [(header.key, bytes(header.value or b"")) for header in row.headers or ()]
    key, value = _bytes(row.key), _bytes(row.value)
    return RawRecord(Topic.PLAYS, row.partition, row.offset, key, value, headers, row.written_at)


def _bytes(value: bytearray | bytes | None) -> bytes | None:
    return None if value is None else bytes(value)
