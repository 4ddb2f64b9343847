"""Forgotten treasures: loved once, and not heard for long."""

import numpy as np

from aggregator.domain.arrays import Ints
from aggregator.domain.ranking import strength, top_rows
from aggregator.domain.sums import Sums
from aggregator.domain.then_and_now import ThenAndNow


def forgotten_treasures(sums: ThenAndNow, floor_ms: int, limit: int) -> Ints:
    """Tracks that you played for at least 30 minutes in all, and artists for at least 2 hours, but not once in the 365
    days that end with the last day you look at. Those with the most playing time come first, up to ten; what you played
    after that day plays no part.

    The numbers of those with at least `floor_ms`, growing: the `limit` with the most, and those equal to the last.
    """
    lost = np.flatnonzero((sums.ms_then >= floor_ms) & ~sums.lately)
    if len(lost) <= limit:
        return lost
    ms_then = sums.ms_then[lost]
    most: Ints = lost[ms_then >= np.partition(ms_then, -limit)[-limit]]
    return most


def in_order(lost: Ints, sums: ThenAndNow, heard: Sums, limit: int) -> Ints:
    """The first of `lost`: by playing time, then streams, then number. `heard` are the sums of all their plays."""
    streams = heard.of(lost).streams
    return lost[top_rows(strength(sums.ms_then[lost], streams), limit)]
