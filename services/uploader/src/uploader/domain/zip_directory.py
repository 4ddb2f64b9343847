"""How large a zip says its directory is, before anybody reads the directory into memory (APPNOTE.TXT 4.3)."""

import struct
from typing import IO

_END = struct.Struct("<4s4H2LH")
_END_MAGIC = b"PK\x05\x06"
_END64 = struct.Struct("<4sQ2H2L4Q")
_END64_MAGIC = b"PK\x06\x06"
_LOCATOR_BYTES = 20
_LONGEST_COMMENT = 0xFFFF


def directory_size(spool: IO[bytes]) -> int | None:
    """Bytes of the central directory, or None where there is no end of one. Of two statements the larger."""
    length = spool.seek(0, 2)
    spool.seek(max(0, length - _LONGEST_COMMENT - _END.size - _LOCATOR_BYTES - _END64.size))
    tail = spool.read()
    at = tail.rfind(_END_MAGIC)
    if at < 0 or len(tail) - at < _END.size:
        return None
    size: int = _END.unpack_from(tail, at)[5]
    at64 = at - _LOCATOR_BYTES - _END64.size
    if at64 >= 0 and tail.startswith(_END64_MAGIC, at64):
        size = max(size, _END64.unpack_from(tail, at64)[8])
    return size
