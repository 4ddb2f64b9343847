"""Then and now: playing time before and within the recent days, of every track and artist."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Bools, Ints, Rows, sums_by
from aggregator.domain.counted import Counted
from aggregator.domain.local_times import LocalTimes
from aggregator.domain.windows import Window

YEAR = 365


@dataclass(frozen=True)
class ThenAndNow:
    """One entry for each track, or for each artist, of the catalogue.

    ms_then      playing time before the recent days
    ms_now       playing time in the recent days
    lately       whether there is a play in the 365 days that end with the window
    first_rows   the row of the first play ever
    """

    ms_then: Ints
    ms_now: Ints
    lately: Bools
    first_rows: Ints


def recent_from(window: Window) -> int:
    """The first of the recent days: the days of the window, at most its last 365."""
    return max(window.first_number, window.last_number - YEAR + 1)


def then_and_now(counted: Counted, times: LocalTimes, window: Window) -> tuple[ThenAndNow, ThenAndNow]:
    """Of tracks and of artists. What was played after the window plays no part."""
    catalogue, first, last = counted.catalogue, recent_from(window), window.last_number
    then = _ms_of_items(counted, times.rows(times.sums.first, first - 1))
    now = _ms_of_items(counted, times.rows(first, last))
    items = counted.item[times.rows(last - YEAR + 1, last)]
    lately = np.zeros(len(then), np.bool_)
    lately[items] = True
    tracks = _grouped(then, now, lately, catalogue.item_track, counted.first_of_track)
    artists = _grouped(then, now, lately, catalogue.item_artist, counted.first_of_artist)
    return tracks, artists


def _ms_of_items(counted: Counted, rows: Rows) -> Ints:
    return sums_by(counted.item[rows], counted.ms_played[rows], counted.catalogue.item_kind.size)


def _grouped(then: Ints, now: Ints, lately: Bools, group_of_item: Ints, first_rows: Ints) -> ThenAndNow:
    items = np.flatnonzero(group_of_item >= 0)
    groups, size = group_of_item[items], len(first_rows)
    grouped = np.zeros(size, np.bool_)
    grouped[groups[lately[items]]] = True
    return ThenAndNow(sums_by(groups, then[items], size), sums_by(groups, now[items], size), grouped, first_rows)
