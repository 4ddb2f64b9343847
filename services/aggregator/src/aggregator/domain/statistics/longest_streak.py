"""The longest streak of days."""

import numpy as np

from aggregator.domain.times.calendar_days import day_of
from aggregator.domain.times.local_times import DaySums
from contracts.messages.rhythm import Streak


def longest_streak(days: DaySums) -> Streak | None:
    """The most days in a row with at least one play each, within the time you look at. Of equally long ones the first.

    `days` are those of the window; None without plays.
    """
    played = np.flatnonzero(days.plays)
    if not len(played):
        return None
    begins = np.flatnonzero(np.diff(played, prepend=played[0] - 2) > 1)
    lengths = np.diff(begins, append=len(played))
    longest = int(lengths.argmax())  # the first of equal ones
    first, length = days.first + int(played[begins[longest]]), int(lengths[longest])
    return Streak(first_day=day_of(first).isoformat(), last_day=day_of(first + length - 1).isoformat(), days=length)
