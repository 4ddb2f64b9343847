"""The clock: at which hours of which weekdays somebody listens."""

from aggregator.domain.statistics.listening import Listening
from aggregator.domain.times.local_times import LocalTimes


def clock(heard: Listening, times: LocalTimes) -> list[list[int]]:
    """Playing time by weekday and hour, on the clocks of your time zone at that moment. A play belongs wholly to the
    hour in which it ended.

    7 rows, Monday first, of 24 hours, in ms.
    """
    ms_played, _ = times.by_hour.within(heard.rows)
    rows: list[list[int]] = ms_played.reshape(7, 24).tolist()
    return rows
