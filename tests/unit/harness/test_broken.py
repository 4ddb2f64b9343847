"""Bad uploads are bad in the way that they say."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.harness.histories import broken
from tests.harness.histories.encrypted import FLAG_ENCRYPTED, PASSWORD
from tests.harness.histories.odd_rows import Odd, odd_account, odd_extended, odd_json
from tests.harness.reference.history import History
from tests.harness.reference.uploads import has_history, read_bytes

NOW_MS = 1_780_000_000_000


@pytest.mark.parametrize("body", [broken.zip_in_name_only(), broken.truncated_zip()])
def test_zips_that_cannot_be_opened(body: bytes) -> None:
    with pytest.raises(zipfile.BadZipFile):
        read_bytes("my_spotify_data.zip", body)


def test_a_corrupt_zip_opens_and_does_not_unpack() -> None:
    archive = zipfile.ZipFile(io.BytesIO(broken.corrupt_zip()))
    assert len(archive.namelist()) == 1
    assert _fails_to_unpack(archive)


def test_the_encrypted_zip_opens_with_its_password_only() -> None:
    archive = zipfile.ZipFile(io.BytesIO(broken.encrypted()))
    entry = archive.infolist()[0]
    assert entry.flag_bits & FLAG_ENCRYPTED
    with pytest.raises(RuntimeError, match="password"):
        archive.read(entry)
    assert archive.read(entry, pwd=PASSWORD) == broken.good_rows()


@pytest.mark.parametrize(
    "body",
    [
        broken.empty_file(), broken.not_a_zip(), broken.empty_zip(), broken.zip_in_zip(), broken.zip_without_history(),
        broken.json_not_an_array(), broken.json_other_array(), b"".join(broken.json_nested(3_000_000)),
    ],
)  # fmt: skip
def test_bodies_without_any_history(body: bytes) -> None:
    assert not has_history(read_bytes("upload", body))


def test_rows_before_a_break_count() -> None:
    for body, rows in (
        (broken.json_truncated(10), 9),
        (broken.json_garbage_after(10), 10),
        (broken.json_nested_row(10**6), 1),
    ):
        (file,) = read_bytes("history.json", body)
        assert (file.format, len(file.rows), file.broken) == ("extended", rows, True)


def test_an_empty_array_is_a_history_of_no_rows_and_a_byte_order_mark_is_fine() -> None:
    assert has_history(read_bytes("history.json", broken.json_empty_array()))
    (file,) = read_bytes("history.json", broken.json_with_bom())
    assert (len(file.rows), file.broken) == (3, False)


def test_control_characters_in_a_text_are_let_pass() -> None:
    (file,) = read_bytes("history.json", broken.json_raw_control())
    assert (len(file.rows), file.broken) == (1, False)


def test_names_that_point_outside_are_read_like_any_other() -> None:
    account = History(NOW_MS).add(read_bytes("upload", broken.outside_names()))
    assert account.rows.imported == account.rows.read == len(account.files) == 5


def test_bombs_are_small_and_expand_to_the_size_asked_for(tmp_path: Path) -> None:
    bomb = broken.huge_file(tmp_path / "bomb.zip", 30_000_000)
    assert bomb.stat().st_size < 60_000
    assert [entry.file_size for entry in zipfile.ZipFile(bomb).infolist()] == [30_000_000]
    assert len(zipfile.ZipFile(broken.huge_expansion(tmp_path / "sum.zip", 3, 5_000_000)).infolist()) == 3
    assert len(zipfile.ZipFile(broken.many_entries(tmp_path / "many.zip", 500)).infolist()) == 500
    assert sum(len(piece) for piece in broken.big_body(2_500_000)) == 2_500_000


@pytest.mark.parametrize("odd", [odd_extended(), odd_account()])
def test_each_odd_row_gets_its_reason(odd: list[Odd]) -> None:
    account = History(NOW_MS).add(read_bytes("odd.json", odd_json(odd)))
    expected = {number: reason for number, (_, reason) in enumerate(odd, start=1) if reason}
    assert {rejection.row: rejection.reason for rejection in account.rejections} == expected
    assert account.rows.imported == len(odd) - len(expected)


def test_odd_rows_survive_a_round_trip() -> None:
    assert len(json.loads(odd_json(odd_extended()))) == len(odd_extended())


def _fails_to_unpack(archive: zipfile.ZipFile) -> bool:
    try:
        archive.read(archive.namelist()[0])
    except Exception:  # zlib.error or BadZipFile, by where the damage lies
        return True
    return False
