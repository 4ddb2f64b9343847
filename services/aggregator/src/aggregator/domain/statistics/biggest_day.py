"""The biggest day."""

import numpy as np

from aggregator.domain.arrays import best_row
from aggregator.domain.times.calendar_days import day_of
from aggregator.domain.times.local_times import DaySums
from contracts.messages.rhythm import BiggestDay


def biggest_day(days: DaySums) -> BiggestDay | None:
    """The day with the most playing time. Of equal ones the day with more streams, then the earlier day.

    `days` are those of the window; None without plays.
    """
    played = np.flatnonzero(days.plays)
    if not len(played):
        return None
    place = int(played[best_row(days.ms_played[played], days.streams[played])])
    return BiggestDay(
        day=day_of(days.first + place).isoformat(),
        ms_played=int(days.ms_played[place]),
        streams=int(days.streams[place]),
        plays=int(days.plays[place]),
    )
