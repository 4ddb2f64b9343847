"""Rhythm: when somebody listens."""

from aggregator.domain.statistics.biggest_day import biggest_day
from aggregator.domain.statistics.calendar import calendar
from aggregator.domain.statistics.clock import clock
from aggregator.domain.statistics.life import life
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.longest_sitting import longest_sitting
from aggregator.domain.statistics.longest_streak import longest_streak
from aggregator.domain.statistics.months import months
from aggregator.domain.times.local_times import DaySums, LocalTimes
from contracts.messages.rhythm import Rhythm


def rhythm(heard: Listening, times: LocalTimes, days: DaySums | None) -> Rhythm:
    """The rhythm of a window whose days with plays are all in `days`; `times` are those of the whole history."""
    return Rhythm(
        clock=clock(heard, times),
        calendar=calendar(days),
        months=months(days),
        life=life(times.sums),
        longest_streak=longest_streak(days) if days else None,
        biggest_day=biggest_day(days) if days else None,
        longest_sitting=longest_sitting(heard),
    )
