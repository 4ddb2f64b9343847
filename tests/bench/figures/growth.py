"""What an import and a report cost when ten times the people are stored."""

from collections.abc import Sequence
from statistics import median

from tests.bench.figures.figure import Figure, spread

LIMIT = 1.2


def growth_of_imports(before: Sequence[float], after: Sequence[float], people: str) -> Figure:
    """Processor seconds of the whole stack for one person's import."""
    return _growth("growth: CPU seconds of an import", before, after, "s", people)


def growth_of_reports(before: Sequence[float], after: Sequence[float], people: str) -> Figure:
    """Medians of the milliseconds of a report that was not cached, one for each import."""
    return _growth("growth: p50 of a report", before, after, "ms", people)


def _growth(name: str, before: Sequence[float], after: Sequence[float], unit: str, people: str) -> Figure:
    return Figure(
        name=f"{name}, {people} people",
        value=median(after) / median(before),
        limit=LIMIT,
        unit="x",
        beside=f"before {spread(before, unit)}; after {spread(after, unit)}",
        raw={f"before_{unit}": list(before), f"after_{unit}": list(after)},
    )
