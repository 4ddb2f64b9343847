"""How long a wrapped takes that nobody asked for before: totals and top 50 of random windows, signed in."""

import time
from datetime import date, timedelta
from random import Random

from tests.bench.figures.figure import Figure, quantile, spread
from tests.harness.client import Person

LIMIT_MS = 60.0
WINDOWS = 200
WARM_UP = 5
SEED = 4


async def wrapped_uncached(person: Person) -> Figure:
    """Asks one window after the other, every one of them different."""
    whole = await person.wrapped()
    first, last = date.fromisoformat(whole["from"]), date.fromisoformat(whole["to"])
    spent = [await _ask(person, window) for window in random_windows(first, last, WARM_UP + WINDOWS)][WARM_UP:]
    return Figure(
        name="wrapped, not cached, p50",
        value=quantile(spent, 0.5),
        limit=LIMIT_MS,
        unit="ms",
        beside=f"{spread(spent, 'ms')}, p95 {quantile(spent, 0.95):.1f} ms",
        raw={"ms": spent},
    )


def random_windows(first: date, last: date, count: int) -> list[tuple[date, date]]:
    """`count` different windows between two days, both included."""
    rng, days = Random(SEED), (last - first).days
    windows: dict[tuple[date, date], None] = {}
    while len(windows) < count:
        begin, end = sorted(rng.randint(0, days) for _ in range(2))
        windows[first + timedelta(days=begin), first + timedelta(days=end)] = None
    return list(windows)


async def _ask(person: Person, window: tuple[date, date]) -> float:
    began = time.perf_counter()
    await person.wrapped(from_=window[0].isoformat(), to=window[1].isoformat())
    return (time.perf_counter() - began) * 1000
