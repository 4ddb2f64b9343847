"""One batch of the topic: its plays as a frame, and beside them what its driver needs to know."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pyspark.sql import DataFrame, Observation
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.jobs.plays import plays
from aggregator.jobs.records import ID, holds_plays, parse
from contracts.codec import UnreadableMessage, decode
from contracts.messages.plays import UploadRead
from contracts.topics import Topic

_OUT_OF_RANGE = "a value is out of range, or columns are of different lengths"


class RawRecord(NamedTuple):
    """A record as it stood in the topic."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]


@dataclass(frozen=True)
class Counts:
    """How many plays a batch has, records that hold none, and records of plays that keep to no contract."""

    plays: int
    others: int
    unreadable: int


class Batch:
    """A batch of Spark's Kafka source, with headers. Each pass over it reads it from Kafka anew: that costs less than
    keeping it, and no memory. The counts are known when `plays` has been written somewhere."""

    def __init__(self, raw: DataFrame) -> None:
        self._raw = raw
        self._records, self._parsed, self._plays = Observation(), Observation(), Observation()
        records = raw.observe(self._records, F.count_if(~holds_plays()).alias("others"))
        # what is observed is kept whole: without the bytes, which may be megabytes a record
        parsed = parse(records).drop("key", "value", "headers")
        counted = parsed.observe(self._parsed, F.count_if(~F.col("valid")).alias("unreadable"))
        self.plays = plays(counted).observe(self._plays, F.count(F.lit(1)).alias("plays"))

    def counts(self) -> Counts:
        """What was in it."""
        counted = {**self._records.get, **self._parsed.get, **self._plays.get}
        return Counts(counted["plays"], counted["others"], counted["unreadable"])

    def others(self) -> Iterator[RawRecord]:
        """The records that do not say that they hold plays: end markers, and what does not belong here."""
        return _raw_records(self._raw.where(~holds_plays()))

    def unreadable(self) -> Iterator[RawRecord]:
        """The records of plays that keep to no contract."""
        return _raw_records(parse(self._raw).where(~F.col("valid")))


def as_marker(record: RawRecord) -> UploadRead:
    """The end marker in a record. Raises UnreadableMessage."""
    message = decode(record.value, record.headers)
    if not isinstance(message, UploadRead):
        raise UnreadableMessage(f"{message.SCHEMA} does not belong into {record.topic}")
    if not (ID.fullmatch(message.upload_id) and ID.fullmatch(message.person_id) and message.records >= 0):
        raise UnreadableMessage(_OUT_OF_RANGE)
    return message


def fault(record: RawRecord) -> str:
    """What is wrong with a record of plays."""
    try:
        decode(record.value, record.headers)
    except UnreadableMessage as error:
        return str(error)
    return _OUT_OF_RANGE


def _raw_records(frame: DataFrame) -> Iterator[RawRecord]:
    for row in frame.select("partition", "offset", "key", "value", "headers").toLocalIterator(prefetchPartitions=True):
        headers = [(header.key, bytes(header.value or b"")) for header in row.headers or ()]
        yield RawRecord(Topic.PLAYS, row.partition, row.offset, _bytes(row.key), _bytes(row.value), headers)


def _bytes(value: bytearray | None) -> bytes | None:
    return None if value is None else bytes(value)
