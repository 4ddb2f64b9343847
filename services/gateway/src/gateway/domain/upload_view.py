"""An upload as the interface shows it (api.md, "Histories")."""

import msgspec

from contracts.messages.uploads import FileAccount, ImportChanged, Live, Rows, UploadState
from gateway.domain.times import Moment, moment, moment_or_none


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """One upload and the account of its rows. `live` is what it has brought so far, before duplicates are known."""

    id: str
    state: UploadState
    error: str | None
    created_at: Moment
    finished_at: Moment | None
    filename: str | None
    bytes: int
    rows: Rows
    reasons: dict[str, int]
    files: tuple[FileAccount, ...]
    live: Live


class UploadList(msgspec.Struct, frozen=True, kw_only=True):
    """Uploads, newest first; `next` continues the list."""

    items: tuple[Upload, ...]
    next: str | None


class UploadAccepted(msgspec.Struct, frozen=True, kw_only=True):
    """Every byte is safe. `ids` names every upload made of the request, `id` the first of them."""

    id: str
    ids: tuple[str, ...]


class Rejection(msgspec.Struct, frozen=True, kw_only=True):
    """One rejected row: the file's name, the number of the row in it from 1, and why."""

    file: str
    row: int
    reason: str


class RejectionList(msgspec.Struct, frozen=True, kw_only=True):
    """Rejected rows in the order of files and rows; `next` continues the list."""

    items: tuple[Rejection, ...]
    next: str | None


def upload_of(state: ImportChanged, live: Live) -> Upload:
    """`state` as the interface shows it, with `live` as the newest totals."""
    return Upload(
        id=state.upload_id,
        state=state.state,
        error=state.error,
        created_at=moment(state.created_at),
        finished_at=moment_or_none(state.finished_at),
        filename=state.filename,
        bytes=state.bytes,
        rows=state.rows,
        reasons=state.reasons,
        files=state.files,
        live=live,
    )
