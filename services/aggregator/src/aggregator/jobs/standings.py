"""The batch job that needs everybody who shares: standings and common taste, defined in domain/standings.py."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import islice
from typing import Any, TypeVar

import pyarrow as pa
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
from aggregator.jobs.standings_ports import SegmentReader, StandingsStore
from chassis.retry import retry

T = TypeVar("T")

_LOG = logging.getLogger(__name__)
_COLUMNS = "period string, what string, person_id string, artist string, title string, amount bigint"
_PEOPLE_A_TASK = 64
_ROWS_AT_ONCE = 1_000


class Standings:
    """Reads the segments of all who share, writes `serving.standings` and `serving.common_taste`.

    Running it twice is safe: it writes absolute values in the place of all that was there, in one transaction.
    """

    def __init__(self, spark: SparkSession, store: StandingsStore, read: SegmentReader) -> None:
        self._spark = spark
        self._store = store
        self._read = read

    async def run(self) -> None:
        """Compute and write everything once."""
        people = await retry(self._store.sharing)
        self._spark.conf.set("spark.sql.shuffle.partitions", str(_tasks(self._spark, len(people))))
        contributions = contributions_of(self._spark, people, self._read).persist()
        standings, taste = standings_of(contributions).persist(), common_taste_of(contributions).persist()
        counts = [await asyncio.to_thread(frame.count) for frame in (standings, taste)]
        await retry(lambda: self._write(standings, taste))
        _LOG.info("standings written", extra={"people": len(people), "standings": counts[0], "common_taste": counts[1]})
        for frame in (standings, taste, contributions):
            frame.unpersist()

    async def _write(self, standings: DataFrame, taste: DataFrame) -> None:
        async with self._store.replacement() as replacement:
            async for some in _chunks(standings, Standing):
                await replacement.add_standings(some)
            async for others in _chunks(taste, CommonTaste):
                await replacement.add_tastes(others)


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
    """Enough for every core, and so many that each is short."""
    return max(spark.sparkContext.defaultParallelism, people // _PEOPLE_A_TASK)


async def _chunks(frame: DataFrame, of: Callable[..., T]) -> AsyncIterator[list[T]]:
    """The rows, some at a time, so that the driver never holds all."""
    rows: Iterator[Any] = await asyncio.to_thread(frame.toLocalIterator)
    while some := await asyncio.to_thread(lambda: [of(*row) for row in islice(rows, _ROWS_AT_ONCE)]):
        yield some
