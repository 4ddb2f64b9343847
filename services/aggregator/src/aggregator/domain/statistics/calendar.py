"""The calendar: every day of the window."""

from aggregator.domain.times.calendar_days import day_of
from aggregator.domain.times.local_times import DaySums
from contracts.messages.rhythm import Calendar


def calendar(days: DaySums | None) -> Calendar:
    """Playing time of every day, by the calendar of your time zone. A play belongs wholly to the day on which it ended.
    Of more than 20,000 days only those between the first and the last play are shown.
    """
    if days is None:
        return Calendar(first_day=None, ms_played=[])
    return Calendar(first_day=day_of(days.first).isoformat(), ms_played=days.ms_played.tolist())
