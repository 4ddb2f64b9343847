"""Make one batch of the topic `plays` durable."""

import asyncio
import logging
import secrets
from collections.abc import Callable

from pyspark.sql import DataFrame

from aggregator.jobs.batch import Batch, summary, unreadable
from aggregator.jobs.build_years import BuildYears
from aggregator.jobs.plays import plays
from aggregator.jobs.ports import Announcements, PlayStore, Tables
from aggregator.jobs.records import parse
from aggregator.jobs.steps import PLAYS, Steps
from chassis.retry import retry

_LOG = logging.getLogger(__name__)
_TOKEN_BITS = 62


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
        records = parse(raw).persist()
        try:
            await retry(lambda: self._attempt(records, batch_id))
        finally:
            await asyncio.to_thread(records.unpersist)

    async def _attempt(self, records: DataFrame, batch_id: int) -> None:
        self._progress()
        steps = Steps()
        with steps.step("decode"):
            batch = await asyncio.to_thread(summary, records)
        if batch.unreadable:
            await self._put_aside(records)
        staged = await self._merge(records, batch, steps)
        self._progress()
        uploads = await self._store.complete(batch.correlations.keys())
        if uploads:
            await self._build_years(set(uploads.values()), uploads, batch.correlations, steps)
        self._progress()
        _LOG.info(
            "batch stored",
            extra={
                "batch_id": batch_id,
                "records": len(batch.records),
                "plays": staged,
                "uploads": len(uploads),
                "unreadable": batch.unreadable,
                "ms": steps.ms,
            },
        )

    async def _merge(self, records: DataFrame, batch: Batch, steps: Steps) -> int:
        token = secrets.randbits(_TOKEN_BITS)
        staged = 0
        if batch.records:
            with steps.step("stage"):
                staged = await asyncio.to_thread(self._tables.stage, plays(records), token)
        with steps.step("merge"):
            await self._store.merge(token, staged, batch.people, batch.records, batch.markers)
        if staged:
            with steps.step("clear"):
                await self._store.clear_stage()
        PLAYS.inc(staged)
        return staged

    async def _put_aside(self, records: DataFrame) -> None:
        waiting = unreadable(records)
        while (found := await asyncio.to_thread(next, waiting, None)) is not None:
            await self._announcements.unreadable(*found)
