"""What the tasks of a batch tell its driver: small values, one a row."""

from collections.abc import Iterable
from typing import Any

import msgspec
import pyarrow as pa

from aggregator.domain.durable.stored import ClosedUpload

ROWS = "outcome binary"
"""The rows of the tasks as Spark's schema."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """Plays in fresh records: new ones, such that bettered a stored one, and such that were known. `replayed` counts
    records that were durable before, whose plays are not looked at again."""

    new: int = 0
    bettered: int = 0
    known: int = 0
    records: int = 0
    replayed: int = 0
    segments: int = 0


class Closed(msgspec.Struct, frozen=True):
    """A complete upload, with what its end marker said of the work that it belongs to."""

    upload: ClosedUpload
    correlation_id: str
    traceparent: str


class PersonStored(msgspec.Struct, frozen=True, tag=True):
    """What came of a person is durable. Milliseconds by step."""

    person_id: str
    revision: int
    counts: Counts
    closed: tuple[Closed, ...]
    ms: dict[str, int]


class PersonErased(msgspec.Struct, frozen=True, tag=True):
    """Somebody who was erased: so many records were skipped."""

    person_id: str
    records: int


class Unreadable(msgspec.Struct, frozen=True, tag=True):
    """A record that keeps to no contract, by its place in the topic."""

    partition: int
    offset: int
    reason: str


class Postponed(msgspec.Struct, frozen=True, tag=True):
    """The world did not let the task go on, however often it tried: the batch has to be done again."""

    reason: str


Outcome = PersonStored | PersonErased | Unreadable | Postponed

_ENCODER = msgspec.msgpack.Encoder()
_DECODER: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(Outcome)


def as_rows(outcomes: Iterable[Outcome]) -> pa.RecordBatch:
    """The outcomes as rows of ROWS."""
    rows = [_ENCODER.encode(outcome) for outcome in outcomes]
    return pa.RecordBatch.from_pydict({"outcome": pa.array(rows, pa.binary())})


def from_row(row: bytes) -> Outcome:
    """One outcome of `as_rows`."""
    return _DECODER.decode(row)  # type: ignore[no-any-return]  # the decoder's type cannot say the union
