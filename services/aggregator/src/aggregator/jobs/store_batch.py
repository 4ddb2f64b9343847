"""Make one batch of the topic `plays` durable."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Iterator

from pyspark.sql import DataFrame

from aggregator.domain.stored import SeenMarker
from aggregator.jobs.batch import Batch, RawRecord, as_marker, fault
from aggregator.jobs.build_years import BuildYears
from aggregator.jobs.ports import Announcements, PlayStore, Tables
from aggregator.jobs.steps import PLAYS, Steps
from chassis import context
from chassis.retry import retry
from contracts.codec import UnreadableMessage

_LOG = logging.getLogger(__name__)
TOKEN_BYTES = 8


class StoreBatch:
    """Consumes `plays-read.v1` and `upload-read.v1` from `plays`; emits what `BuildYears` does.

    Running it twice is safe: plays are folded in under their identity, records and end markers are noted once, segments
    are absolute values. A crash between the two transactions leaves marks, which the next run or the sweep works off.
    Segments wait for the end marker of an upload that is still coming in.
    """

    def __init__(
        self,
        tables: Tables,
        store: PlayStore,
        build_years: BuildYears,
        announcements: Announcements,
        progress: Callable[[], None],
    ) -> None:
        self._tables = tables
        self._store = store
        self._build_years = build_years
        self._announcements = announcements
        self._progress = progress

    async def __call__(self, raw: DataFrame, batch_id: int) -> None:
        """Store the batch `raw` of Spark's Kafka source. Faults of the world are retried until they are over."""
        await retry(lambda: self._attempt(raw, batch_id))

    async def _attempt(self, raw: DataFrame, batch_id: int) -> None:
        steps = Steps()
        batch, token = Batch(raw), secrets.token_bytes(TOKEN_BYTES)
        with steps.step("stage"):
            await asyncio.to_thread(self._tables.stage, batch.plays, token)
            counts = await asyncio.to_thread(batch.counts)
        self._progress()
        correlations: dict[str, tuple[str, str]] = {}
        markers = await self._markers(batch, correlations, steps) if counts.others else []
        if counts.unreadable:
            await self._put_aside(batch)
        with steps.step("merge"):
            records = await self._store.staged_records(token)
            await self._store.merge(token, counts.plays, records, markers)
        if counts.plays:
            await self._store.clear_stage()
        self._progress()
        seen = {record.upload_id for record in records} | {marker.upload_id for marker in markers}
        uploads = await self._store.complete(seen)
        if uploads:
            await self._build_years(set(uploads.values()), uploads, correlations, steps)
        self._progress()
        PLAYS.inc(counts.plays)
        told = {"batch_id": batch_id, "records": len(records), "plays": counts.plays, "unreadable": counts.unreadable}
        _LOG.info("batch stored", extra=told | {"uploads": len(uploads), "ms": steps.ms})

    async def _markers(self, batch: Batch, correlations: dict[str, tuple[str, str]], steps: Steps) -> list[SeenMarker]:
        """The end markers; what is neither marker nor plays goes to the dead-letter queue."""
        markers = []
        with steps.step("markers"):
            others = batch.others()
            while (record := await _next(others)) is not None:
                try:
                    message = as_marker(record)
                except UnreadableMessage as error:
                    await self._announcements.unreadable(record, str(error))
                    continue
                markers.append(SeenMarker(message.upload_id, message.person_id, message.records))
                correlations[message.upload_id] = (
                    context.header(record.headers, "correlation_id"),
                    context.header(record.headers, "traceparent"),
                )
        return markers

    async def _put_aside(self, batch: Batch) -> None:
        unreadable = batch.unreadable()
        while (record := await _next(unreadable)) is not None:
            await self._announcements.unreadable(record, fault(record))


async def _next(records: Iterator[RawRecord]) -> RawRecord | None:
    return await asyncio.to_thread(next, records, None)
