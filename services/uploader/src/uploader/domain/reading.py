"""One history file from its bytes to records of plays, in bounded memory, with its account."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from contracts.messages.plays import PlayColumns, Source
from uploader.domain import upload_errors
from uploader.domain.account import FileTally
from uploader.domain.account_rows import AccountReader
from uploader.domain.archive import Bounds
from uploader.domain.contents import UploadedFile
from uploader.domain.extended_rows import ExtendedReader
from uploader.domain.identity import number
from uploader.domain.json_stream import BrokenJson, RowStream
from uploader.domain.nachklang_rows import NachklangReader
from uploader.domain.records import in_records
from uploader.domain.rows import RowReader
from uploader.domain.sorting import PlaySorter


@dataclass(frozen=True)
class Step:
    """What reading a little further has brought: rejected rows with their reasons, or a record of one source."""

    rejected: list[tuple[int, str]] = field(default_factory=list)
    record: tuple[Source, PlayColumns] | None = None


@dataclass(frozen=True)
class Room:
    """How many rows of an upload, and how many rejected ones, may still come; `bounds` is what there was at first."""

    bounds: Bounds
    rows: int
    rejected: int

    @classmethod
    def left(cls, bounds: Bounds, tallies: Iterable[FileTally]) -> "Room":
        """What the files read so far have left."""
        found = list(tallies)
        rows = bounds.rows - sum(tally.read for tally in found)
        return cls(bounds, rows, bounds.rejected - sum(tally.rejected for tally in found))


class Readers:
    """The readers of one upload, which began at `now_ms` (unix ms). They remember names from file to file."""

    def __init__(self, now_ms: int) -> None:
        self._by_format: dict[str, RowReader[Any]] = {
            "extended": ExtendedReader(now_ms),
            "account": AccountReader(now_ms),
            "nachklang": NachklangReader(now_ms),
        }

    def of(self, file: UploadedFile) -> RowReader[Any]:
        """The one for the format of the file."""
        return self._by_format[file.format]


def read_file(file: UploadedFile, tally: FileTally, readers: Readers, room: Room) -> Iterator[Step]:
    """Reads a history. Counts into `tally` on the way; where the file breaks or the room ends, its error says so.

    Records come when all rows are read: the occurrence of a play is known only then. Same bytes, same steps.
    """
    reader = readers.of(file)
    with closing(PlaySorter()) as sorter:
        stream: RowStream[Any] = RowStream(file.entry.open(), reader.decoder)
        try:
            for block in stream.blocks():
                fitting = block[: room.rows - tally.read]
                yield _take(fitting, reader, tally, sorter)
                if len(fitting) < len(block):
                    tally.error = upload_errors.TOO_MANY_ROWS.format(row=tally.read + 1, limit=room.bounds.rows)
                    break
                if tally.rejected > room.rejected:
                    tally.error = upload_errors.TOO_MANY_REJECTED.format(row=tally.read, limit=room.bounds.rejected)
                    break
        except BrokenJson as broken:
            tally.error = str(broken)
        for record in in_records(number(sorter)):
            yield Step(record=record)


def _take(block: list[Any], reader: RowReader[Any], tally: FileTally, sorter: PlaySorter) -> Step:
    found = reader.read(tally.read + 1, block)
    tally.add_plays(found.plays)
    tally.add_rejected(reason for _, reason in found.rejected)
    sorter.add(found.plays)
    return Step(rejected=found.rejected)
