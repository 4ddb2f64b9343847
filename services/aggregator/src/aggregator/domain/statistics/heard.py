"""What was heard in the window that a question asks for."""

from aggregator.domain.history.counted import Counted
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.times.calendar_days import day_of
from aggregator.domain.times.local_times import LocalTimes
from aggregator.domain.times.windows import Window, window_between


def window_asked(first_day: str | None, last_day: str | None, times: LocalTimes) -> Window | None:
    """The window; where a date is missing, the history's first or last day. Raises InvalidQuestion."""
    days = times.sums
    lowest, highest = (day_of(days.first), day_of(days.last)) if len(days.plays) else (None, None)
    return window_between(first_day, last_day, lowest, highest)


def heard_within(counted: Counted, times: LocalTimes, window: Window | None) -> Listening:
    """The plays of a window, none without one."""
    return Listening(counted, times.rows(window.first_number, window.last_number) if window else slice(0, 0))
