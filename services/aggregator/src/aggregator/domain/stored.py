"""What the stream knows of uploads and years while it makes plays durable."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from aggregator.domain import segment

PersonYear = tuple[str, int]
"""A person's id and a UTC year: what one segment covers."""


@dataclass(frozen=True, slots=True)
class SeenRecord:
    """A record of plays in a batch, by its upload and its number there."""

    person_id: str
    upload_id: str
    seq: int


@dataclass(frozen=True, slots=True)
class SeenMarker:
    """An end marker in a batch: the upload has `records` records."""

    upload_id: str
    person_id: str
    records: int


@dataclass(frozen=True, slots=True)
class BroughtByFile:
    """How many stored plays one file of an upload brought first, and how many it bettered."""

    file: int
    imported: int
    improved: int


@dataclass(frozen=True, slots=True)
class ClosedUpload:
    """An upload whose every record is durable and counted in `revision`; the same however often it is asked for."""

    upload_id: str
    person_id: str
    revision: int
    files: tuple[BroughtByFile, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """The segment of one person and year; no plays, no body."""

    person_id: str
    year: int
    plays: int
    body: bytes


def segments_of(plays: pa.Table, years: list[PersonYear]) -> list[Segment]:
    """One segment for each of `years` from all their plays, which also carry `person_id`, `year` and `identity`."""
    return [_segment(plays, person_id, year) for person_id, year in years]


def _segment(plays: pa.Table, person_id: str, year: int) -> Segment:
    mine = plays.filter(pc.and_(pc.equal(plays["person_id"], person_id), pc.equal(plays["year"], year)))
    if not mine.num_rows:
        return Segment(person_id, year, 0, b"")
    ordered = mine.sort_by([("played_at", "ascending"), ("identity", "ascending")])
    return Segment(person_id, year, ordered.num_rows, segment.encode(ordered))
