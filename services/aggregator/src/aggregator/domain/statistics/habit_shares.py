"""Habits that an export answers with yes or no: skipped, shuffled, offline, private."""

import numpy as np

from aggregator.domain.history.yes_or_no import OFFLINE, PRIVATE, SHUFFLE, SKIPPED
from aggregator.domain.statistics.listening import Listening
from contracts.messages.habits import Part

_BYTES = np.arange(256)


def skipped(heard: Listening) -> Part:
    """Of the plays of which the export says how they ended: those that were skipped. A skip is a play of less than 30
    seconds that is marked as skipped, or that ended with the button for the next or the previous track.
    """
    return _part(heard, SKIPPED)


def shuffle(heard: Listening) -> Part:
    """Of the plays of which the export says whether shuffle was on: those with shuffle on."""
    return _part(heard, SHUFFLE)


def offline(heard: Listening) -> Part:
    """Of the plays of which the export says whether the device was offline: those without a connection."""
    return _part(heard, OFFLINE)


def private(heard: Listening) -> Part:
    """Of the plays of which the export says whether the session was private: those in a private session. Only you see
    these plays.
    """
    return _part(heard, PRIVATE)


def _part(heard: Listening, bit: int) -> Part:
    counts = heard.answers
    of = int(counts[_BYTES >> bit & 1 == 1].sum())
    plays = int(counts[_BYTES >> (bit + 1) & 1 == 1].sum())
    return Part(plays=plays, of=of, share=plays / of if of else 0.0)
