"""The account of one file while it is read, and of the upload in the end (product.md)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contracts.messages.plays import STREAM_MS
from contracts.messages.uploads import FileAccount, FileFormat, Live, Rows, StoredFile
from uploader.domain.play import Play


@dataclass
class FileTally:
    """What one file has brought so far. `error` says where it broke off.

    `newest_at` is the moment (unix ms) of the newest play that is no estimate.
    """

    name: str
    format: FileFormat
    read: int = 0
    rejected: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    ms_played: int = 0
    streams: int = 0
    newest_at: int | None = None
    error: str | None = None

    def add_plays(self, plays: Sequence[Play]) -> None:
        """Count rows that are plays."""
        times = [play.ms_played for play in plays]
        self.read += len(times)
        self.ms_played += sum(times)
        self.streams += sum(ms >= STREAM_MS for ms in times)
        self.newest_at = latest([self.newest_at, *(play.played_at for play in plays if play.source != "live")])

    def add_rejected(self, reasons: Iterable[str]) -> None:
        """Count rows that are none."""
        before = self.reasons.total()
        self.reasons.update(reasons)
        rejected = self.reasons.total() - before
        self.read += rejected
        self.rejected += rejected

    def account(self) -> FileAccount:
        """The account before it is known what was new."""
        rows = Rows(read=self.read, rejected=self.rejected)
        return FileAccount(name=self.name, format=self.format, rows=rows, error=self.error)


def latest(moments: Iterable[int | None]) -> int | None:
    """The last of those that are known."""
    return max((moment for moment in moments if moment is not None), default=None)


def live(tallies: Iterable[FileTally]) -> Live:
    """Playing time and streams of all files, before duplicates are known."""
    found = list(tallies)
    return Live(ms_played=sum(tally.ms_played for tally in found), streams=sum(tally.streams for tally in found))


def reasons(tallies: Iterable[FileTally]) -> dict[str, int]:
    """How many rows of all files were rejected for each reason, most frequent first."""
    return dict(sum((tally.reasons for tally in tallies), Counter[str]()).most_common())


def total(files: Iterable[FileAccount]) -> Rows:
    """The sum over files."""
    found = [file.rows for file in files]
    return Rows(**{name: sum(getattr(rows, name) for rows in found) for name in Rows.__struct_fields__})


def settled(file: FileAccount, stored: StoredFile | None) -> FileAccount:
    """The final account: what was read and neither new nor rejected was a duplicate. None: nothing was stored.

    A double is imported like any other play: it is stored and shown, and left out of every count.
    """
    rows = file.rows
    brought = stored or StoredFile(file=0, imported=0, improved=0)
    final = Rows(
        read=rows.read,
        imported=brought.imported,
        duplicate=rows.read - rows.rejected - brought.imported,
        rejected=rows.rejected,
        improved=brought.improved,
        doubles=brought.doubles,
    )
    return FileAccount(name=file.name, format=file.format, rows=final, error=file.error)
