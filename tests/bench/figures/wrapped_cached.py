"""How long a wrapped takes that was asked for before, the session being checked each time."""

import time

from tests.bench.figures.figure import Figure, quantile, spread
from tests.harness.client import Person

LIMIT_MS = 5.0
TIMES = 500


async def wrapped_cached(person: Person) -> Figure:
    """Asks for everything again and again, once uncounted before."""
    await person.wrapped()
    spent = [await _ask(person) for _ in range(TIMES)]
    return Figure(
        name="wrapped, cached, session checked, p50",
        value=quantile(spent, 0.5),
        limit=LIMIT_MS,
        unit="ms",
        beside=f"{spread(spent, 'ms')}, p95 {quantile(spent, 0.95):.1f} ms",
        raw={"ms": spent},
    )


async def _ask(person: Person) -> float:
    began = time.perf_counter()
    await person.wrapped()
    return (time.perf_counter() - began) * 1000
