"""Records of plays as columns, and which of them keep to the contract."""

import re
from functools import reduce

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.domain.segment import SOURCES
from aggregator.jobs.columns import CORRUPT, OPTIONAL, RECORD
from contracts.messages.plays import MAX_PLAYS_PER_RECORD, PlaysRead

ID = re.compile("[0-9a-f]{32}")
"""Ids of people and uploads."""

_ID = rf"^{ID.pattern}\z"
_LAST_MOMENT = 253_402_300_799_999  # 9999-12-31, the last day that Spark and MariaDB agree on
_KINDS = ("track", "episode", "chapter")


def holds_plays() -> Column:
    """Whether a record of Spark's Kafka source says that it is `plays-read.v1`."""
    found = F.filter("headers", lambda header: header["key"] == "schema")
    return F.coalesce(F.get(found, 0)["value"].cast("string") == PlaysRead.SCHEMA, F.lit(False))


def parse(raw: DataFrame) -> DataFrame:
    """One row a record that says it holds plays: its ids, `plays` as a struct of arrays, and whether it is `valid`.

    `source` is a rank (domain/segment.py). `raw` is what Spark's Kafka source gives, with headers; its columns stay.
    """
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": CORRUPT}
    message = F.from_json(F.col("value").cast("string"), RECORD, options).alias("message")
    read = raw.where(holds_plays()).select("*", message).select("*", "message.*")
    return read.withColumn("valid", F.coalesce(_valid(), F.lit(False))).withColumn("source", _rank()).drop("message")


def _rank() -> Column:
    return F.array_position(F.lit(list(SOURCES)), F.col("source")).cast("byte") - F.lit(1).cast("byte")


def _valid() -> Column:
    """The columns are of one length, none of the required values is missing, and numbers and hashes are in range."""
    plays = F.col("plays")
    count = F.size(plays["identity"])
    conditions = [
        F.col(CORRUPT).isNull(),
        F.col("upload_id").rlike(_ID),
        F.col("person_id").rlike(_ID),
        F.col("seq") >= 0,
        F.col("file") >= 0,
        F.col("source").isin(*SOURCES),
        count.between(1, MAX_PLAYS_PER_RECORD),
        *(F.size(plays[name]) == count for name in OPTIONAL),
        _hexadecimal(plays["identity"], 32, count),
        _hexadecimal(plays["fingerprint"], 16, count),
        _within_range(plays["played_at"], count),
        _within_range(plays["ms_played"], count),
        F.size(plays["kind"]) == count,
        F.size(F.array_except(plays["kind"], F.lit(list(_KINDS)))) == 0,
    ]
    return reduce(lambda one, other: one & other, conditions)


def _hexadecimal(values: Column, digits: int, count: Column) -> Column:
    """Joined (nulls get lost by it): a regular expression over one text is cheap, a lambda over each value is not."""
    joined = F.array_join(values, ",")
    another = rf"(?:^|,)(?![0-9a-f]{{{digits}}}(?:,|\z))"
    return (F.size(values) == count) & (F.length(joined) == count * (digits + 1) - 1) & ~joined.rlike(another)


def _within_range(values: Column, count: Column) -> Column:
    in_range = (F.array_min(values) >= 0) & (F.array_max(values) <= _LAST_MOMENT)
    return (F.size(F.array_compact(values)) == count) & in_range
