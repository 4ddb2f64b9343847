"""A segment comes back as it was written, whatever the strings hold, and a broken one is named."""

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.segment import SEGMENT_SCHEMA, UnreadableSegment, decode, encode

_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "int64": st.integers(0, 2**53),
    "int8": st.integers(0, 2),
    "bool": st.booleans(),
    "string_view": st.text(max_size=40),
}


def _cell(field: Any) -> st.SearchStrategy[Any]:
    value = _VALUES[str(field.type)]
    return st.none() | value if field.nullable else value


ROWS = st.lists(st.fixed_dictionaries({field.name: _cell(field) for field in SEGMENT_SCHEMA}), max_size=8)


@given(ROWS)
def test_a_segment_comes_back_as_written(rows: list[dict[str, Any]]) -> None:
    table = pa.Table.from_pylist(rows, schema=SEGMENT_SCHEMA)

    assert decode(encode(table)).to_pylist() == rows


def test_the_pieces_of_a_table_do_not_show_in_the_bytes() -> None:
    row = {"played_at": 1, "ms_played": 2, "source": 1, "kind": "track", "title": "ä" * 10_000}
    whole = pa.Table.from_pylist([row, row], schema=SEGMENT_SCHEMA)

    assert encode(pa.concat_tables([whole.slice(0, 1), whole.slice(1, 1)])) == encode(whole)


@pytest.mark.parametrize("cut", [0, 3, 100, 900])
def test_a_cut_segment_is_unreadable(cut: int) -> None:
    body = encode(
        pa.Table.from_pylist([{"played_at": 1, "ms_played": 2, "source": 1, "kind": "track"}], SEGMENT_SCHEMA)
    )

    with pytest.raises(UnreadableSegment):
        decode(body[:cut])


def test_other_columns_are_unreadable() -> None:
    sink = pa.BufferOutputStream()
    table = pa.table({"played_at": [1]})
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)

    with pytest.raises(UnreadableSegment, match="played_at"):
        decode(sink.getvalue().to_pybytes())
