"""The one order of all lists (product.md, "Same input, same answer")."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Ints
from aggregator.domain.statistics.sums import Sums
from contracts.messages.questions import By


@dataclass(frozen=True)
class Ranked:
    """The first of a list in order: their sums, which share each has of the whole list, and their ranks before."""

    sums: Sums
    shares: list[float]
    before: list[int | None]


def ranked(sums: Sums, before: Sums | None, by: By, limit: int) -> Ranked:
    """The `limit` first of `sums` by time or by streams, then the other, then by number."""
    first = sums.only(top_rows(_strength(sums, by), limit))
    measure, all_measures = (first.ms_played, sums.ms_played) if by == "time" else (first.streams, sums.streams)
    whole = int(all_measures.sum())
    shares = [part / whole if whole else 0.0 for part in measure.tolist()]
    return Ranked(first, shares, rank_before(first.number, before, by))


def rank_before(numbers: Ints, before: Sums | None, by: By) -> list[int | None]:
    """The rank in the same list of the time before: as many days, just before the first day that you look at. It is
    over that whole list, however long. Nothing is shown for what was not in it, or where no first and last day were
    chosen.
    """
    if before is None or not len(before.number):
        return [None] * len(numbers)
    places = np.searchsorted(before.number, numbers)
    known = before.number[np.minimum(places, len(before.number) - 1)] == numbers
    strengths = _strength(before, by)
    ranks = iter(_ranks(strengths, places[known]).tolist())
    return [next(ranks) if is_known else None for is_known in known.tolist()]


def first_by_time(sums: Sums, limit: int) -> Sums:
    """The `limit` first of `sums` by time, then streams, then number, in this order."""
    return sums.only(top_rows(_strength(sums, "time"), limit))


def strength(first: Ints, second: Ints) -> Ints:
    """One number a row that compares as the pair of `first` and `second`, none of which is negative."""
    base = int(second.max(initial=0)) + 1
    if (int(first.max(initial=0)) + 1) * base < 2**63:
        return first * base + second
    order = np.lexsort((second, first))  # too large for one number together: count the distinct pairs instead
    grows = (np.diff(first[order]) != 0) | (np.diff(second[order]) != 0)
    counted = np.zeros(len(order), np.int64)
    counted[order[1:]] = np.cumsum(grows)
    return counted


def top_rows(strengths: Ints, limit: int) -> Ints:
    """The `limit` rows with the largest strength in order, of equal ones the earlier row first."""
    kept = np.arange(len(strengths))
    if limit < len(strengths):
        kept = np.flatnonzero(strengths >= np.partition(strengths, -limit)[-limit])
    return kept[_strongest_first(strengths[kept])][:limit]


def _strength(sums: Sums, by: By) -> Ints:
    if by == "time":
        return strength(sums.ms_played, sums.streams)
    return strength(sums.streams, sums.ms_played)


def _strongest_first(strengths: Ints) -> Ints:
    return np.argsort(-strengths, kind="stable")


def _ranks(strengths: Ints, places: Ints) -> Ints:
    """The ranks of the rows at `places` among all: those that are stronger come before, and equal ones further up."""
    ordered, own = np.sort(strengths), strengths[places]
    up_to, below = np.searchsorted(ordered, own, side="right"), np.searchsorted(ordered, own)
    ranks: Ints = len(ordered) - up_to + 1
    for tied in np.flatnonzero(up_to - below > 1):
        ranks[tied] += np.count_nonzero(strengths[: places[tied]] == own[tied])
    return ranks
