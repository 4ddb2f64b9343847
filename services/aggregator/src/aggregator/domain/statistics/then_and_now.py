"""Then and now: playing time before and within the recent days, of every track or of every artist."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Bools, Ints, Rows, SmallInts, sums_by
from aggregator.domain.history.counted import Counted
from aggregator.domain.history.grouped_plays import GroupedPlays
from aggregator.domain.times.local_times import LocalTimes
from aggregator.domain.times.windows import Window

YEAR = 365


@dataclass(frozen=True)
class ThenAndNow:
    """One entry for each track, or for each artist, of the catalogue.

    plays        all their plays; `days`: the day of every play of the history
    last         the window's last day
    ms_then      playing time before the recent days
    ms_now       playing time in the recent days
    lately       whether there is a play in the 365 days that end with the window
    """

    plays: GroupedPlays
    days: SmallInts
    last: int
    ms_then: Ints
    ms_now: Ints
    lately: Bools

    def plays_of(self, number: int) -> SmallInts:
        """The plays of one of them up to the window's last day, in the order of time."""
        rows = self.plays.of(number)
        return rows[self.days[rows] <= self.last]


def recent_from(window: Window) -> int:
    """The first of the recent days: the days of the window, at most its last 365."""
    return max(window.first_number, window.last_number - YEAR + 1)


def then_and_now(
    counted: Counted, times: LocalTimes, window: Window, plays: GroupedPlays, group_of_item: Ints
) -> ThenAndNow:
    """Of the groups of items in `plays`. What was played after the window plays no part."""
    first, last = recent_from(window), window.last_number
    lately = np.zeros(plays.count + 1, np.bool_)  # the last one stands for plays of no group
    lately[group_of_item[counted.item[times.rows(last - YEAR + 1, last)]]] = True
    before, recent = times.rows(times.sums.first, first - 1), times.rows(first, last)
    if isinstance(before, slice) and isinstance(recent, slice):  # then they lie one behind the other
        ms_then = _ms_until(recent.start, counted, plays, group_of_item)
        if recent.stop - recent.start > plays.step:
            ms_now = _ms_until(recent.stop, counted, plays, group_of_item) - ms_then
            return ThenAndNow(plays, times.days, last, ms_then, ms_now, lately[:-1])
    else:
        ms_then = _ms_of(counted, before, plays, group_of_item)
    ms_now = _ms_of(counted, recent, plays, group_of_item)
    return ThenAndNow(plays, times.days, last, ms_then, ms_now, lately[:-1])


def _ms_until(row: int, counted: Counted, plays: GroupedPlays, group_of_item: Ints) -> Ints:
    """The playing time of each group in the rows before this one."""
    steps = row // plays.step
    before: Ints = plays.sums[steps]
    return before + _ms_of(counted, slice(steps * plays.step, row), plays, group_of_item)


def _ms_of(counted: Counted, rows: Rows, plays: GroupedPlays, group_of_item: Ints) -> Ints:
    groups = group_of_item[counted.item[rows]]  # -1 counts for one more group at the end
    return sums_by(groups, counted.ms_played[rows], plays.count + 1)[:-1]
