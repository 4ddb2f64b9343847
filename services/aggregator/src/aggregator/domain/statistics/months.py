"""The months of the window."""

import numpy as np

from aggregator.domain.arrays import Ints
from aggregator.domain.times.calendar_days import first_days_of, month_name, months_of
from aggregator.domain.times.local_times import DaySums
from contracts.messages.rhythm import Month


def months(days: DaySums | None) -> list[Month]:
    """Playing time, streams and plays of every month that the time you look at touches; of the first and the last month
    only the days that lie in it.
    """
    if days is None:
        return []
    numbers, starts = month_starts(days)
    columns = (np.add.reduceat(column, starts).tolist() for column in (days.ms_played, days.streams, days.plays))
    return [
        Month(month=month_name(number), ms_played=ms_played, streams=streams, plays=plays)
        for number, ms_played, streams, plays in zip(numbers.tolist(), *columns, strict=True)
    ]


def month_starts(days: DaySums) -> tuple[Ints, Ints]:
    """The months that `days` touch, and for each the place of its first day among them; `days` are not empty."""
    first, last = months_of(np.array([days.first, days.last]))
    numbers = np.arange(first, last + 1)
    return numbers, np.maximum(first_days_of(numbers) - days.first, 0)
