"""Messages around one upload: the command to read it, what it has brought so far, and its state."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message

UploadState = Literal["receiving", "reading", "aggregating", "done", "failed"]
FileFormat = Literal["extended", "account", "nachklang", "ignored"]
"""`nachklang` is a history that this program has given out."""


class ReadUpload(Message, frozen=True):
    """Command to read one upload whose bytes the broker has acknowledged (claim check: the range in `upload-chunks`).

    The range holds chunks of other uploads too: the key tells them apart. `chunks` are in order, numbered from 0 in
    the header `chunk`. `created_at` is unix ms UTC and also bounds what counts as "in the future".
    """

    SCHEMA: ClassVar[str] = "read-upload.v1"

    upload_id: str
    person_id: str
    created_at: int
    filename: str | None
    bytes: int
    chunks: int
    partition: int
    first_offset: int
    last_offset: int


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """The account of rows: read = imported + duplicate + rejected.

    `improved` are those duplicates that bettered a stored row. `doubles` are those imported plays that two devices
    logged at once (product.md, "Double logging"): stored, shown, and left out of every count. `replaced_estimates` are
    no rows of the upload but plays of the live feed that it stands for now.
    """

    read: int = 0
    imported: int = 0
    duplicate: int = 0
    rejected: int = 0
    improved: int = 0
    doubles: int = 0
    replaced_estimates: int = 0


class FileAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One file of an upload, in the archive's order. `error` says where and why a file broke off."""

    name: str
    format: FileFormat
    rows: Rows
    error: str | None = None


class LiveTrack(msgspec.Struct, frozen=True, kw_only=True):
    """A track by its playing time so far, ms."""

    title: str
    artist: str
    ms_played: int


class Live(msgspec.Struct, frozen=True, kw_only=True):
    """What an upload has brought so far, before duplicates are known. Streams are plays of at least 30 s.

    `top_track` is the one with the longest playing time so far; None before the first named track.
    """

    ms_played: int = 0
    streams: int = 0
    top_track: LiveTrack | None = None


class ImportChanged(Message, frozen=True):
    """An import as it stands now: an absolute state, so the newest one wins. The shape of `/api/v1/uploads/{id}`."""

    SCHEMA: ClassVar[str] = "import-changed.v1"

    upload_id: str
    person_id: str
    state: UploadState
    error: str | None
    created_at: int
    finished_at: int | None
    filename: str | None
    bytes: int
    rows: Rows
    reasons: dict[str, int]
    files: tuple[FileAccount, ...]
    live: Live


class LiveTotalsChanged(Message, frozen=True):
    """Running totals of one running upload, absolute. `records` is how many `plays` records they cover."""

    SCHEMA: ClassVar[str] = "live-totals-changed.v1"

    upload_id: str
    person_id: str
    records: int
    rows: int
    ms_played: int
    streams: int
    top_track: LiveTrack | None = None


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows of one file (its number in the archive) are plays that it brought first, or bettered.

    `doubles` are those that it brought first and that are no count of anything: double logging.
    """

    file: int
    imported: int
    improved: int
    doubles: int = 0


class UploadStored(Message, frozen=True):
    """Every record of the upload is durable and counted in `revision`. Counts are absolute: a repeat says the same.

    `replaced_estimates` are the plays of the live feed at or before its newest row: it stands for them now.
    """

    SCHEMA: ClassVar[str] = "upload-stored.v1"

    upload_id: str
    person_id: str
    revision: int
    files: tuple[StoredFile, ...]
    replaced_estimates: int = 0
