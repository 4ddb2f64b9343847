"""How many plays a second become durable when many people upload at once, and what memory that takes."""

from collections.abc import Mapping

from tests.bench.figures.figure import Figure
from tests.bench.figures.stack_memory import stack_memory

LIMIT = 20_000.0
GOAL = 30_000.0


def sustained(people: int, plays: int, seconds: float, cpu: str) -> Figure:
    """`plays` in all, from the first POST to the last `done`; `cpu` says which process took how much."""
    return Figure(
        name=f"{people} people at once: durable plays a second",
        value=plays / seconds,
        limit=LIMIT,
        goal=GOAL,
        at_least=True,
        unit="/s",
        beside=f"{plays:,} plays in {seconds:.1f} s; {cpu}",
        raw={"seconds": [seconds]},
    )


def sustained_memory(people: int, at_peak: Mapping[str, float]) -> Figure:
    """`at_peak`: each process with its share (PSS, MiB) at the moment when the sum was largest."""
    return stack_memory(at_peak, f"{people} people at once")
