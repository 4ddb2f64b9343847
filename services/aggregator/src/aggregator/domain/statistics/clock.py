"""The clock: at which hours of which weekdays somebody listens."""

from aggregator.domain.arrays import sums_by
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.times.local_times import HOURS_OF_WEEK, LocalTimes


def clock(heard: Listening, times: LocalTimes) -> list[list[int]]:
    """Playing time by weekday and hour, on the clocks of your time zone at that moment. A play belongs wholly to the
    hour in which it ended.

    7 rows, Monday first, of 24 hours, in ms.
    """
    hours = sums_by(times.hours[heard.rows], heard.ms_played, HOURS_OF_WEEK)
    rows: list[list[int]] = hours.reshape(7, 24).tolist()
    return rows
