"""Bad uploads: one function for each thing that can be wrong with a body (issue "The main job", "Bad input").

What is small is returned as bytes; what must be big is written to a path or yielded in pieces. Bad rows: `odd_rows`.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.harness.histories.encrypted import encrypted_zip
from tests.harness.histories.extras import account_extras
from tests.harness.histories.files import BOM, encode
from tests.harness.histories.odd_rows import GOOD

PIECE = 1 << 20
NAME = "Spotify Extended Streaming History/Streaming_History_Audio_2024_0.json"


def good_rows(count: int = 3) -> bytes:
    """A small file that has nothing wrong: `count` different plays."""
    return encode([{**GOOD, "ms_played": 30_000 + n} for n in range(count)])


def zip_of(*files: tuple[str, bytes]) -> bytes:
    """A zip with the given files."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return body.getvalue()


def empty_file() -> bytes:
    """Nothing at all."""
    return b""


def not_a_zip() -> bytes:
    """A picture with the name of a zip."""
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


def zip_in_name_only() -> bytes:
    """It begins like a zip and is none."""
    return b"PK\x03\x04" + b"\x00" * 4_000


def truncated_zip() -> bytes:
    """A download that broke off: the directory at the end is missing."""
    whole = zip_of((NAME, good_rows(2_000)))
    return whole[: len(whole) * 2 // 3]


def corrupt_zip() -> bytes:
    """The directory is whole, the packed bytes are not: the file breaks midway, after how many rows is not said."""
    whole = bytearray(zip_of((NAME, good_rows(2_000))))
    middle = len(whole) // 2
    whole[middle : middle + 64] = b"\xff" * 64
    return bytes(whole)


def empty_zip() -> bytes:
    """A zip without any file."""
    return zip_of()


def encrypted() -> bytes:
    """A zip with a password."""
    return encrypted_zip(NAME, good_rows())


def zip_in_zip() -> bytes:
    """The export, packed once more."""
    return zip_of(("my_spotify_data.zip", zip_of((NAME, good_rows()))))


def zip_without_history() -> bytes:
    """Account data from which the histories were taken out."""
    return zip_of(*((f"Spotify Account Data/{name}", content) for name, content in account_extras()))


def outside_names() -> bytes:
    """Good histories under names that point out of any folder: they are read, and nothing is written by those names."""
    names = (
        "../../escaped.json",
        "/tmp/escaped.json",
        "C:\\escaped.json",
        "..\\..\\escaped.json",
        "a/../../escaped.json",
    )
    return zip_of(*((name, encode([{**GOOD, "ms_played": 40_000 + n}])) for n, name in enumerate(names)))


def many_entries(path: Path, count: int) -> Path:
    """A zip bomb by number: `count` tiny files."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.json", b"[]")
    return path


def huge_file(path: Path, size: int) -> Path:
    """A zip bomb by one file that expands to `size` bytes, a thousand times what it is packed."""
    return _bomb(path, 1, size)


def huge_expansion(path: Path, files: int, size: int) -> Path:
    """A zip bomb by the sum: `files` files of `size` bytes, each allowed by itself."""
    return _bomb(path, files, size)


def json_truncated(rows: int = 10) -> bytes:
    """A file that ends inside its last row: `rows` - 1 of them are whole."""
    return good_rows(rows)[:-40]


def json_garbage_after(rows: int = 10) -> bytes:
    """`rows` good rows, then something that is no JSON."""
    return good_rows(rows)[:-1].rstrip() + b", }}} oops"


def json_not_an_array() -> bytes:
    """One row, not in an array."""
    return encode([GOOD])[1:-1].strip()


def json_other_array() -> bytes:
    """An array, but of other things."""
    return b'[1, "two", {"three": 3}, null]'


def json_empty_array() -> bytes:
    """A history of 0 rows, which is fine."""
    return b"[]"


def json_with_bom() -> bytes:
    """A byte order mark in front, which is fine."""
    return BOM + good_rows()


def json_raw_control() -> bytes:
    """A title with a NUL and a tab as they are, not escaped: a good row all the same."""
    return good_rows(1).replace(b"Quiet Rivers", b"Quiet\x00\tRivers")


def json_nested(size: int) -> Iterator[bytes]:
    """`size` bytes of opening brackets, in pieces."""
    return _pieces(b"[", size)


def json_nested_row(depth: int) -> bytes:
    """A good row, then one that is nested `depth` deep."""
    return encode([GOOD], indent=0)[:-1] + b',{"ms_played":' + b"[" * depth + b"]" * depth + b"}]"


def big_body(size: int) -> Iterator[bytes]:
    """A body of `size` bytes, in pieces."""
    return _pieces(b"\x00", size)


def _bomb(path: Path, files: int, size: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(files):
            with archive.open(f"Streaming_History_Audio_2024_{number}.json", "w", force_zip64=True) as file:
                for piece in _pieces(b" ", size):
                    file.write(piece)
    return path


def _pieces(byte: bytes, size: int) -> Iterator[bytes]:
    whole = byte * PIECE
    for _ in range(size // PIECE):
        yield whole
    yield byte * (size % PIECE)
