"""The rows of an array are the same however its bytes arrive, and a break costs only what comes after it."""

import io
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harness.reference.arrays import read_array
from uploader.domain.json_stream import BrokenJson, DamagedData, RowStream

MAX_ROW = 4_000


class Row(msgspec.Struct):
    """A row of some keys, as any typed row is."""

    name: str | None = None
    count: int | None = None


DECODER = msgspec.json.Decoder(list[Row])

_tricky = st.sampled_from(["},{", "}, {", '"},\n{"', "]", "[", "\\", '\\"', "😀", "\ud83d", "\x00", "a" * 300, "é"])
_texts = st.lists(_tricky | st.text(max_size=5), max_size=4).map("".join)
_values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _texts
_nested = st.recursive(_values, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3))
_typed = st.fixed_dictionaries({}, optional={"name": st.none() | _texts, "count": st.none() | st.integers()})
_rows = st.lists(_typed | st.dictionaries(st.sampled_from(["name", "count", "x"]), _nested) | _nested, max_size=12)
_layouts = st.sampled_from([(None, (",", ":")), (None, (" , ", " : ")), (2, None), (0, None)])


def read(data: bytes, block_bytes: int) -> tuple[list[Any], BrokenJson | None]:
    """All rows as plain values, and the break if there is one."""
    rows: list[Any] = []
    try:
        for block in RowStream(io.BytesIO(data), DECODER, block_bytes, MAX_ROW).blocks():
            rows += [(row.name, row.count) if isinstance(row, Row) else row for row in block]
    except BrokenJson as broken:
        return rows, broken
    return rows, None


def comparable(row: Any) -> Any:
    """What of a row both ways of reading tell."""
    if not isinstance(row, dict):
        return row
    name, count = row.get("name"), row.get("count")
    typed = (name is None or type(name) is str) and (count is None or type(count) is int)
    return (_whole(name), count) if typed else {key: _whole(value) for key, value in row.items()}


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)


@given(_rows, _layouts, st.booleans(), st.integers(1, 200), st.booleans())
def test_any_chunking_gives_the_rows_of_the_array(
    rows: list[Any], layout: tuple[int | None, Any], ascii_only: bool, block_bytes: int, mark: bool
) -> None:
    indent, separators = layout
    text = json.dumps(rows, indent=indent, separators=separators, ensure_ascii=ascii_only)
    data = text.encode("utf-8", "surrogatepass") if ascii_only else text.encode("utf-8", "replace")
    expected = json.loads(data)
    found, broken = read((b"\xef\xbb\xbf" if mark else b"") + data, block_bytes)
    assert broken is None
    assert [comparable(row) for row in found] == [comparable(row) for row in expected]


@given(_rows, st.integers(1, 100), st.integers(1, 100), st.data())
def test_a_break_is_the_same_however_the_bytes_arrive(rows: list[Any], one: int, other: int, data: Any) -> None:
    whole = json.dumps(rows).encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(st.sampled_from([whole[:at], whole[:at] + b"!" + whole[at:], whole + b" oops"]))
    found, broken = read(damaged, one)
    again, broken_again = read(damaged, other)
    assert [comparable(row) for row in found] == [comparable(row) for row in again]
    assert str(broken) == str(broken_again)
    array = read_array(damaged.decode())
    expected = [] if array is None else array.rows
    assert [comparable(row) for row in found] == [comparable(row) for row in expected]
    assert (broken is not None) == (array is None or array.broken)
    if broken is not None:
        assert broken.row == len(found) + 1


def test_the_break_names_row_and_byte() -> None:
    found, broken = read(b'[{"count": 1},\n {"count": 2},\n {"count": 3', 7)
    assert len(found) == 2
    assert str(broken) == "breaks in row 3, at byte 31"


@pytest.mark.parametrize("block_bytes", range(1, 12))
@pytest.mark.parametrize("data", [b"[1, 2,]", b"[1, 2, ]\n", b"[{}, {},]"])
def test_a_comma_before_the_end_is_a_break(data: bytes, block_bytes: int) -> None:
    found, broken = read(data, block_bytes)
    assert len(found) == 2
    assert broken is not None
    assert (broken.row, data[broken.offset :].strip()) == (3, b"]")


@pytest.mark.parametrize("block_bytes", [1, 100, 10_000])
def test_a_row_that_is_too_long_breaks_the_array(block_bytes: int) -> None:
    row = json.dumps({"name": "x" * MAX_ROW})
    found, broken = read(f'[{{"count": 1}}, {row}, {{"count": 2}}]'.encode(), block_bytes)
    assert (len(found), str(broken)) == (1, "breaks in row 2, at byte 15")


def test_a_row_that_is_too_deep_breaks_the_array() -> None:
    found, broken = read(b'[{"count": 1}, {"x": ' + b"[" * 1_500 + b"]" * 1_500 + b"}]", 1_000)
    assert (len(found), str(broken)) == (1, "breaks in row 2, at byte 15")


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"[]", []),
        (b" \xef\xbb\xbf[]"[1:], []),
        (b'[{"count": 1e3}]', [{"count": 1e3}]),
        (b'[{"name": "\xff"}]', [("\ufffd", None)]),
        (b'[{"name": "\\ud83d!"}]', [{"name": "\ufffd!"}]),
        (b'[{"name": "a\tb"}]', [{"name": "a\tb"}]),
        (b'[{"count": ' + b"9" * 5_000 + b"}]", None),
    ],
)
def test_strange_but_readable(data: bytes, rows: list[Any] | None) -> None:
    source = io.BytesIO(data)
    found: list[Any]
    (found,) = list(RowStream(source, DECODER).blocks())
    if rows is None:
        assert found[0]["count"] > 10**3_000
    else:
        assert [comparable(row) for row in map(_plain, found)] == [comparable(row) for row in map(_plain, rows)]


def test_nan_is_no_integer_and_no_break() -> None:
    row: Any
    ((row,),) = list(RowStream(io.BytesIO(b'[{"count": NaN}]'), DECODER).blocks())
    assert row["count"] != row["count"]


@pytest.mark.parametrize("data", [b"", b"  ", b"{}", b"null", b"x"])
def test_no_array_at_all(data: bytes) -> None:
    assert read(data, 10)[1] is not None


def test_rows_before_damaged_bytes_count() -> None:
    class Damaged(io.BytesIO):
        """Unpacks well for a while."""

        def read(self, size: int | None = -1, /) -> bytes:
            found = super().read(size)
            if not found:
                raise DamagedData
            return found

    stream = RowStream(Damaged(b'[{"count": 1}, {"count": 2}, {"cou'), DECODER, 10, MAX_ROW)
    rows: list[Any] = []
    with pytest.raises(BrokenJson, match="row 3, at byte 29"):
        for block in stream.blocks():
            rows += block
    assert len(rows) == 2


def _plain(row: Any) -> Any:
    if isinstance(row, Row):
        return {"name": row.name, "count": row.count}
    return {"name": row[0], "count": row[1]} if isinstance(row, tuple) else row
