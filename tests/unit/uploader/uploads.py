"""Reading whole uploads by the domain alone, as the service does."""

import io
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field

from contracts.messages.plays import PlayColumns, Source
from uploader.domain.account import FileTally
from uploader.domain.archive import Bounds, entries
from uploader.domain.contents import UploadedFile, look_at
from uploader.domain.reading import Readers, Room, read_file

NOW_MS = 1_780_000_000_000


@dataclass
class ReadUpload:
    """What came out of one upload."""

    tallies: list[FileTally]
    records: list[tuple[int, Source, PlayColumns]] = field(default_factory=list)
    rejected: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))

    def identities(self) -> list[str]:
        """The identities of all plays, in order."""
        return [identity for _, _, columns in self.records for identity in columns.identity]


def files_of(
    body: bytes, filename: str | None = "my_spotify_data.zip", bounds: Bounds | None = None
) -> list[UploadedFile]:
    """The files of an upload. Raises UnreadableUpload."""
    return look_at(entries(io.BytesIO(body), filename, bounds or Bounds()))


def read_upload(body: bytes, filename: str | None = "my_spotify_data.zip", bounds: Bounds | None = None) -> ReadUpload:
    """Everything in an upload. Raises UnreadableUpload."""
    bounds = bounds or Bounds()
    with tempfile.TemporaryFile() as spool:
        spool.write(body)
        files = look_at(entries(spool, filename, bounds))
        found = ReadUpload([FileTally(file.entry.name, file.format, error=file.error) for file in files])
        readers = Readers(NOW_MS)
        for file, tally in zip(files, found.tallies, strict=True):
            if file.format == "ignored":
                continue
            for step in read_file(file, tally, readers, Room.left(bounds, found.tallies)):
                if step.rejected:
                    found.rejected[file.entry.number] += step.rejected
                if step.record is not None:
                    found.records.append((file.entry.number, *step.record))
    return found
