"""What a batch of records holds, as its driver needs to know it: all but the plays themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.domain.stored import SeenMarker, SeenRecord
from contracts.codec import UnreadableMessage, decode
from contracts.topics import Topic

_DISAGREES = "columns of different lengths, or a value that is missing or out of range"


class RawRecord(NamedTuple):
    """A record as it stood in the topic."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]


@dataclass
class Batch:
    """The people in a batch, its records and end markers, and the correlation of each upload."""

    people: set[str] = field(default_factory=set)
    records: list[SeenRecord] = field(default_factory=list)
    markers: list[SeenMarker] = field(default_factory=list)
    correlations: dict[str, tuple[str, str]] = field(default_factory=dict)
    unreadable: int = 0


def summary(records: DataFrame) -> Batch:
    """The summary of what `records.parse` gave; one row a record comes to the driver, without its plays."""
    batch = Batch()
    columns = ("upload_id", "person_id", "seq", "records", "valid", "correlation_id", "traceparent")
    for row in records.select(*columns).collect():
        if not row.valid:
            batch.unreadable += 1
            continue
        batch.people.add(row.person_id)
        batch.correlations.setdefault(row.upload_id, (row.correlation_id or "", row.traceparent or ""))
        if row.records is None:
            batch.records.append(SeenRecord(row.upload_id, row.seq))
        else:
            batch.markers.append(SeenMarker(row.upload_id, row.person_id, row.records))
    return batch


def unreadable(records: DataFrame) -> Iterator[tuple[RawRecord, str]]:
    """The records that are not valid, each with the reason, one after the other."""
    columns = ("partition", "offset", "key", "value", "headers")
    for row in records.where(~F.col("valid")).select(*columns).toLocalIterator():
        headers = [(header.key, bytes(header.value or b"")) for header in row.headers or ()]
        record = RawRecord(Topic.PLAYS, row.partition, row.offset, _bytes(row.key), _bytes(row.value), headers)
        yield record, _reason(record)


def _reason(record: RawRecord) -> str:
    try:
        decode(record.value, record.headers)
    except UnreadableMessage as error:
        return str(error)
    return _DISAGREES


def _bytes(value: bytearray | None) -> bytes | None:
    return None if value is None else bytes(value)
