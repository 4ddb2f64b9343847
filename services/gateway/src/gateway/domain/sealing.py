"""Several files of one form become one archive on its way: a zip without compression, made while the bytes pass."""

import zipfile
from typing import IO

_ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
"""The first four bytes of a zip, of an empty one and of a split one."""


def is_zip(beginning: bytes) -> bool:
    """Whether bytes that begin so are a zip and need no archive around them."""
    return beginning[:4] in _ZIP_BEGINNINGS


class Archive:
    """A zip that is written once, from front to back. Every call gives the bytes that have become ready by it."""

    def __init__(self) -> None:
        self._ready = _Drain()
        self._zip = zipfile.ZipFile(self._ready, "w", zipfile.ZIP_STORED)  # type: ignore[call-overload]  # needs write and flush only
        self._file: IO[bytes] | None = None

    def begin(self, name: str) -> bytes:
        """Begin the next file; the one before has ended."""
        # the size is not known beforehand, so the fields for it must be the wide ones
        self._file = self._zip.open(zipfile.ZipInfo(name), "w", force_zip64=True)
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


class _Drain:
    """What a zip is written to: it cannot be sought in, so sizes follow the content."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, content: bytes) -> int:
        """Keep `content` until `take`."""
        self._parts.append(bytes(content))
        return len(content)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        """What was written since the last call."""
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken
