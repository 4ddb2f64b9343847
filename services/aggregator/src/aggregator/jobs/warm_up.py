"""Once, before the first batch: start the Python workers and let Java load what a batch needs."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.domain import segment
from aggregator.domain.durable import year_table
from aggregator.domain.durable.fold import fold
from aggregator.domain.durable.incoming import by_year
from aggregator.jobs.outcomes import ROWS, as_rows
from aggregator.jobs.parcel import Parcel
from aggregator.jobs.records import read
from contracts.codec import encode, schema_header
from contracts.messages.plays import PlayColumns, PlaysRead

_TEXTS = ("artist", "title", "album", "spotify_id", "platform", "country", "reason_start", "reason_end")
_UNSAID = ("shuffle", "skipped", "offline", "offline_at", "private")
_PLAYS = 500
_MOMENT = 1_700_000_000_000


def warm_up(spark: SparkSession) -> None:
    """As many tasks as there are cores fold made-up plays and keep nothing."""
    tasks, record = spark.sparkContext.defaultParallelism, _record()
    name, schema = schema_header(record)
    header = F.struct(F.lit(name).alias("key"), F.lit(schema).alias("value"))
    rows = spark.range(0, tasks, 1, tasks).select(
        F.lit(encode(record)).alias("value"), F.array(header).alias("headers")
    )
    rows.mapInArrow(_fold, ROWS).collect()


def _fold(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a task of the stream does, all but keeping it."""
    for batch in batches:
        for row in batch.to_pylist():
            message = read(row["value"], [(header["key"], header["value"]) for header in row["headers"]])
            if isinstance(message, PlaysRead):
                _fold_record(message)
        yield as_rows([])


def _fold_record(record: PlaysRead) -> None:
    parcel = Parcel(record.person_id)
    parcel.add(record)
    _, plays = parcel.without({})
    if plays is not None:
        for year in by_year(plays).values():
            once = fold(None, year).plays
            again = fold(year_table.decode(year_table.encode(once)), year).plays
            segment.encode(year_table.segment_table(again))


def _record() -> PlaysRead:
    numbers = range(_PLAYS)
    texts: dict[str, Any] = {name: [f"{name} {number % 7}" for number in numbers] for name in _TEXTS}
    unsaid: dict[str, Any] = {name: [None] * _PLAYS for name in _UNSAID}
    columns = PlayColumns(
        row=[*numbers],
        identity=[f"{number:032x}" for number in numbers],
        fingerprint=[f"{number:016x}" for number in numbers],
        played_at=[_MOMENT + number * 60_000 for number in numbers],
        ms_played=[60_000] * _PLAYS,
        kind=["track"] * _PLAYS,
        **texts,
        **unsaid,
    )
    nobody = "0" * 32
    return PlaysRead(upload_id=nobody, person_id=nobody, seq=0, file=0, source="extended", plays=columns)
