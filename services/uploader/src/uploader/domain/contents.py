"""Which files of an upload are histories: the first rows of each are looked at, and nothing else is read."""

from dataclasses import dataclass

from contracts.messages.uploads import FileFormat
from uploader.domain import upload_errors
from uploader.domain.archive import Entry
from uploader.domain.formats import format_by_name, format_of, is_resource_fork
from uploader.domain.json_stream import MAX_ROW_BYTES, DamagedData, Source
from uploader.domain.loose_json import read_rows
from uploader.domain.upload_errors import UnreadableUpload

_HEADS = (1 << 16, MAX_ROW_BYTES + 1)
"""How much is looked at: enough for some rows of any real file, then enough for one row of any size allowed."""

_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class UploadedFile:
    """A file and what it is. `error` says why it is ignored where it could not even be looked at."""

    entry: Entry
    format: FileFormat
    error: str | None = None


def look_at(entries: list[Entry]) -> list[UploadedFile]:
    """All files with their formats, in the archive's order. Raises UnreadableUpload where none is a history."""
    files = [_look_at(entry) for entry in entries]
    if all(file.format == "ignored" for file in files):
        if any(file.error for file in files):
            raise UnreadableUpload(upload_errors.DAMAGED)
        nested = any(_head(file.entry, len(_ZIP))[0] == _ZIP for file in files)
        raise UnreadableUpload(upload_errors.ZIP_IN_ZIP if nested else upload_errors.NO_HISTORY)
    return files


def _look_at(entry: Entry) -> UploadedFile:
    try:
        return UploadedFile(entry, _format(entry))
    except DamagedData:
        return UploadedFile(entry, "ignored", upload_errors.CLOSED_FILE)


def _format(entry: Entry) -> FileFormat:
    if is_resource_fork(entry.name):
        return "ignored"
    for size in _HEADS:
        head, whole = _head(entry, size)
        array = head.removeprefix(_BOM).lstrip(_BLANK)
        if not array.startswith(b"["):
            return "ignored"
        found = read_rows(array[1:], whole, MAX_ROW_BYTES, first=True)
        if not found.rows and found.closed and not array[1 + found.end :].strip(_BLANK):
            return _format_of_empty(entry)
        format_found = format_of(found.rows)
        if format_found != "ignored" or whole:
            return format_found
    return "ignored"


def _format_of_empty(entry: Entry) -> FileFormat:
    """An empty array is a history of no rows if its name says so, or if it was uploaded by itself."""
    by_name = format_by_name(entry.name)
    return "extended" if entry.lone and by_name == "ignored" else by_name


def _head(entry: Entry, size: int) -> tuple[bytes, bool]:
    """The first `size` bytes, fewer where the file is shorter or damaged, and whether that is all of it.

    Raises DamagedData where it can't be opened.
    """
    source = entry.open()
    head = b""
    while len(head) < size:
        piece = _read(source, size - len(head))
        if not piece:
            return head, True
        head += piece
    return head, False


def _read(source: Source, size: int) -> bytes:
    try:
        return source.read(size)
    except DamagedData:
        return b""
