"""What an export answers with yes or no of a play: skipped, shuffled, offline, private.

All answers of a play are the bits of one byte, so that one count of the bytes of a window counts them all.
"""

import numpy as np
import numpy.typing as npt
import polars as pl

from aggregator.domain.history.skips import known_skip_rows, skip_rows

SKIPPED, SHUFFLE, OFFLINE, PRIVATE = range(0, 8, 2)
"""The bit that says whether the answer is known; the next one is the answer."""


def answer_bits(plays: pl.DataFrame) -> npt.NDArray[np.uint8]:
    """The answers of each play as one byte."""
    answers = [known_skip_rows(plays), skip_rows(plays)]  # in the order of the bits
    for name in ("shuffle", "offline", "private"):
        answers += [plays[name].is_not_null().to_numpy(), plays[name].fill_null(value=False).to_numpy()]
    bits: npt.NDArray[np.uint8] = np.packbits(np.stack(answers), axis=0, bitorder="little")[0]
    return bits
