"""The day and hour of a moment in a person's zone, by the zone's rules on that day.

zoneinfo is the one source of these rules: polars carries a table of its own, of another year and with other names.
A day is where its moments are, so days that a zone skipped or cut are as long as they were.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl

from aggregator.domain.arrays import Ints

HOUR_MS = 3_600_000
DAY_MS = 86_400_000
_DAY_S = 86_400


def local_ms(moments: Ints, zone: ZoneInfo) -> Ints:
    """What the clocks of `zone` show at each moment (unix ms UTC), as ms since they showed 1970-01-01 00:00."""
    if not len(moments):
        return moments
    years = range(_year(int(moments.min())), _year(int(moments.max())) + 1)
    changes = [change for year in years for change in offset_changes(zone, year)]
    begins = np.array([begin for begin, _ in changes], np.int64)
    offsets = np.array([offset for _, offset in changes], np.int64)
    return moments + offsets[np.searchsorted(begins, moments, side="right") - 1]


def local_days(moments: pl.Series, zone: ZoneInfo) -> pl.Series:
    """Date of each moment (unix ms UTC) in `zone`."""
    days = local_ms(moments.to_numpy(), zone) // DAY_MS
    return pl.Series("day", days.astype(np.int32)).cast(pl.Date)


@lru_cache(maxsize=4096)
def offset_changes(zone: ZoneInfo, year: int) -> tuple[tuple[int, int], ...]:
    """(moment, offset) pairs of the UTC year, both in ms: the offset at its start, then each change of it.

    Looks at the start of every day and halves the way where two differ: no zone changes and changes back in a day.
    """
    start = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    end = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
    changes = [(start * 1000, _offset(zone, start))]
    for day in range(start + _DAY_S, end + 1, _DAY_S):
        offset = _offset(zone, day)
        if offset != changes[-1][1]:
            changes.append((_first_with(zone, offset, day - _DAY_S, day) * 1000, offset))
    return tuple(changes)


def _first_with(zone: ZoneInfo, offset: int, before: int, after: int) -> int:
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(zone, middle) == offset:
            after = middle
        else:
            before = middle
    return after


def _offset(zone: ZoneInfo, second: int) -> int:
    offset = datetime.fromtimestamp(second, zone).utcoffset() or timedelta()
    return offset // timedelta(milliseconds=1)


def _year(moment: int) -> int:
    return datetime.fromtimestamp(moment // 1000, UTC).year
