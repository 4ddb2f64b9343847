"""A zip with a password, by the traditional cipher of PKWARE (APPNOTE.TXT 6.1), which Python only reads."""

import struct
import zlib
from random import Random

PASSWORD = b"made-up"
FLAG_ENCRYPTED = 0x1
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_TABLE = [zlib.crc32(bytes([n]), 0xFFFFFFFF) ^ 0xFFFFFFFF for n in range(256)]


def encrypted_zip(name: str, content: bytes) -> bytes:
    """A zip with one stored, encrypted file; `PASSWORD` opens it."""
    crc = zlib.crc32(content)
    header = Random(crc).randbytes(11) + bytes([crc >> 24])
    data = _encrypt(header + content)
    path = name.encode()
    common = (20, FLAG_ENCRYPTED, 0, 0, 0x5941, crc, len(data), len(content), len(path), 0)
    local = _LOCAL.pack(b"PK\x03\x04", *common) + path + data
    central = _CENTRAL.pack(b"PK\x01\x02", 20, *common, 0, 0, 0, 0, 0) + path
    return local + central + _END.pack(b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)


def _encrypt(plain: bytes) -> bytes:
    keys = (0x12345678, 0x23456789, 0x34567890)
    for byte in PASSWORD:
        keys = _next(keys, byte)
    out = bytearray()
    for byte in plain:
        low = (keys[2] | 2) & 0xFFFF
        out.append(byte ^ ((low * (low ^ 1) >> 8) & 0xFF))
        keys = _next(keys, byte)
    return bytes(out)


def _next(keys: tuple[int, int, int], byte: int) -> tuple[int, int, int]:
    first = _crc(keys[0], byte)
    second = ((keys[1] + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    return first, second, _crc(keys[2], second >> 24)


def _crc(crc: int, byte: int) -> int:
    return (crc >> 8) ^ _TABLE[(crc ^ byte) & 0xFF]
