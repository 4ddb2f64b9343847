"""How long after the 202 the page sees the first live totals."""

from collections.abc import Sequence
from statistics import median

from tests.bench.figures.figure import Figure, spread

LIMIT_SECONDS = 1.0


def first_live(seconds: Sequence[float]) -> Figure:
    """`seconds` from the 202 to the first totals above zero, one for each import."""
    return Figure(
        name="first live totals after the 202",
        value=median(seconds),
        limit=LIMIT_SECONDS,
        unit="s",
        beside=spread(seconds, "s"),
        raw={"seconds": list(seconds)},
    )
