"""An import and how it goes on: reading → aggregating → done; failed where it can't be read or its plays got lost."""

from collections.abc import Sequence

import msgspec

from contracts.messages.plays import UploadRead
from contracts.messages.uploads import FileAccount, ImportChanged, Live, ReadUpload, Rows, UploadState, UploadStored
from uploader.domain import account, upload_errors
from uploader.domain.account import FileTally
from uploader.domain.archive import shown
from uploader.domain.chunk_range import ChunkRange

MOST_SENDINGS = 3
"""How often the plays of an import are sent before it is given up."""


class Import(msgspec.Struct, frozen=True, kw_only=True):
    """One upload and what has become of it; its bytes lie in `place`.

    Once it is read, `records` is how many it has in `plays`, `read_at` when they were last sent (unix ms), and `sent`
    how often. `newest_at` is the moment (unix ms) of its newest row that is no estimate. `replaced_estimates` are plays
    of the live feed that it stands for now.
    """

    upload_id: str
    person_id: str
    state: UploadState
    created_at: int
    filename: str | None
    bytes: int
    place: ChunkRange
    error: str | None = None
    finished_at: int | None = None
    records: int | None = None
    read_at: int | None = None
    sent: int = 0
    reasons: dict[str, int] = {}
    files: tuple[FileAccount, ...] = ()
    live: Live = Live()
    newest_at: int | None = None
    replaced_estimates: int = 0

    @property
    def rows(self) -> Rows:
        """The account of all files together."""
        return msgspec.structs.replace(account.total(self.files), replaced_estimates=self.replaced_estimates)

    @property
    def is_read(self) -> bool:
        """Whether its plays were sent, or it failed."""
        return self.state != "reading"

    @property
    def is_ended(self) -> bool:
        """Whether nobody needs its bytes any more."""
        return self.state in ("done", "failed")


def begun(request: ReadUpload) -> Import:
    """The import of an upload that nobody has looked at yet."""
    return Import(
        upload_id=request.upload_id,
        person_id=request.person_id,
        state="reading",
        created_at=request.created_at,
        filename=None if request.filename is None else shown(request.filename),
        bytes=request.bytes,
        place=ChunkRange(
            partition=request.partition,
            first_offset=request.first_offset,
            last_offset=request.last_offset,
            chunks=request.chunks,
        ),
    )


def counted(found: Import, tallies: Sequence[FileTally]) -> Import:
    """With what has been read so far."""
    return msgspec.structs.replace(
        found,
        reasons=account.reasons(tallies),
        files=tuple(tally.account() for tally in tallies),
        live=account.live(tallies),
        newest_at=account.latest(tally.newest_at for tally in tallies),
    )


def read(found: Import, records: int, now_ms: int) -> Import:
    """All is read and in `records` records."""
    return msgspec.structs.replace(found, state="aggregating", records=records, read_at=now_ms, sent=found.sent + 1)


def end_of(found: Import) -> UploadRead:
    """The end marker of an import that is read."""
    return UploadRead(upload_id=found.upload_id, person_id=found.person_id, records=found.records or 0)


def failed(found: Import, error: str, now_ms: int) -> Import:
    """Nothing of it is kept but the reason."""
    return msgspec.structs.replace(found, state="failed", error=error, finished_at=now_ms)


def lost(found: Import, now_ms: int) -> Import:
    """Not all of it became durable. What was read stays in the account; should it all arrive after all, it is done."""
    return failed(found, upload_errors.LOST, now_ms)


def done(found: Import, stored: UploadStored, now_ms: int) -> Import:
    """All is durable: the final account."""
    by_number = {file.file: file for file in stored.files}
    files = tuple(account.settled(file, by_number.get(number)) for number, file in enumerate(found.files))
    return msgspec.structs.replace(
        found,
        state="done",
        error=None,
        files=files,
        replaced_estimates=stored.replaced_estimates,
        finished_at=now_ms,
    )


def changed(found: Import) -> ImportChanged:
    """The import as the gateways hear of it."""
    return ImportChanged(
        upload_id=found.upload_id,
        person_id=found.person_id,
        state=found.state,
        error=found.error,
        created_at=found.created_at,
        finished_at=found.finished_at,
        filename=found.filename,
        bytes=found.bytes,
        rows=found.rows,
        reasons=found.reasons,
        files=found.files,
        live=found.live,
    )
