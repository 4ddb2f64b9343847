"""Records of the topic `plays` as columns, and which of them keep to the contract."""

from functools import reduce

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.domain.segment import SOURCES
from aggregator.jobs.columns import CORRUPT, OPTIONAL, RECORD, REQUIRED
from contracts.messages.plays import MAX_PLAYS_PER_RECORD, PlaysRead, UploadRead

_ID = "^[0-9a-f]{32}$"
_LAST_MOMENT = 253_402_300_799_999  # 9999-12-31, the last day that Spark and MariaDB agree on
_KINDS = ("track", "episode", "chapter")


def parse(raw: DataFrame) -> DataFrame:
    """One row a record: where it stood, its ids, `plays` as a struct of arrays, and whether it is `valid`.

    `raw` is what Spark's Kafka source gives, with headers. `source` is a rank (domain/segment.py). Of a record that is
    not valid `key`, `value` and `headers` are kept too, for the dead-letter queue.
    """
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": CORRUPT}
    read = raw.select(
        *("partition", "offset", "key", "value", "headers"),
        *(_header(name).alias(name) for name in ("schema", "correlation_id", "traceparent")),
        F.from_json(F.col("value").cast("string"), RECORD, options).alias("message"),
    )
    checked = read.select("*", "message.*").withColumn("valid", F.coalesce(_is_plays() | _is_marker(), F.lit(False)))
    origin = (F.when(~F.col("valid"), F.col(name)).alias(name) for name in ("key", "value", "headers"))
    return checked.select(
        *("partition", "offset", "schema", "correlation_id", "traceparent"),
        *("upload_id", "person_id", "seq", "file", "records", "plays", "valid"),
        _rank().alias("source"),
        *origin,
    )


def _header(name: str) -> Column:
    """The value of the header `name` as text, null where it is missing."""
    found = F.filter("headers", lambda header: header["key"] == name)
    return F.get(found, 0)["value"].cast("string")


def _rank() -> Column:
    return F.array_position(F.lit(list(SOURCES)), F.col("source")).cast("byte") - F.lit(1).cast("byte")


def _is_plays() -> Column:
    return _all(
        _is(PlaysRead.SCHEMA),
        F.col("seq") >= 0,
        F.col("file") >= 0,
        F.col("source").isin(*SOURCES),
        *_columns_agree(),
    )


def _is_marker() -> Column:
    return _all(_is(UploadRead.SCHEMA), F.col("records") >= 0)


def _is(schema: str) -> Column:
    ids = F.col("upload_id").rlike(_ID) & F.col("person_id").rlike(_ID)
    return (F.col("schema") == schema) & F.col(CORRUPT).isNull() & ids


def _columns_agree() -> list[Column]:
    """The columns are of one length, none of the required values is missing, and numbers and hashes are in range."""
    plays = F.col("plays")
    count = F.size(plays["identity"])
    return [
        count.between(1, MAX_PLAYS_PER_RECORD),
        *(F.size(plays[name]) == count for name in OPTIONAL),
        _hexadecimal(plays["identity"], 32, count),
        _hexadecimal(plays["fingerprint"], 16, count),
        *(_within(plays["played_at"], 0, _LAST_MOMENT, count)),
        *(_within(plays["ms_played"], 0, _LAST_MOMENT, count)),
        F.size(plays["kind"]) == count,
        F.size(F.array_except(plays["kind"], F.lit(list(_KINDS)))) == 0,
    ]


def _hexadecimal(values: Column, digits: int, count: Column) -> Column:
    """Joined, for a regular expression over one text is cheap and a lambda over each value is not."""
    joined = F.array_join(values, "")
    return (F.size(values) == count) & (F.length(joined) == count * digits) & joined.rlike("^[0-9a-f]*$")


def _within(values: Column, least: int, most: int, count: Column) -> list[Column]:
    return [F.size(F.array_compact(values)) == count, F.array_min(values) >= least, F.array_max(values) <= most]


def _all(*conditions: Column) -> Column:
    return reduce(lambda one, other: one & other, conditions)


assert REQUIRED.keys() == {"identity", "fingerprint", "played_at", "ms_played", "kind"}, "each is checked above"  # noqa: S101
