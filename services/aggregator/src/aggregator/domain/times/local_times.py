"""Plays on a zone's calendar: the day and the hour of each, and the sums of every day."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np

from aggregator.domain.arrays import Bools, Ints, Rows, SmallInts, sums_by
from aggregator.domain.running_sums import RunningSums, running_sums
from aggregator.domain.times.days import DAY_MS, HOUR_MS, local_ms

HOURS_OF_WEEK = 7 * 24
_THURSDAY = 3
"""The weekday of 1970-01-01, Monday being 0."""


@dataclass(frozen=True)
class DaySums:
    """The sums of days in a row, days without plays too; `first` is the number of the first one."""

    first: int
    ms_played: Ints
    streams: Ints
    plays: Ints

    @property
    def last(self) -> int:
        """The number of the last day; one before `first` where there is none."""
        return self.first + len(self.plays) - 1

    def between(self, first: int, last: int) -> "DaySums":
        """The days from `first` to `last`, both included, also those beyond the ones that are here."""
        begin, end = max(first, self.first), min(last, self.last) + 1
        padded = np.zeros((3, last - first + 1), np.int64)
        if begin < end:
            here = slice(begin - self.first, end - self.first)
            padded[:, begin - first : end - first] = (self.ms_played[here], self.streams[here], self.plays[here])
        return DaySums(first, *padded)


@dataclass(frozen=True)
class LocalTimes:
    """Of the plays of a history in one zone.

    days     one entry a play: the number of its day
    by_hour  of every hour of the week, 0 to 167 from Monday 0:00
    ordered  whether days never go back; they do where a zone's midnight came twice (St. John's until 2011)
    sums     of every day from the first to the last that has a play
    """

    days: SmallInts
    by_hour: RunningSums
    ordered: bool
    sums: DaySums

    def rows(self, first: int, last: int) -> Rows:
        """The plays whose day lies from `first` to `last`, both included."""
        if self.ordered:
            begin, end = np.searchsorted(self.days, np.array((first, last + 1), self.days.dtype))
            return slice(int(begin), int(end))
        return np.flatnonzero((self.days >= first) & (self.days <= last))


def local_times(played_at: Ints, ms_played: Ints, stream: Bools, zone: ZoneInfo) -> LocalTimes:
    """The days and hours of plays in the order of time; moments are unix ms UTC."""
    local = local_ms(played_at, zone)
    days = local // DAY_MS
    hours = ((days + _THURSDAY) % 7 * 24 + local % DAY_MS // HOUR_MS).astype(np.uint8)
    return LocalTimes(
        days=days.astype(np.int32),
        by_hour=running_sums(hours, ms_played, HOURS_OF_WEEK),
        ordered=bool((days[1:] >= days[:-1]).all()),
        sums=_day_sums(days, ms_played, stream),
    )


def _day_sums(days: Ints, ms_played: Ints, stream: Bools) -> DaySums:
    if not len(days):
        nothing = np.zeros(0, np.int64)
        return DaySums(0, nothing, nothing, nothing)
    first = int(days.min())
    since, size = days - first, int(days.max()) - first + 1
    counts = np.bincount(since * 2 + stream, minlength=size * 2).reshape(-1, 2)
    return DaySums(first, sums_by(since, ms_played, size), counts[:, 1], counts[:, 0] + counts[:, 1])
