"""Sums of numbered things: one pass over plays gives those of every item, and from these follow all others."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Bools, Ints, Rows, run_starts, sums_by
from aggregator.domain.history.counted import Counted

FEW = 8
"""So many times fewer plays than things there are in all, and sorting them is faster than going through all things."""


@dataclass(frozen=True)
class Sums:
    """One row for each thing that was played, in the order of its number."""

    number: Ints
    ms_played: Ints
    streams: Ints
    plays: Ints

    def only(self, kept: Bools | Ints) -> "Sums":
        """Some of the rows."""
        return Sums(self.number[kept], self.ms_played[kept], self.streams[kept], self.plays[kept])

    def of(self, numbers: Ints) -> "Sums":
        """The rows of these numbers, all of which are there."""
        return self.only(np.searchsorted(self.number, numbers))

    def lists(self) -> tuple[list[int], list[int], list[int]]:
        """Playing time, streams and plays."""
        return self.ms_played.tolist(), self.streams.tolist(), self.plays.tolist()


def sums_of_items(counted: Counted, rows: Rows) -> Sums:
    """The sums of every item in these rows."""
    items, numbers = _compact(counted.item[rows], counted.catalogue.item_kind.size)
    counts = np.bincount(items * 2 + counted.stream[rows], minlength=len(numbers) * 2).reshape(-1, 2)
    ms_played = sums_by(items, counted.ms_played[rows], len(numbers))
    return _without_gaps(numbers, ms_played, counts[:, 1], counts[:, 0] + counts[:, 1])


def sums_of_groups(sums: Sums, groups: Ints, size: int) -> Sums:
    """The sums of what the things belong to: `groups` has one number from 0 to `size` - 1 a row, or -1 for none."""
    inside = np.flatnonzero(groups >= 0)
    keys, numbers = _compact(groups[inside], size)
    columns = (sums_by(keys, column[inside], len(numbers)) for column in (sums.ms_played, sums.streams, sums.plays))
    return _without_gaps(numbers, *columns)


def sums_of_runs(sums: Sums, groups: Ints) -> Sums:
    """As `sums_of_groups`, of groups whose things lie together, in the order of groups: several times faster."""
    inside = np.flatnonzero(groups >= 0)
    if not len(inside):
        return sums.only(inside)
    within = slice(int(inside[0]), int(inside[-1]) + 1)
    starts = run_starts(groups[within])
    columns = (np.add.reduceat(column[within], starts) for column in (sums.ms_played, sums.streams, sums.plays))
    return Sums(groups[within][starts], *columns)


def _compact(keys: Ints, size: int) -> tuple[Ints, Ints]:
    """The keys as places in a list of numbers, and this list: of those that are there if they are few, else of all."""
    if len(keys) * FEW < size:
        numbers, places = np.unique(keys, return_inverse=True)
        return places, numbers
    return keys, np.arange(size)


def _without_gaps(numbers: Ints, ms_played: Ints, streams: Ints, plays: Ints) -> Sums:
    played = np.flatnonzero(plays > 0)
    if len(played) == len(numbers):
        return Sums(numbers, ms_played, streams, plays)
    return Sums(numbers[played], ms_played[played], streams[played], plays[played])
