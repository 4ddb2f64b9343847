"""An import and how it goes on: reading → aggregating → done, or reading → failed."""

from collections.abc import Sequence

import msgspec

from contracts.messages.uploads import FileAccount, ImportChanged, Live, ReadUpload, Rows, UploadState, UploadStored
from uploader.domain import account
from uploader.domain.account import FileTally
from uploader.domain.archive import shown


class Import(msgspec.Struct, frozen=True, kw_only=True):
    """One upload and what has become of it. `records` is how many it has in `plays`, once it is read.

    `replaced_estimates` are plays of the live feed that it stands for now.
    """

    upload_id: str
    person_id: str
    state: UploadState
    created_at: int
    filename: str | None
    bytes: int
    error: str | None = None
    finished_at: int | None = None
    records: int | None = None
    reasons: dict[str, int] = {}
    files: tuple[FileAccount, ...] = ()
    live: Live = Live()
    replaced_estimates: int = 0

    @property
    def rows(self) -> Rows:
        """The account of all files together."""
        return msgspec.structs.replace(account.total(self.files), replaced_estimates=self.replaced_estimates)

    @property
    def is_read(self) -> bool:
        """Whether nobody needs its bytes any more."""
        return self.state != "reading"


def begun(request: ReadUpload) -> Import:
    """The import of an upload that nobody has looked at yet."""
    return Import(
        upload_id=request.upload_id,
        person_id=request.person_id,
        state="reading",
        created_at=request.created_at,
        filename=None if request.filename is None else shown(request.filename),
        bytes=request.bytes,
    )


def counted(found: Import, tallies: Sequence[FileTally]) -> Import:
    """With what has been read so far."""
    return msgspec.structs.replace(
        found,
        reasons=account.reasons(tallies),
        files=tuple(tally.account() for tally in tallies),
        live=account.live(tallies),
    )


def read(found: Import, records: int) -> Import:
    """All is read and in `records` records."""
    return msgspec.structs.replace(found, state="aggregating", records=records)


def failed(found: Import, error: str, now_ms: int) -> Import:
    """Nothing of it is kept but the reason."""
    return msgspec.structs.replace(found, state="failed", error=error, finished_at=now_ms)


def done(found: Import, stored: UploadStored, now_ms: int) -> Import:
    """All is durable: the final account."""
    by_number = {file.file: file for file in stored.files}
    files = tuple(account.settled(file, by_number.get(number)) for number, file in enumerate(found.files))
    return msgspec.structs.replace(
        found, state="done", files=files, replaced_estimates=stored.replaced_estimates, finished_at=now_ms
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
