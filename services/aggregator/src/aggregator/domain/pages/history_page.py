"""The next plays of one year of a whole history, with everything that is kept of them."""

from dataclasses import dataclass

import msgspec
import polars as pl

from aggregator.domain.durable.year_table import KEY
from aggregator.domain.pages.history_cursor import MINUTE_S, Place
from aggregator.domain.segment import SOURCES
from contracts.messages.history_pages import HistoryColumns
from contracts.messages.plays import PlayFacts

MOST_PLAYS = 2_000
MOST_BYTES = 700_000
"""Of a page as JSON. A reply may have a mebibyte."""

_MINUTE = (pl.col("played_at") // (MINUTE_S * 1_000)).cast(pl.UInt64).alias("minute")
_PLACE = ("minute", *KEY)
_KEPT = PlayFacts.__struct_fields__


@dataclass(frozen=True)
class HistoryPage:
    """Plays in the order of their moments; `last` is where to go on, `more` whether the year has more."""

    plays: HistoryColumns
    last: Place
    more: bool


def history_page(
    plays: pl.DataFrame, behind: Place | None, most_plays: int = MOST_PLAYS, most_bytes: int = MOST_BYTES
) -> HistoryPage | None:
    """The first of the `plays` (year_table.SCHEMA) that come behind a place; None where there are none.

    Within the limits; a single play is a page however large it is. A minute is not divided, so that the pages together
    are in the order of moments; if one minute alone is too much for a page, its plays come in the order of identities.
    """
    rest = plays.with_columns(_MINUTE).sort(_PLACE)
    if behind is not None:
        rest = rest.filter(_comes_behind(behind))
    if rest.is_empty():
        return None
    size = most_plays
    while True:
        page = _first(rest, size)
        columns = _columns(page.sort("played_at", *KEY))
        if page.height == 1 or len(msgspec.json.encode(columns)) <= most_bytes:
            return HistoryPage(columns, Place(*page.select(_PLACE).row(-1)), page.height < rest.height)
        size = page.height // 2


def _comes_behind(place: Place) -> pl.Expr:
    minute, high, low = (pl.lit(number, pl.UInt64) for number in place)
    of_minute = (pl.col("identity_high") > high) | ((pl.col("identity_high") == high) & (pl.col("identity_low") > low))
    return (pl.col("minute") > minute) | ((pl.col("minute") == minute) & of_minute)


def _first(rest: pl.DataFrame, size: int) -> pl.DataFrame:
    """Up to `size` plays, without the last minute if that goes on behind them."""
    page = rest.head(size)
    if size >= rest.height:
        return page
    minutes, following = page["minute"], rest["minute"][size]
    divided = minutes[-1] == following and minutes[0] != following
    return page.filter(minutes != following) if divided else page


def _columns(page: pl.DataFrame) -> HistoryColumns:
    sources = [SOURCES[rank] for rank in page["source"]]
    return HistoryColumns(source=sources, **{name: page[name].to_list() for name in _KEPT})
