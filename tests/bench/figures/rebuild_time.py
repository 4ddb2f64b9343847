"""How long it takes to build everything anew from the plays: `python -m aggregator rebuild`."""

from tests.bench.figures.figure import Figure

LIMIT_SECONDS = 120.0


def rebuild_time(people: int, plays: int, seconds: float) -> Figure:
    """`plays` of so many `people`, in all."""
    return Figure(
        name=f"rebuild of {plays:,} plays",
        value=seconds,
        limit=LIMIT_SECONDS,
        unit="s",
        beside=f"{people} people, {plays / seconds:,.0f} plays/s, its start included, beside an idle stack",
        raw={"seconds": [seconds]},
    )
