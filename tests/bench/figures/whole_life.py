"""How long the complete wrapped of a whole life takes that nobody asked for before (`questions.py`), signed in."""

from collections.abc import Sequence

from tests.bench.figures.figure import Figure, quantile, spread

LIMIT = 1.0
LIMIT_SLOWEST_MS = 120.0
LIMIT_LARGE_MS = 300.0


def whole_life(ours: Sequence[float], rivals: Sequence[float], beside: str) -> Figure:
    """`ours` and `rivals`: milliseconds of the same reports; `beside` says whether they are equal."""
    return Figure(
        name="wrapped, not cached: p50, times DuckDB's same report",
        value=quantile(ours, 0.5) / quantile(rivals, 0.5),
        limit=LIMIT,
        unit="x",
        beside=f"ours {spread(ours, 'ms')}; DuckDB {spread(rivals, 'ms')}; {beside}",
        raw={"ours_ms": list(ours), "rival_ms": list(rivals)},
    )


def whole_life_slowest(ours: Sequence[float]) -> Figure:
    """The same milliseconds by themselves."""
    return _slowest("wrapped, not cached: p99", ours, LIMIT_SLOWEST_MS)


def large_life_slowest(ours: Sequence[float]) -> Figure:
    """Milliseconds of reports on the large history."""
    return _slowest("wrapped of the large history, not cached: p99", ours, LIMIT_LARGE_MS)


def _slowest(name: str, ours: Sequence[float], limit: float) -> Figure:
    shown = ", ".join(f"p{share:.0%} {quantile(ours, share):.1f}".replace("%", "") for share in (0.5, 0.9, 0.95))
    return Figure(
        name=name,
        value=quantile(ours, 0.99),
        limit=limit,
        unit="ms",
        beside=f"{shown}, slowest of {len(ours)} {max(ours):.1f} ms",
        raw={"ms": list(ours)},
    )
