"""Sums of numbered things: one pass over plays gives those of every item, and from these follow all others."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Bools, Ints, Rows, sums_by
from aggregator.domain.counted import Counted


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
    size = counted.catalogue.item_kind.size
    items = counted.item[rows]
    counts = np.bincount(items * 2 + counted.stream[rows], minlength=size * 2).reshape(-1, 2)
    plays = counts[:, 0] + counts[:, 1]
    number = np.flatnonzero(plays > 0)
    ms_played = sums_by(items, counted.ms_played[rows], size)
    return Sums(number, ms_played[number], counts[number, 1], plays[number])


def sums_of_groups(sums: Sums, groups: Ints, size: int) -> Sums:
    """The sums of what the things belong to: `groups` has one number from 0 to `size` - 1 a row, or -1 for none."""
    inside = np.flatnonzero(groups >= 0)
    keys = groups[inside]
    plays = sums_by(keys, sums.plays[inside], size)
    number = np.flatnonzero(plays > 0)
    ms_played = sums_by(keys, sums.ms_played[inside], size)
    streams = sums_by(keys, sums.streams[inside], size)
    return Sums(number, ms_played[number], streams[number], plays[number])
