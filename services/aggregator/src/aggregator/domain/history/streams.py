"""Streams: what Spotify counts as listened to."""

from aggregator.domain.arrays import Bools, Ints
from contracts.messages.plays import STREAM_MS


def stream_rows(ms_played: Ints) -> Bools:
    """A stream is a play of at least 30 seconds, which is Spotify's own rule. Shorter plays still count as plays, and
    their time as playing time.

    `ms_played` is in milliseconds.
    """
    return ms_played >= STREAM_MS
