"""What was uploaded, as files that can be read: a zip's, or the one JSON file.

Names in a zip are shown and never used for writing. Nothing is unpacked but what is being read.
"""

import errno
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, cast

from uploader.domain import upload_errors
from uploader.domain.json_stream import DamagedData, Source
from uploader.domain.upload_errors import UnreadableUpload
from uploader.domain.zip_directory import directory_size

MIB = 1 << 20
LONGEST_NAME = 500
LONE_NAME = "history.json"

_DIRECTORY_BYTES_PER_FILE = 512
_SMALL_BYTES = 16 * MIB
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BOM = b"\xef\xbb\xbf"
_HEAD_BYTES = 4096
_FAULTS_OF_ZIPS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OverflowError, RuntimeError, ValueError)
"""All that `zipfile` raises for what a zip says: features that it lacks and text that is none are among them."""


@dataclass(frozen=True)
class Bounds:
    """What an upload may hold. Sizes are bytes after unpacking; `ratio` is unpacked to packed, of large files.

    `rows` are read at most, and of them `rejected` kept with their reasons: nobody has listened to more.
    """

    entries: int = 2_000
    total_bytes: int = 4096 * MIB
    file_bytes: int = 2048 * MIB
    ratio: int = 250
    rows: int = 5_000_000
    rejected: int = 100_000


@dataclass(frozen=True)
class Entry:
    """A file: `number` is its place in the archive, `open` begins to read it and raises DamagedData where it can't."""

    number: int
    name: str
    open: Callable[[], Source]
    lone: bool = False


def entries(spool: IO[bytes], filename: str | None, bounds: Bounds) -> list[Entry]:
    """The files of an upload in the archive's order. Raises UnreadableUpload."""
    spool.seek(0)
    head = spool.read(_HEAD_BYTES).removeprefix(_BOM).lstrip()
    if head.startswith((b"[", b"{")):
        return [_lone(spool, filename, bounds)]
    size = directory_size(spool)
    if size is None:
        raise UnreadableUpload(upload_errors.DAMAGED if head.startswith(b"PK") else upload_errors.NEITHER)
    if size > bounds.entries * _DIRECTORY_BYTES_PER_FILE:
        raise UnreadableUpload(upload_errors.TOO_MANY_FILES.format(limit=bounds.entries))
    try:
        with _damage_shown():
            archive = zipfile.ZipFile(spool)
    except DamagedData as damage:
        raise UnreadableUpload(upload_errors.DAMAGED) from damage
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _check(infos, bounds)
    return [_entry(archive, number, info) for number, info in enumerate(infos)]


def _lone(spool: IO[bytes], filename: str | None, bounds: Bounds) -> Entry:
    if spool.seek(0, 2) > bounds.file_bytes:
        raise UnreadableUpload(upload_errors.FILE_TOO_LARGE.format(limit=bounds.file_bytes // MIB))

    def source() -> Source:
        spool.seek(0)
        return spool

    return Entry(0, shown(filename or LONE_NAME), source, lone=True)


def _check(infos: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    """Refuses what no export is, by what the directory says: no more than that is ever unpacked."""
    if len(infos) > bounds.entries:
        raise UnreadableUpload(upload_errors.TOO_MANY_FILES.format(limit=bounds.entries))
    if sum(info.file_size for info in infos) > bounds.total_bytes:
        raise UnreadableUpload(upload_errors.TOO_LARGE.format(limit=bounds.total_bytes // MIB))
    for info in infos:
        if info.file_size > bounds.file_bytes:
            raise UnreadableUpload(upload_errors.FILE_TOO_LARGE.format(limit=bounds.file_bytes // MIB))
        if info.file_size > _SMALL_BYTES and info.file_size > bounds.ratio * info.compress_size:
            raise UnreadableUpload(upload_errors.PACKED_TOO_TIGHTLY.format(limit=bounds.ratio))
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableUpload(upload_errors.ENCRYPTED)
        if info.compress_type not in _READABLE:
            raise UnreadableUpload(upload_errors.UNKNOWN_COMPRESSION)


def _entry(archive: zipfile.ZipFile, number: int, info: zipfile.ZipInfo) -> Entry:
    return Entry(number, shown(info.filename), lambda: _ZipSource(archive, info))


def shown(name: str) -> str:
    """A name fit to be shown and stored: no lone surrogates, not endless."""
    return name[:LONGEST_NAME].encode(errors="replace").decode()


@contextmanager
def _damage_shown() -> Iterator[None]:
    """Whatever is wrong with the zip becomes DamagedData; faults of the disk stay what they are."""
    try:
        yield
    except _FAULTS_OF_ZIPS as fault:
        raise DamagedData from fault
    except OSError as fault:
        if fault.errno != errno.EINVAL:  # the zip names a place before its beginning
            raise
        raise DamagedData from fault


class _ZipSource:
    """A file in a zip. What was unpacked before the damage is given first."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self._damaged = False
        with _damage_shown():
            self._file = cast(zipfile.ZipExtFile, archive.open(info))

    def read(self, size: int, /) -> bytes:
        parts = bytearray()
        while len(parts) < size and not self._damaged:
            piece = self._piece(size - len(parts))
            if not piece:
                break
            parts += piece
        if self._damaged and not parts:
            raise DamagedData
        return bytes(parts)

    def _piece(self, size: int) -> bytes:
        with suppress(DamagedData), _damage_shown():
            return self._file.read1(size)
        self._damaged = True
        return b""
