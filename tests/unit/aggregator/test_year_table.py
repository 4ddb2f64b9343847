"""Stored plays come back as they were written, and what is no such table is named."""

from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain import segment
from aggregator.domain.durable.year_table import SCHEMA, UnreadablePlays, decode, encode, segment_table
from tests.harness.stored_plays import stored

_VALUES: dict[pl.DataType, st.SearchStrategy[Any]] = {
    pl.UInt64(): st.integers(0, 2**64 - 1),
    pl.Int64(): st.integers(0, 2**53),
    pl.Int32(): st.integers(0, 2**31 - 1),
    pl.Int8(): st.integers(0, 2),
    pl.Boolean(): st.booleans(),
    pl.String(): st.text(max_size=40),
}
ROWS = st.lists(st.fixed_dictionaries({name: st.none() | _VALUES[kind] for name, kind in SCHEMA.items()}), max_size=8)


@given(ROWS)
def test_plays_come_back_as_written(rows: list[dict[str, Any]]) -> None:
    plays = pl.DataFrame(rows, schema=SCHEMA)

    body = encode(plays)

    assert decode(body).equals(plays)
    assert decode(body, ("title", "played_at")).equals(plays.select("title", "played_at"))


def test_a_segment_is_cut_from_them() -> None:
    plays = stored([{"played_at": 1, "title": "one", "private": True}, {"played_at": 2, "title": None}])

    table = segment.decode(segment.encode(segment_table(plays)))

    assert [(row["played_at"], row["title"], row["private"]) for row in table.to_pylist()] == [
        (1, "one", True),
        (2, None, None),
    ]


@pytest.mark.parametrize("cut", [0, 3, 100, 900])
def test_cut_bytes_are_unreadable(cut: int) -> None:
    with pytest.raises(UnreadablePlays):
        decode(encode(stored([{"played_at": 1}]))[:cut])


def test_another_version_is_named() -> None:
    table = stored([{"played_at": 1}]).to_arrow()
    for metadata, said in ((None, "version none"), ({"version": "0"}, "version 0")):
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema.with_metadata(metadata)) as writer:
            writer.write_table(table)
        with pytest.raises(UnreadablePlays, match=said):
            decode(sink.getvalue().to_pybytes())
