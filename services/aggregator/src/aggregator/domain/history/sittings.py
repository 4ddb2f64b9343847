"""Sittings: play after play, with pauses of at most a quarter of an hour."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Ints, run_starts

PAUSE_MS = 15 * 60_000


@dataclass(frozen=True)
class Sittings:
    """In the order of time.

    begins   the row of the first play of each
    starts   when this play started, unix ms
    """

    begins: Ints
    starts: Ints

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return self.begins.nbytes + self.starts.nbytes

    def within(self, begin: int, end: int, played_at: Ints, ms_played: Ints) -> "Sittings":
        """Those of the plays in rows from `begin` on and before `end` alone, by rows from 0; all plays of a moment are
        within or none. Only the first can differ: it may have begun before.
        """
        first, last = np.searchsorted(self.begins, (begin, end)).tolist()
        begins, starts = self.begins[first:last] - begin, self.starts[first:last]
        if begin == end or (len(begins) and not begins[0]):
            return Sittings(begins, starts)
        together = slice(begin, int(np.searchsorted(played_at, played_at[begin], side="right")))
        start = (played_at[together] - ms_played[together]).min()
        return Sittings(np.concatenate(([0], begins)), np.concatenate(([start], starts)))


def sittings_of(played_at: Ints, ms_played: Ints) -> Sittings:
    """The sittings of plays in the order of time.

    A play starts `ms_played` before its moment; that of account rows is the start of its minute, as stored. In the
    order of moments the latest end so far is the moment of the play before; of plays that end together the longest
    comes first.
    """
    moments = run_starts(played_at)
    starts = np.minimum.reduceat(played_at - ms_played, moments) if len(moments) else moments
    parted = np.ones(len(moments), np.bool_)
    parted[1:] = starts[1:] - played_at[moments[:-1]] > PAUSE_MS
    return Sittings(moments[parted], starts[parted])
