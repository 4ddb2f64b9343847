"""Records of plays as a frame of stored plays: what each would be if nothing else were known."""

from array import array
from collections.abc import Callable, Sequence
from itertools import chain, repeat
from typing import Any

import polars as pl
import pyarrow as pa

from aggregator.domain.durable.year_table import FLAGS, SCHEMA, TEXTS
from aggregator.domain.segment import SOURCES
from contracts.messages.plays import PlaysRead

YEAR = pl.from_epoch("played_at", time_unit="ms").dt.year()
"""The UTC year of a play: that of its whole minute, so an identity never moves to another year."""


def frame_of(records: Sequence[PlaysRead]) -> pl.DataFrame:
    """The plays of valid records (jobs/records.py) in their order, with the columns of year_table.SCHEMA."""
    high, low = _numbers(_all(records, "identity"), 2)
    (fingerprint,) = _numbers(_all(records, "fingerprint"), 1)
    columns = {
        "identity_high": high,
        "identity_low": low,
        "fingerprint": fingerprint,
        "source": _each(records, lambda record: SOURCES.index(record.source)),
        **{name: _all(records, name) for name in ("played_at", "ms_played", *TEXTS, *FLAGS, "offline_at")},
        "first_upload": _each(records, lambda record: record.upload_id),
        "first_file": _each(records, lambda record: record.file),
        "improved_upload": None,
        "improved_file": None,
    }
    return pl.DataFrame(columns, schema=SCHEMA)


def by_year(plays: pl.DataFrame) -> dict[int, pl.DataFrame]:
    """The plays by their UTC year, the years in order; within each the order stays."""
    years = plays.with_columns(YEAR.alias("year")).partition_by("year", as_dict=True, include_key=False)
    return {int(year): years[year,] for (year,) in sorted(years)}


def _all(records: Sequence[PlaysRead], column: str) -> list[Any]:
    return list(chain.from_iterable(getattr(record.plays, column) for record in records))


def _each(records: Sequence[PlaysRead], value: Callable[[PlaysRead], Any]) -> list[Any]:
    """The value of its record for every play."""
    return list(chain.from_iterable(repeat(value(record), len(record.plays.identity)) for record in records))


def _numbers(digits: Sequence[str], of_each: int) -> list[pl.Series]:
    """Hexadecimal digits as 64-bit numbers, so many of each; the bytes stand the most significant first."""
    numbers = array("Q", bytes.fromhex("".join(digits)))
    numbers.byteswap()  # arrays and Arrow are little-endian on every machine that Spark runs on
    return [_unsigned(numbers[part::of_each]) for part in range(of_each)]


def _unsigned(numbers: "array[int]") -> pl.Series:
    return pl.Series(pa.Array.from_buffers(pa.uint64(), len(numbers), [None, pa.py_buffer(numbers)]))
