"""Sums by key of any stretch of plays, without going through all of it."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Ints, Rows, SmallInts, sums_by

STEP = 2_048
"""Plays between two places at which the sums so far are kept."""


@dataclass(frozen=True)
class RunningSums:
    """Keys are from 0 to `size` - 1, one a play.

    table   for each step the playing time (first row) and the number of plays (second row) of each key before it
    """

    keys: SmallInts
    ms_played: Ints
    size: int
    table: Ints

    @property
    def bytes(self) -> int:
        """What the table takes in memory."""
        return self.table.nbytes

    def within(self, rows: Rows) -> Ints:
        """Playing time and number of plays of each key in these rows: two rows of `size`."""
        if isinstance(rows, slice) and rows.stop - rows.start > 2 * STEP:
            until, before = self._until(rows.stop), self._until(rows.start)
            return until - before
        return self._of(rows)

    def _until(self, row: int) -> Ints:
        steps = row // STEP
        before: Ints = self.table[steps]
        return before + self._of(slice(steps * STEP, row))

    def _of(self, rows: Rows) -> Ints:
        keys = self.keys[rows]
        ms_played = sums_by(keys, self.ms_played[rows], self.size)
        return np.stack((ms_played, np.bincount(keys, minlength=self.size)))


def running_sums(keys: SmallInts, ms_played: Ints, size: int) -> RunningSums:
    """The running sums of plays in the order of time."""
    steps = len(keys) // STEP + 1
    cells = np.arange(len(keys)) // STEP * size + keys
    columns = sums_by(cells, ms_played, steps * size), np.bincount(cells, minlength=steps * size)
    of_steps = np.stack(columns).reshape(2, steps, size).transpose(1, 0, 2)
    return RunningSums(
        keys, ms_played, size, np.concatenate((np.zeros((1, 2, size), np.int64), of_steps.cumsum(axis=0)))
    )
