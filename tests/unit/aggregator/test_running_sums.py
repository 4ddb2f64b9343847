"""Sums of any stretch of plays: as counted play by play, however long, and wherever it begins and ends."""

import numpy as np
import pytest

from aggregator.domain.arrays import Rows, sums_by
from aggregator.domain.running_sums import STEP, running_sums

PLAYS, SIZE = 5 * STEP + 17, 7
RNG = np.random.default_rng(6)
KEYS = RNG.integers(0, SIZE, PLAYS).astype(np.uint8)
MS_PLAYED = RNG.integers(0, 2**40, PLAYS)  # more than a float adds exactly
EDGES = (0, 1, STEP - 1, STEP, STEP + 1, 3 * STEP, 4 * STEP + 5, PLAYS - 1, PLAYS)


@pytest.mark.parametrize(
    "rows", [slice(begin, end) for begin in EDGES for end in EDGES if begin <= end] + [np.arange(0, PLAYS, 3)]
)
def test_the_same_as_summed_up_play_by_play(rows: Rows) -> None:
    ms_played, plays = running_sums(KEYS, MS_PLAYED, SIZE).within(rows)
    assert ms_played.tolist() == sums_by(KEYS[rows], MS_PLAYED[rows], SIZE).tolist()
    assert plays.tolist() == np.bincount(KEYS[rows], minlength=SIZE).tolist()


def test_of_a_history_without_plays() -> None:
    sums = running_sums(KEYS[:0], MS_PLAYED[:0], SIZE)
    assert sums.within(slice(0, 0)).tolist() == [[0] * SIZE] * 2
