"""Which days the calendar and the months show of a window."""

import numpy as np

from aggregator.domain.times.local_times import DaySums
from aggregator.domain.times.windows import Window

MAX_DAYS = 20_000
"""Of a longer window, which reaches far beyond any history, only the days between its plays are shown."""


def shown_days(days: DaySums, window: Window) -> DaySums | None:
    """The sums of the days of `window`, from those of a whole history; None where a long window has no play."""
    if window.length <= MAX_DAYS:
        return days.between(window.first_number, window.last_number)
    first, last = max(days.first, window.first_number), min(days.last, window.last_number)
    if first > last:
        return None
    played = np.flatnonzero(days.between(first, last).plays)
    if not len(played):
        return None
    return days.between(first + int(played[0]), first + int(played[-1]))
