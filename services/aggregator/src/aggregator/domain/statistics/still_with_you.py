"""Still with you: loved then and now."""

import numpy as np

from aggregator.domain.arrays import Ints
from aggregator.domain.statistics.ranking import strength, top_rows
from aggregator.domain.statistics.then_and_now import YEAR, ThenAndNow


def still_with_you(sums: ThenAndNow, first_recent: int, floors_ms: tuple[int, int], limit: int) -> Ints:
    """Tracks and artists that you have known for a year and more, loved then and love now. The recent days are those
    you look at, at most the last 365 of them. You heard it first at least 365 days before these; before them you played
    it for at least 30 minutes (an artist: 2 hours), and in them for at least 15 minutes (an artist: 1 hour). Ordered by
    the smaller of the two playing times, then by both together, up to ten.

    The numbers in order; `floors_ms` are the playing times then and now.
    """
    floor_then, floor_now = floors_ms
    loved = np.flatnonzero((sums.ms_then >= floor_then) & (sums.ms_now >= floor_now))
    loved = loved[sums.days[sums.plays.first_rows[loved]] <= first_recent - YEAR]
    then, now = sums.ms_then[loved], sums.ms_now[loved]
    return loved[top_rows(strength(np.minimum(then, now), then + now), limit)]
