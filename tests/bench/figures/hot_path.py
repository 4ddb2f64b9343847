"""How many decoded plays a second one worker adds to the live totals, with the running favourite of each person."""

from collections.abc import Sequence
from statistics import median

from tests.bench.figures.figure import Figure, spread

LIMIT = 200_000.0


def hot_path(people: int, plays: int, handled: Sequence[float], decoded: Sequence[float]) -> Figure:
    """Seconds for all `plays`, one for each round: `handled` from decoded records, `decoded` from bytes."""
    return Figure(
        name=f"hot path, {people} people at once: plays a second a worker",
        value=plays / median(handled),
        limit=LIMIT,
        at_least=True,
        unit="/s",
        beside=(
            f"{plays:,} plays, {spread(handled, 's')}; decoding included {plays / median(decoded):,.0f} /s, "
            f"{spread(decoded, 's')}"
        ),
        raw={"handled_s": list(handled), "decoded_s": list(decoded)},
    )
