"""Days and months as whole numbers: days since 1970-01-01, months since January 1970."""

from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from aggregator.domain.arrays import Ints, SmallInts

_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days from 1970-01-01 to `day`."""
    return (day - _EPOCH).days


def day_of(number: int) -> date:
    """The day with this number."""
    return _EPOCH + timedelta(number)


def months_of(days: SmallInts) -> Ints:
    """The month of each day."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def first_days_of(months: Ints) -> Ints:
    """The first day of each month."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


@lru_cache(maxsize=4096)
def month_name(month: int) -> str:
    """`YYYY-MM`."""
    year, place = divmod(month, 12)
    return f"{1970 + year:04}-{place + 1:02}"
