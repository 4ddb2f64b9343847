"""Questions that nobody asked before.

An answer is kept in three places: the page in the gateway's process, the answer in Redis, the answer in the serving
store. All three are found by the question, which holds the dates: another date misses all three, so the figures are
computed anew from the history, which the worker has in its memory once the person was asked for.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

YEAR = timedelta(days=364)
SEED = 4


class Window(NamedTuple):
    """Two days, both included."""

    first: date
    last: date

    @property
    def path(self) -> str:
        """The question as a request."""
        return f"/api/v1/wrapped?from={self.first}&to={self.last}"


def whole_lives(life: Window, count: int, seed: int = 0) -> list[Window]:
    """`count` windows, all different, of the whole life but for some days at its ends; another seed gives others."""
    ends = [(first, last) for first in range(30) for last in range(30)]
    Random(seed).shuffle(ends)
    whole = [Window(life.first + timedelta(first), life.last - timedelta(last)) for first, last in ends]
    return whole[:count]


def mixed_windows(life: Window, count: int) -> list[Window]:
    """`count` windows in a life, all different, in random order: half of them a year, half of any length."""
    rng, days = Random(SEED), (life.last - life.first).days
    years = [Window(first, first + YEAR) for first in _starts(rng, life, days - YEAR.days)]
    found = dict.fromkeys(years[: count // 2])
    while len(found) < count:
        begin, end = sorted(rng.randint(0, days) for _ in range(2))
        found[Window(life.first + timedelta(days=begin), life.first + timedelta(days=end))] = None
    windows = list(found)
    rng.shuffle(windows)
    return windows


def _starts(rng: Random, life: Window, days: int) -> Iterator[date]:
    """Every day on which a year of the life can begin, in random order."""
    for day in rng.sample(range(days + 1), days + 1) if days >= 0 else ():
        yield life.first + timedelta(days=day)
