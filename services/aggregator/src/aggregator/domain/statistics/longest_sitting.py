"""The longest sitting."""

import numpy as np

from aggregator.domain.arrays import best_row
from aggregator.domain.statistics.listening import Listening
from contracts.messages.rhythm import Sitting

PAUSE_MS = 15 * 60_000


def longest_sitting(heard: Listening) -> Sitting | None:
    """The longest time with play after play, where each begins at most 15 minutes after the one before it ended. It
    lasts from the start of its first play to the end of its last; short pauses count in, and plays outside the time you
    look at don't. Of equally long ones the one with more playing time, then the earlier.

    A play starts `ms_played` before its moment; that of account rows is the start of its minute, as stored. In the
    order of moments the latest end so far is the moment of the play before; of plays that end together the longest
    comes first. None without plays.
    """
    ends = heard.counted.played_at[heard.rows]
    if not len(ends):
        return None
    moments = np.concatenate(([0], np.flatnonzero(np.diff(ends)) + 1))
    starts = np.minimum.reduceat(ends - heard.ms_played, moments)
    parted = np.concatenate(([True], starts[1:] - ends[moments[:-1]] > PAUSE_MS))
    begins, first_starts = moments[parted], starts[parted]
    lasts = np.append(begins[1:], len(ends)) - 1
    lengths = ends[lasts] - first_starts
    ms_played = np.add.reduceat(heard.ms_played, begins)
    longest = best_row(lengths, ms_played, -first_starts)
    return Sitting(
        start=int(first_starts[longest]),
        end=int(ends[lasts[longest]]),
        ms_played=int(ms_played[longest]),
        plays=int(lasts[longest] - begins[longest] + 1),
    )
