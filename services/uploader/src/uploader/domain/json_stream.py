"""The rows of a top-level JSON array, in bounded memory.

Fast for what Spotify writes: a block is cut where one object seems to end and the next to begin, and decoded as typed
rows at once. A wrong cut lies inside a string or a nested value, so it can't decode; then, and for rows of unexpected
types, the block is read row by row and tolerantly.
"""

import re
from collections.abc import Iterator
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from uploader.domain.loose_json import Rows, read_rows

BLOCK_BYTES = 1 << 19
MAX_ROW_BYTES = 1 << 20
"""A row that is longer, with the blanks after it, breaks the array. A real one has less than 1,000 bytes."""

_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"
_BOUNDARY = re.compile(rb"\}[ \t\r\n]*,[ \t\r\n]*(?=\{)")
_TAIL_BYTES = 1 << 16
_UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

T = TypeVar("T")


class DamagedData(Exception):
    """Raised by a source whose bytes can't be unpacked any further."""


class BrokenJson(Exception):
    """The array breaks in row `row` (from 1), which begins at byte `offset`; all rows before it were given."""

    def __init__(self, row: int, offset: int) -> None:
        super().__init__(f"breaks in row {row}, at byte {offset}")
        self.row = row
        self.offset = offset


class Source(Protocol):
    """Bytes to read: `read(size)` gives at most `size` bytes, none at the end, and may raise DamagedData."""

    def read(self, size: int, /) -> bytes: ...


class RowStream(Generic[T]):
    """Reads `source`, an array of rows, with `decoder`, which decodes a list of typed rows."""

    def __init__(
        self,
        source: Source,
        decoder: "msgspec.json.Decoder[list[T]]",
        block_bytes: int = BLOCK_BYTES,
        max_row_bytes: int = MAX_ROW_BYTES,
    ) -> None:
        self._source = source
        self._decoder = decoder
        self._block_bytes = block_bytes
        self._max_row_bytes = max_row_bytes
        self._pending = b""
        self._offset = 0
        self._rows = 0
        self._ended = False

    def blocks(self) -> Iterator[list[T | Any]]:
        """Lists of rows, each a typed one or, where that can't be, any JSON value. Raises BrokenJson."""
        self._open()
        closed = False
        while not closed:
            self._fill()
            typed = self._typed_rows()
            if typed is not None:
                closed = self._ended
                self._rows += len(typed)
                yield typed
                continue
            found = read_rows(self._pending, self._ended, self._max_row_bytes, first=self._rows == 0)
            self._consume(found.end)
            self._rows += len(found.rows)
            if found.rows:
                yield found.rows
            closed = self._closed(found)
        self._expect_end()

    def _open(self) -> None:
        """Steps over a byte order mark, blanks and the opening bracket."""
        while not self._ended and len(self._pending) <= len(_BOM):
            self._fill()
        if self._pending.startswith(_BOM):
            self._consume(len(_BOM))
        self._skip_blanks()
        if not self._pending.startswith(b"["):
            raise BrokenJson(1, self._offset)
        self._consume(1)

    def _typed_rows(self) -> list[T] | None:
        """The whole rows of what is pending, or None where they can't be had the fast way."""
        if len(self._pending) > self._max_row_bytes:
            return None  # one of the rows may be too long
        cut = _closing(self._pending) if self._ended else _last_boundary(self._pending)
        if cut is None:
            return None
        end, after = cut
        try:
            rows = self._decoder.decode(b"[%b]" % self._pending[:end])
        except _UNDECODABLE:
            return None
        if self._rows and not rows:
            return None  # a comma stands before the closing bracket
        self._consume(after)
        return rows

    def _closed(self, found: Rows) -> bool:
        if found.broken:
            raise BrokenJson(self._rows + 1, self._offset)
        return found.closed

    def _expect_end(self) -> None:
        """Nothing but blanks may follow the array."""
        self._skip_blanks()
        if self._pending:
            raise BrokenJson(self._rows + 1, self._offset)

    def _skip_blanks(self) -> None:
        while True:
            self._consume(len(self._pending) - len(self._pending.lstrip(_BLANK)))
            if self._pending or self._ended:
                return
            self._fill()

    def _consume(self, count: int) -> None:
        self._pending = self._pending[count:]
        self._offset += count

    def _fill(self) -> None:
        if self._ended:
            return
        try:
            block = self._source.read(self._block_bytes)
        except DamagedData:
            block = b""
        self._ended = not block
        self._pending += block


def _closing(data: bytes) -> tuple[int, int] | None:
    """Where the rows end and where all ends, if the last byte that is not blank closes the array."""
    end = len(data.rstrip(_BLANK)) - 1
    return (end, len(data)) if data[end : end + 1] == b"]" else None


def _last_boundary(data: bytes) -> tuple[int, int] | None:
    """Where the last object but one seems to end, and where the last one seems to begin."""
    boundaries = list(_BOUNDARY.finditer(data, max(0, len(data) - _TAIL_BYTES)))
    return (boundaries[-1].start() + 1, boundaries[-1].end()) if boundaries else None
