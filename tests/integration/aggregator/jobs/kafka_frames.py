"""Frames as Spark's Kafka source gives them, made of records that a test writes down."""

from collections.abc import Iterable
from datetime import UTC, datetime

from pyspark.sql import DataFrame, SparkSession

from contracts.codec import encode, schema_header
from contracts.messages import Message
from contracts.messages.plays import PlaysRead

WRITTEN_AT = datetime(2026, 9, 21, 14, 13, 20, 500_000, UTC)
WRITTEN_AT_MS = 1_790_000_000_500
Record = tuple[bytes | None, list[tuple[str, bytes]]]
KAFKA = (
    "key binary, value binary, topic string, partition int, offset long, timestamp timestamp, timestampType int, "
    "headers array<struct<key: string, value: binary>>"
)


def raw(value: bytes | None, schema: str | None = PlaysRead.SCHEMA) -> Record:
    """A value with headers, for what is no message."""
    named = [] if schema is None else [("schema", schema.encode())]
    return value, [*named, ("correlation_id", b"c1")]


def message(what: Message) -> Record:
    """A message with its headers."""
    return encode(what), [schema_header(what), ("correlation_id", b"c1")]


def frame(spark: SparkSession, records: Iterable[Record], first_offset: int = 0) -> DataFrame:
    """The records as a batch of partition 0."""
    rows = [
        (b"key", value, "plays", 0, first_offset + number, WRITTEN_AT, 0, headers)
        for number, (value, headers) in enumerate(records)
    ]
    return spark.createDataFrame(rows, KAFKA).coalesce(1)
