"""Uploads made to do harm: whatever is in them, they are read or refused, and what they may cost is bounded."""

import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harness.histories import broken
from tests.unit.uploader.uploads import read_upload
from uploader.domain.archive import Bounds
from uploader.domain.upload_errors import UnreadableUpload

HISTORY = "Streaming_History_Audio_2024.json"
GOOD = broken.zip_of(("\u00e4_2024.json", broken.good_rows(40)), ("b.json", broken.good_rows(5)))
DIRECTORY, END = GOOD.index(b"PK\x01\x02"), GOOD.rindex(b"PK\x05\x06")


def patched_data(body: bytearray) -> None:
    body[DIRECTORY + 8] |= 1 << 5


def strong_encryption(body: bytearray) -> None:
    body[DIRECTORY + 8] |= 1 << 6


def directory_before_the_beginning(body: bytearray) -> None:
    offset = struct.unpack_from("<L", GOOD, END + 16)[0] + 50
    struct.pack_into("<L", body, END + 16, offset)


def name_that_is_no_text(body: bytearray) -> None:
    body[30] = 0xFF


@pytest.mark.parametrize(
    "craft", [patched_data, strong_encryption, directory_before_the_beginning, name_that_is_no_text]
)
def test_a_crafted_zip_is_read_or_refused(craft: Callable[[bytearray], None]) -> None:
    body = bytearray(GOOD)
    craft(body)
    read_or_refused(bytes(body))


@given(
    flips=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(1, 255)), max_size=4), end=st.integers(0, 99)
)
def test_a_damaged_zip_is_read_or_refused(flips: list[tuple[int, int]], end: int) -> None:
    body = bytearray(GOOD)
    for at, change in flips:
        body[at] ^= change
    read_or_refused(bytes(body[: len(body) - end if end < 20 else None]))


def read_or_refused(body: bytes) -> None:
    try:
        read_upload(body)
    except UnreadableUpload as error:
        assert str(error)


def test_rows_are_bounded_over_all_files() -> None:
    body = broken.zip_of(("a_" + HISTORY, broken.good_rows(6)), ("b_" + HISTORY, broken.good_rows(6)))
    assert [tally.error for tally in read_upload(body, bounds=Bounds(rows=12)).tallies] == [None, None]
    first, second = read_upload(body, bounds=Bounds(rows=10)).tallies
    assert (first.read, first.error, second.read) == (6, None, 4)
    assert second.error
    assert "Row 5: the upload holds more than 10 rows" in second.error


def test_rejected_rows_are_bounded() -> None:
    rows = broken.good_rows(1)[:-1].rstrip() + b", 1" * 50 + b"]"
    (tally,) = read_upload(rows, HISTORY, Bounds(rejected=50)).tallies
    assert (tally.read, tally.rejected, tally.error) == (51, 50, None)
    (tally,) = read_upload(rows, HISTORY, Bounds(rejected=49)).tallies
    assert tally.error
    assert "more than 49 rows of the upload are no plays" in tally.error
