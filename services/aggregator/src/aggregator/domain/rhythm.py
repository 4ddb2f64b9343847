"""Rhythm: when somebody listens."""

from aggregator.domain.biggest_day import biggest_day
from aggregator.domain.calendar import calendar
from aggregator.domain.clock import clock
from aggregator.domain.life import life
from aggregator.domain.listening import Listening
from aggregator.domain.local_times import DaySums, LocalTimes
from aggregator.domain.longest_sitting import longest_sitting
from aggregator.domain.longest_streak import longest_streak
from aggregator.domain.months import months
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
