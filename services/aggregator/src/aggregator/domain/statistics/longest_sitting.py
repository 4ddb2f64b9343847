"""The longest sitting."""

import numpy as np

from aggregator.domain.arrays import best_row
from aggregator.domain.history.sittings import Sittings, sittings_of
from aggregator.domain.statistics.listening import Listening
from contracts.messages.rhythm import Sitting


def longest_sitting(heard: Listening) -> Sitting | None:
    """The longest time with play after play, where each begins at most 15 minutes after the one before it ended. It
    lasts from the start of its first play to the end of its last; short pauses count in, and plays outside the time you
    look at don't. Of equally long ones the one with more playing time, then the earlier.

    What a sitting is, to the moment: history/sittings.py. None without plays.
    """
    ends = heard.counted.played_at[heard.rows]
    if not len(ends):
        return None
    sittings = _sittings(heard)
    lasts = np.append(sittings.begins[1:], len(ends)) - 1
    lengths = ends[lasts] - sittings.starts
    ms_played = np.add.reduceat(heard.ms_played, sittings.begins)
    longest = best_row(lengths, ms_played, -sittings.starts)
    return Sitting(
        start=int(sittings.starts[longest]),
        end=int(ends[lasts[longest]]),
        ms_played=int(ms_played[longest]),
        plays=int(lasts[longest] - sittings.begins[longest] + 1),
    )


def _sittings(heard: Listening) -> Sittings:
    counted, rows = heard.counted, heard.rows
    if isinstance(rows, slice):
        return counted.sittings.within(rows.start, rows.stop, counted.played_at, counted.ms_played)
    return sittings_of(counted.played_at[rows], heard.ms_played)
