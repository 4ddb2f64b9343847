"""The batch job that needs everybody who shares: standings and common taste, defined in domain/standings.py."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor
from itertools import islice
from typing import Any, TypeVar

import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.domain.history.history import build_history
from aggregator.domain.segment import decode
from aggregator.domain.standings import (
    FEWEST,
    KINDS,
    LONGEST,
    MEASURES,
    CommonTaste,
    Standing,
    contribution,
)
from aggregator.domain.standings_state import StandingsState
from aggregator.jobs.standings_ports import SegmentReader, StandingsStore
from chassis.clock import Clock
from chassis.retry import retry

T = TypeVar("T")

_LOG = logging.getLogger(__name__)
_COLUMNS = "period string, what string, person_id string, artist string, title string, amount bigint"
_PEOPLE_A_TASK = 4
"""A history takes up to 0.3 s: so soon a task ends and leaves its core to an import."""
_MOST_TASKS = 1_000
_ROWS_AT_ONCE = 1_000


class Standings:
    """Reads the segments of all who share, writes `serving.standings` and `serving.common_taste`.

    Running it twice is safe: it writes absolute values in the place of all that was there, in one transaction.
    """

    def __init__(
        self, spark: SparkSession, executor: Executor, store: StandingsStore, read: SegmentReader, clock: Clock
    ) -> None:
        """`executor` is one thread, which starts all of its Spark jobs (pool.py)."""
        self._spark = spark.newSession()  # its settings are its own
        self._executor = executor
        self._store = store
        self._read = read
        self._clock = clock

    async def run(self) -> None:
        """Compute and write everything once."""
        began_at, state = self._clock(), await retry(self._store.state)
        people = await retry(self._store.sharing)
        if len(people) < FEWEST:
            await retry(lambda: self._write(state, began_at, ()))
            _LOG.info("no standings", extra={"people": len(people)})
            return
        self._spark.conf.set("spark.sql.shuffle.partitions", str(_tasks(self._spark, len(people))))
        contributions = _kept(contributions_of(self._spark, people, self._read))
        frames = _kept(standings_of(contributions)), _kept(common_taste_of(contributions))
        try:
            counts = [await self._in_pool(frame.count) for frame in frames]
            await retry(lambda: self._write(state, began_at, frames))
        finally:
            for frame in (*frames, contributions):
                frame.unpersist()
        _LOG.info("standings written", extra={"people": len(people), "standings": counts[0], "common_taste": counts[1]})

    async def _write(
        self, state: StandingsState, began_at: int, frames: tuple[DataFrame, DataFrame] | tuple[()]
    ) -> None:
        async with self._store.replacement(state, began_at) as replacement:
            if not frames:
                return
            async for some in self._chunks(frames[0], Standing):
                await replacement.add_standings(some)
            async for others in self._chunks(frames[1], CommonTaste):
                await replacement.add_tastes(others)

    async def _chunks(self, frame: DataFrame, of: Callable[..., T]) -> AsyncIterator[list[T]]:
        """The rows, some at a time, so that the driver never holds all."""
        rows: Iterator[Any] = await self._in_pool(frame.toLocalIterator)
        while some := await self._in_pool(lambda: [of(*row) for row in islice(rows, _ROWS_AT_ONCE)]):
            yield some

    async def _in_pool(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)


def _kept(frame: DataFrame) -> DataFrame:
    """Kept until it is let go, on disk: the heap is for imports."""
    return frame.persist(StorageLevel.DISK_ONLY)


def contributions_of(spark: SparkSession, people: list[str], read: SegmentReader) -> DataFrame:
    """What these people bring (CONTRIBUTION): tasks of some people each, in which one at a time is read."""

    def contribute(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for person_id, segments in read(batch.column(0).to_pylist()):
                history = build_history(person_id, 0, [decode(body) for body in segments])
                yield from contribution(person_id, history.seen_by("other")).to_batches()

    frame = spark.createDataFrame([(person_id,) for person_id in people], "person_id string")
    return frame.repartition(_tasks(spark, len(people))).mapInArrow(contribute, _COLUMNS)


def standings_of(contributions: DataFrame) -> DataFrame:
    """The columns of `Standing`. Counting those with less is the rank from below, less one: equal values share it."""
    of_all = contributions.where(F.col("what").isin(*MEASURES)).selectExpr(
        "period",
        "what AS measure",
        "person_id",
        "amount AS value",
        "rank() OVER (PARTITION BY period, what ORDER BY amount) - 1 AS less",
        "CAST(count(*) OVER (PARTITION BY period, what) AS INT) AS people",
    )
    return of_all.where(F.col("people") >= FEWEST).selectExpr(
        "period", "measure", "person_id", "value", "CAST(less * 1000 DIV (people - 1) AS INT) AS per_mille", "people"
    )


def common_taste_of(contributions: DataFrame) -> DataFrame:
    """The columns of `CommonTaste`. Each person brings a track or artist once, so rows are people."""
    heard = contributions.where(F.col("what").isin(*KINDS)).groupBy("period", "what", "artist", "title")
    common = heard.agg(F.count("*").alias("people"), F.sum("amount").alias("ms_played")).where(
        F.col("people") >= FEWEST
    )
    order = "people DESC, ms_played DESC, title, artist"
    ranked = common.withColumn("rank", F.expr(f"row_number() OVER (PARTITION BY period, what ORDER BY {order})"))
    return ranked.where(F.col("rank") <= LONGEST).selectExpr(
        "period", "what AS kind", "rank", "artist", "title", "CAST(people AS INT) AS people", "ms_played"
    )


def _tasks(spark: SparkSession, people: int) -> int:
    """Enough for every core, and so many that each is short; but not without end, for each speaks to every other."""
    return max(spark.sparkContext.defaultParallelism, min(people // _PEOPLE_A_TASK, _MOST_TASKS))
