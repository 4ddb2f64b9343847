"""Zips that are made while their bytes pass: of the files of a form on their way in, of an export on its way out."""

import zipfile
from typing import IO

from gateway.domain.drain import Drain

_ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
"""The first four bytes of a zip, of an empty one and of a split one."""


def is_zip(beginning: bytes) -> bool:
    """Whether bytes that begin so are a zip and need no archive around them."""
    return beginning[:4] in _ZIP_BEGINNINGS


class Archive:
    """A zip that is written once, from front to back. Every call gives the bytes that have become ready by it."""

    def __init__(self) -> None:
        self._ready = Drain()
        self._zip = zipfile.ZipFile(self._ready, "w", zipfile.ZIP_STORED)
        self._file: IO[bytes] | None = None

    def begin(self, name: str, *, compressed: bool = False, wide: bool = True) -> bytes:
        """Begin the next file; the one before has ended.

        The size is not known beforehand: a `wide` file may exceed 2 GiB, any other raises RuntimeError there, but is
        read by every program.
        """
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        self._file = self._zip.open(info, "w", force_zip64=wide)
        return self._ready.take()

    def add(self, content: bytes) -> bytes:
        """Some more of the file begun last."""
        if self._file is None:
            raise ValueError("no file was begun")
        self._file.write(content)
        return self._ready.take()

    def finish(self) -> bytes:
        """End the file begun last."""
        if self._file is not None:
            self._file.close()
            self._file = None
        return self._ready.take()

    def end(self) -> bytes:
        """Write the directory; nothing follows."""
        self._zip.close()
        return self._ready.take()
