"""Files become an archive while they pass: whatever zipfile reads out of it is what went in."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from gateway.domain.sealing import Archive, is_zip

FILES = st.dictionaries(
    st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
        lambda name: not name.endswith("/")
    ),
    st.lists(st.binary(), max_size=4),
    min_size=1,
    max_size=5,
)


@given(FILES)
def test_an_archive_gives_back_its_files_in_order(files: dict[str, list[bytes]]) -> None:
    archive, content = Archive(), b""
    for name, parts in files.items():
        content += archive.begin(name)
        for part in parts:
            content += archive.add(part)
        content += archive.finish()
    content += archive.end()
    assert is_zip(content)
    read = zipfile.ZipFile(io.BytesIO(content))
    assert read.testzip() is None
    assert [read.read(info) for info in read.infolist()] == [b"".join(parts) for parts in files.values()]


def test_bytes_leave_as_they_come() -> None:
    archive = Archive()
    archive.begin("a.json")
    assert archive.add(b"x" * 1_000_000) == b"x" * 1_000_000, "nothing is held back"


def test_what_is_a_zip() -> None:
    assert is_zip(b"PK\x03\x04rest")
    assert is_zip(b"PK\x05\x06")
    assert not is_zip(b"[{}]")
    assert not is_zip(b"PK")
