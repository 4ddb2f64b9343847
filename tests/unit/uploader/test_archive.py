"""Every body that can't be read fails as a whole, in words that say what to do; nothing is written by a name."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.harness.histories import broken
from tests.unit.uploader.uploads import files_of, read_upload
from uploader.domain import upload_errors
from uploader.domain.archive import MIB, Bounds
from uploader.domain.upload_errors import CLOSED_FILE, UnreadableUpload

HISTORY = "Streaming_History_Audio_2024.json"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (broken.empty_file(), upload_errors.NEITHER),
        (broken.not_a_zip(), upload_errors.NEITHER),
        (b"\x00" * 100_000, upload_errors.NEITHER),
        (b"   ", upload_errors.NEITHER),
        (broken.zip_in_name_only(), upload_errors.DAMAGED),
        (broken.truncated_zip(), upload_errors.DAMAGED),
        (broken.empty_zip(), upload_errors.NO_HISTORY),
        (broken.encrypted(), upload_errors.ENCRYPTED),
        (broken.zip_in_zip(), upload_errors.ZIP_IN_ZIP),
        (broken.zip_without_history(), upload_errors.NO_HISTORY),
        (broken.json_not_an_array(), upload_errors.NO_HISTORY),
        (broken.json_other_array(), upload_errors.NO_HISTORY),
        (b"".join(broken.json_nested(300_000)), upload_errors.NO_HISTORY),
        (broken.zip_of((HISTORY, b"")), upload_errors.NO_HISTORY),
    ],
)
def test_what_cannot_be_read(body: bytes, error: str) -> None:
    with pytest.raises(UnreadableUpload) as found:
        files_of(body)
    assert str(found.value) == error


@pytest.mark.parametrize("at", [1, 30, 100, 500, -1, -22, -40])
def test_a_zip_that_ends_anywhere_is_damaged(at: int) -> None:
    whole = broken.zip_of((HISTORY, broken.good_rows(500)))
    with pytest.raises(UnreadableUpload):
        files_of(whole[:at])


@pytest.mark.parametrize(
    ("bounds", "error"),
    [
        (Bounds(entries=2), upload_errors.TOO_MANY_FILES.format(limit=2)),
        (Bounds(total_bytes=2 * MIB), upload_errors.TOO_LARGE.format(limit=2)),
        (Bounds(file_bytes=1 * MIB), upload_errors.FILE_TOO_LARGE.format(limit=1)),
    ],
)
def test_bounds(bounds: Bounds, error: str) -> None:
    body = broken.zip_of(("a", b" " * 2 * MIB), ("b", b""), (HISTORY, broken.good_rows()))
    assert len(files_of(body)) == 3
    with pytest.raises(UnreadableUpload, match=error):
        files_of(body, bounds=bounds)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = broken.huge_file(tmp_path / "bomb.zip", 64 * MIB)
    with pytest.raises(UnreadableUpload, match="unpacks to more than 250 times"):
        files_of(bomb.read_bytes())


def test_the_directory_is_not_read_where_it_is_too_large(tmp_path: Path) -> None:
    many = broken.many_entries(tmp_path / "many.zip", 3_000)
    with pytest.raises(UnreadableUpload, match="more than 100 files"):
        files_of(many.read_bytes(), bounds=Bounds(entries=100))


def test_a_directory_of_zip64_counts_too() -> None:
    body = bytearray(broken.zip_of((HISTORY, broken.good_rows())))
    end = body.rfind(b"PK\x05\x06")
    size = (1 << 40).to_bytes(8, "little")
    end64 = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"\x00" * 28 + size + b"\x00" * 8
    body[end:end] = end64 + b"PK\x06\x07" + b"\x00" * 16
    with pytest.raises(UnreadableUpload, match="more than 2000 files"):
        files_of(bytes(body))


def test_an_unknown_compression_is_named() -> None:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(HISTORY, broken.good_rows())
    with pytest.raises(UnreadableUpload, match="packed in a way"):
        files_of(body.getvalue())


def test_names_are_shown_and_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = read_upload(broken.outside_names())
    assert [tally.read for tally in found.tallies] == [1] * 5
    assert found.tallies[0].name == "../../escaped.json"
    assert not list(tmp_path.iterdir())


def test_damage_inside_costs_only_what_comes_after_it() -> None:
    whole = bytearray(broken.zip_of((HISTORY, broken.good_rows(60_000)), ("b.json", broken.good_rows(5))))
    middle = whole.index(b"b.json") // 2
    whole[middle : middle + 64] = b"\xff" * 64
    found = read_upload(bytes(whole))
    broken_file, fine = found.tallies
    assert 0 < broken_file.read < 60_000
    assert broken_file.error is not None
    assert broken_file.error.startswith(f"breaks in row {broken_file.read + 1}, at byte ")
    assert (fine.read, fine.error) == (5, None)


def test_a_file_that_cannot_be_opened_says_so_and_costs_no_other() -> None:
    whole = bytearray(broken.zip_of(("b.json", broken.good_rows(5)), (HISTORY, broken.good_rows(3))))
    whole[30] = 0xFF  # the name beside the bytes is another one than the directory's
    closed, fine = read_upload(bytes(whole)).tallies
    assert (closed.format, closed.read, closed.error) == ("ignored", 0, CLOSED_FILE)
    assert (fine.read, fine.error) == (3, None)


def test_a_zip_of_which_nothing_can_be_opened_is_damaged() -> None:
    whole = bytearray(broken.zip_of((HISTORY, broken.good_rows(5))))
    whole[30] = 0xFF
    with pytest.raises(UnreadableUpload, match="is damaged"):
        files_of(bytes(whole))


@pytest.mark.parametrize(
    ("body", "rows", "error"),
    [
        (broken.json_truncated(10), 9, "breaks in row 10, at byte "),
        (broken.json_garbage_after(10), 10, "breaks in row 11, at byte "),
        (broken.json_nested_row(100_000), 1, "breaks in row 2, at byte "),
        (broken.json_with_bom(), 3, None),
        (broken.json_empty_array(), 0, None),
    ],
)
def test_files_that_break_midway(body: bytes, rows: int, error: str | None) -> None:
    (tally,) = read_upload(body, "history.json").tallies
    assert tally.read == rows
    assert (tally.error or "").startswith(error or "")
    assert (tally.error is None) == (error is None)


def test_names_fit_to_be_stored() -> None:
    (file,) = files_of(b"[]", "\ud83d" + "x" * 1_000)
    assert file.entry.name == "?" + "x" * 499
