"""Arrays of whole numbers, and the two sums that all statistics are made of. No float comes near them."""

from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
SmallInts = npt.NDArray[np.integer[Any]]
"""Keys of few values, in as few bytes as hold them."""

Bools = npt.NDArray[np.bool_]

Rows = slice | Ints
"""Rows of a history: from one to another where they lie together, else their numbers in order."""


def sums_by(keys: SmallInts, values: Ints, size: int) -> Ints:
    """The sum of the `values` that share a key, for each key from 0 to `size` - 1."""
    sums = np.zeros(size, np.int64)
    np.add.at(sums, keys, values)  # np.bincount would sum as floats
    return sums


def places_of(numbers: Ints, size: int) -> Ints:
    """For each number from 0 to `size` - 1 its place in `numbers`, -1 for those that are not in it.

    One more entry at the end, so that -1, which is no number, has no place either.
    """
    places = np.full(size + 1, -1, np.int64)
    places[numbers] = np.arange(len(numbers))
    return places


def narrowed(rows: Rows, kept: Bools) -> Ints:
    """Those of `rows` that are `kept`, which has one entry a row."""
    if isinstance(rows, slice):
        return np.flatnonzero(kept) + int(rows.start)
    return rows[kept]


def run_starts(ordered: Ints) -> Ints:
    """Where the runs of equal values begin in an array in order."""
    begins = np.empty(len(ordered), np.bool_)
    begins[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return np.flatnonzero(begins)


def best_row(*measures: Ints) -> int:
    """The row with the most of the first measure; of equal ones with the most of the next one; then the first row."""
    rows = np.arange(len(measures[0]))
    for measure in measures:
        remaining = measure[rows]
        rows = rows[remaining == remaining.max()]
    return int(rows[0])
