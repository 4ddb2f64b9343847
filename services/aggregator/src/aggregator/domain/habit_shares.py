"""Habits that an export answers with yes or no: skipped, shuffled, offline, private.

All answers of a play are the bits of one byte, so that one count of the bytes of a window counts them all.
"""

import numpy as np
import numpy.typing as npt
import polars as pl

from aggregator.domain.listening import Listening
from aggregator.domain.skips import known_skip_rows, skip_rows
from contracts.messages.habits import Part

_BYTES = np.arange(256)
_SKIPPED, _SHUFFLE, _OFFLINE, _PRIVATE = range(0, 8, 2)
"""The bit that says whether the answer is known; the next one is the answer."""


def skipped(heard: Listening) -> Part:
    """Of the plays of which the export says how they ended: those that were skipped. A skip is a play of less than 30
    seconds that is marked as skipped, or that ended with the button for the next or the previous track.
    """
    return _part(heard, _SKIPPED)


def shuffle(heard: Listening) -> Part:
    """Of the plays of which the export says whether shuffle was on: those with shuffle on."""
    return _part(heard, _SHUFFLE)


def offline(heard: Listening) -> Part:
    """Of the plays of which the export says whether the device was offline: those without a connection."""
    return _part(heard, _OFFLINE)


def private(heard: Listening) -> Part:
    """Of the plays of which the export says whether the session was private: those in a private session. Only you see
    these plays.
    """
    return _part(heard, _PRIVATE)


def answer_bits(plays: pl.DataFrame) -> npt.NDArray[np.uint8]:
    """The answers of each play as one byte."""
    answers = [known_skip_rows(plays), skip_rows(plays)]  # in the order of the bits
    for name in ("shuffle", "offline", "private"):
        answers += [plays[name].is_not_null().to_numpy(), plays[name].fill_null(value=False).to_numpy()]
    bits: npt.NDArray[np.uint8] = np.packbits(np.stack(answers), axis=0, bitorder="little")[0]
    return bits


def _part(heard: Listening, bit: int) -> Part:
    counts = heard.answers
    of = int(counts[_BYTES >> bit & 1 == 1].sum())
    plays = int(counts[_BYTES >> (bit + 1) & 1 == 1].sum())
    return Part(plays=plays, of=of, share=plays / of if of else 0.0)
