"""How many complete reports a second: many clients, each another window, none asked for before."""

from tests.bench.figures.figure import Figure, quantile
from tests.bench.load.order import Outcome
from tests.bench.rivals.ask import RivalOutcome

LIMIT = 80.0
GOAL = 200.0
LIMIT_TIMES = 2.0


def many_windows(ours: Outcome, cpu: str) -> Figure:
    """`cpu` says which process took how much a report."""
    times = f"p50 {quantile(ours.ms, 0.5):.0f} ms, p99 {quantile(ours.ms, 0.99):.0f} ms"
    return Figure(
        name="16 clients, each another window: reports a second",
        value=ours.per_second,
        limit=LIMIT,
        goal=GOAL,
        at_least=True,
        unit="/s",
        beside=f"{len(ours.ms)} reports, {times}; the client took {ours.cpu_share:.0%} of both cores; {cpu}",
        raw={"ms": ours.ms},
    )


def many_windows_times(ours: Outcome, rival: RivalOutcome) -> Figure:
    """Beside DuckDB, whose reports stay in its process."""
    return Figure(
        name="the same, times DuckDB behind 16 threads",
        value=ours.per_second / rival.per_second,
        limit=LIMIT_TIMES,
        at_least=True,
        unit="x",
        beside=f"DuckDB {rival.per_second:.1f}/s, {len(rival.ms)} reports, p50 {quantile(rival.ms, 0.5):.0f} ms",
        raw={"rival_ms": rival.ms},
    )
