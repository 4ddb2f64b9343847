"""The life strip."""

import numpy as np

from aggregator.domain.statistics.months import month_starts
from aggregator.domain.times.calendar_days import month_name
from aggregator.domain.times.local_times import DaySums
from contracts.messages.rhythm import MonthOfLife


def life(days: DaySums) -> list[MonthOfLife]:
    """Playing time of every month from your first play to your last, whatever time you look at; months of silence too.

    `days` are those of a whole history.
    """
    if not len(days.plays):
        return []
    numbers, starts = month_starts(days)
    sums = np.add.reduceat(days.ms_played, starts).tolist()
    return [
        MonthOfLife(month=month_name(number), ms_played=ms) for number, ms in zip(numbers.tolist(), sums, strict=True)
    ]
