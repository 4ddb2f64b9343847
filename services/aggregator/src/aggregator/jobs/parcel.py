"""What came of one person since the last time it was made durable."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from aggregator.domain.durable.incoming import frame_of
from aggregator.domain.durable.stored import NotedRecord
from aggregator.domain.durable.upload_account import stands_for
from contracts.messages.plays import PlaysRead, UploadRead

_AT_ONCE = 16
"""So many records become one frame: large enough for columns to pay, small enough to let go of their objects soon."""


@dataclass(frozen=True, slots=True)
class Marker:
    """An end marker: the upload has `records` records. The ids follow the work through all services."""

    records: int
    correlation_id: str
    traceparent: str


class Parcel:
    """Records and end markers of one person in the order of the topic; plays as columns, which are a fifth of the
    decoded objects. A record that comes twice is kept once."""

    def __init__(self, person_id: str) -> None:
        self.person_id = person_id
        self.markers: dict[str, Marker] = {}
        self.repeated = 0
        self._records: dict[tuple[str, int], tuple[NotedRecord, int]] = {}
        self._decoded: list[PlaysRead] = []
        self._frames: list[pl.DataFrame] = []

    def add(self, record: PlaysRead) -> None:
        """One more record of plays."""
        key = (record.upload_id, record.seq)
        if key in self._records:
            self.repeated += 1
            return
        noted = NotedRecord(record.upload_id, record.seq, stands_for(record))
        self._records[key] = (noted, len(record.plays.identity))
        self._decoded.append(record)
        if len(self._decoded) == _AT_ONCE:
            self._to_columns()

    def end(self, marker: UploadRead, correlation_id: str, traceparent: str) -> None:
        """The end of an upload."""
        self.markers[marker.upload_id] = Marker(marker.records, correlation_id, traceparent)

    @property
    def records(self) -> int:
        """How many records came."""
        return len(self._records) + len(self.markers) + self.repeated

    @property
    def uploads(self) -> list[str]:
        """The uploads of which anything came."""
        return sorted({upload_id for upload_id, _ in self._records} | self.markers.keys())

    @property
    def ranges(self) -> Mapping[str, tuple[int, int]]:
        """The first and last number of the records of each upload."""
        numbers: dict[str, list[int]] = {}
        for upload_id, seq in self._records:
            numbers.setdefault(upload_id, []).append(seq)
        return {upload_id: (min(seqs), max(seqs)) for upload_id, seqs in numbers.items()}

    def without(self, durable: Mapping[str, set[int]]) -> tuple[list[NotedRecord], pl.DataFrame | None]:
        """The records that are not durable yet, and their plays; None where there are none."""
        self._to_columns()
        fresh, parts, start = [], [], 0
        plays = pl.concat(self._frames, rechunk=True) if self._frames else pl.DataFrame()
        for noted, rows in self._records.values():
            if noted.seq not in durable.get(noted.upload_id, ()):
                fresh.append(noted)
                parts.append((start, rows))
            start += rows
        if len(fresh) == len(self._records):
            return fresh, plays if fresh else None
        return fresh, pl.concat([plays.slice(*part) for part in parts], rechunk=True) if fresh else None

    def _to_columns(self) -> None:
        if self._decoded:
            self._frames.append(frame_of(self._decoded))
            self._decoded = []
