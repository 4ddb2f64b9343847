"""How long an import takes beside the DuckDB script: an extended zip, warm stack, from POST to `done`."""

from collections.abc import Sequence
from statistics import median

from tests.bench.figures.figure import Figure, spread

LIMIT = 4.0
GOAL = 3.0


def import_time(ours: Sequence[float], rivals: Sequence[float], cpu: str) -> Figure:
    """`ours` and `rivals`: seconds, measured in turn; `cpu` says which process took how much."""
    return Figure(
        name="import: POST to done, times the DuckDB script",
        value=median(ours) / median(rivals),
        limit=LIMIT,
        goal=GOAL,
        unit="x",
        beside=f"ours {spread(ours, 's')}; DuckDB {spread(rivals, 's')}; {cpu}",
        raw={"ours_s": list(ours), "rival_s": list(rivals)},
    )
