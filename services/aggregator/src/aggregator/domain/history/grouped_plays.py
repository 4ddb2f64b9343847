"""The plays of every track, or of every artist, of a history: which they are, and how much was played by when."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from aggregator.domain.arrays import Ints, SmallInts, sums_by

STEPS = 8
"""At so many places of a history the playing times so far are kept, so that few plays are left to be added."""


@dataclass(frozen=True)
class GroupedPlays:
    """Groups have numbers from 0; a play belongs to one or to none.

    rows     the plays of the first group in the order of time, then those of the second, and so on
    starts   where the plays of each group begin in `rows`; one more at the end
    sums     for each step the playing time of every group in the plays before it
    step     how many plays lie between two steps
    """

    rows: SmallInts
    starts: Ints
    sums: Ints
    step: int

    @property
    def count(self) -> int:
        """How many groups there are."""
        return len(self.starts) - 1

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return self.rows.nbytes + self.starts.nbytes + self.sums.nbytes

    def of(self, group: int) -> SmallInts:
        """The plays of one group."""
        return self.rows[self.starts[group] : self.starts[group + 1]]

    @cached_property
    def first_rows(self) -> Ints:
        """The first play of each group; of groups without plays a number beyond all plays."""
        first = np.full(self.count, np.iinfo(np.int64).max)
        played = self.starts[:-1] < self.starts[1:]
        first[played] = self.rows[self.starts[:-1][played]]
        return first


def grouped_plays(groups: Ints, ms_played: Ints, count: int) -> GroupedPlays:
    """From the group of each play, -1 for none; there are `count` groups."""
    inside = np.flatnonzero(groups >= 0)
    keys = groups[inside] * len(groups) + inside  # distinct, so that the fast sort, which keeps no order, will do
    keys.sort()
    starts = np.searchsorted(keys, np.arange(count + 1) * len(groups))
    step = len(groups) // STEPS + 1
    sums = np.zeros((STEPS + 1, count), np.int64)
    for place in range(STEPS):
        part = inside[np.searchsorted(inside, place * step) : np.searchsorted(inside, (place + 1) * step)]
        sums[place + 1] = sums[place] + sums_by(groups[part], ms_played[part], count)
    return GroupedPlays((keys % max(len(groups), 1)).astype(np.int32), starts, sums, step)
