"""Forgotten treasures: loved once, and not heard for long."""

import numpy as np

from aggregator.domain.arrays import Bools, Ints
from aggregator.domain.statistics.ranking import strength, top_rows
from aggregator.domain.statistics.then_and_now import ThenAndNow


def forgotten_treasures(sums: ThenAndNow, stream: Bools, floor_ms: int, limit: int) -> Ints:
    """Tracks that you played for at least 30 minutes in all, and artists for at least 2 hours, but not once in the 365
    days that end with the last day you look at. Those with the most playing time come first, up to ten; what you played
    after that day plays no part.

    The first `limit` with at least `floor_ms` in order: by playing time, then streams, then number. `stream` says of
    every play of the history whether it is one.
    """
    lost = np.flatnonzero((sums.ms_then >= floor_ms) & ~sums.lately)
    if len(lost) > limit:  # those with the most, and all that are equal to the last of them
        lost = lost[sums.ms_then[lost] >= np.partition(sums.ms_then[lost], -limit)[-limit]]
    streams = np.array([np.count_nonzero(stream[sums.plays_of(number)]) for number in lost.tolist()], np.int64)
    return lost[top_rows(strength(sums.ms_then[lost], streams), limit)]
