"""A person's whole history in memory, prepared once so that every question of any window is a few small passes."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
import pyarrow as pa

from aggregator.domain.doubles import double_rows
from aggregator.domain.estimates import without_replaced_estimates
from aggregator.domain.items import number_items
from aggregator.domain.segment import LIVE, SEGMENT_SCHEMA
from contracts.messages.plays import STREAM_MS

KINDS = ("track", "episode", "chapter")


@dataclass(frozen=True)
class History:
    """All plays of one person at one revision.

    plays     one row a play in the order of time: the columns of a segment, text as Enums in code-point order, and
              `double`, `estimate`. Estimates that an export has replaced are not there.
    counted   the same without doubles, narrow: played_at, ms_played, stream, item, private, estimate
    items     what was played: row `item` of it (items.py)
    """

    person_id: str
    revision: int
    plays: pl.DataFrame
    counted: pl.DataFrame
    items: pl.DataFrame

    @property
    def size(self) -> int:
        """Bytes in memory, about."""
        return int(self.plays.estimated_size() + self.counted.estimated_size() + self.items.estimated_size())


def build_history(person_id: str, revision: int, segments: Sequence[pa.Table]) -> History:
    """The history from its segments in the order of their years. Pure: the same segments give the same history."""
    tables = [*segments] or [SEGMENT_SCHEMA.empty_table()]
    frames = [pl.DataFrame(table) for table in tables]
    plays = _coded(without_replaced_estimates(pl.concat(frames, rechunk=True)))
    doubles = pl.Series(double_rows(plays), dtype=pl.UInt32)
    plays = plays.with_columns(
        double=pl.int_range(pl.len(), dtype=pl.UInt32).is_in(doubles.implode()), estimate=pl.col("source") == LIVE
    )
    items, numbers = number_items(plays)
    counted = plays.select(
        "played_at",
        "ms_played",
        "double",
        "estimate",
        pl.col("private").fill_null(value=False),
        stream=pl.col("ms_played") >= STREAM_MS,
        item=numbers,
    )
    return History(person_id, revision, plays, counted.filter(~pl.col("double")).drop("double"), items)


def _coded(plays: pl.DataFrame) -> pl.DataFrame:
    """Text as numbers: a quarter of the memory, and comparing or sorting names is comparing integers.

    Polars sorts text by its UTF-8 bytes, which is the order of code points.
    """
    texts = [name for name, dtype in plays.schema.items() if dtype == pl.String and name != "kind"]
    coded = [plays[name].cast(pl.Enum(plays[name].drop_nulls().unique().sort())) for name in texts]
    return plays.with_columns(plays["kind"].cast(pl.Enum(KINDS)), *coded)
