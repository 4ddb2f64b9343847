"""The hot path of live totals by itself, without a stack."""

from tests.bench import hot_path as path
from tests.bench.figures.figure import Figure
from tests.bench.histories import Histories
from tests.bench.plan import Plan


async def hot_path(plan: Plan, histories: Histories) -> list[Figure]:
    """One upload of each of the different histories, at the same time."""
    return [await path.measure([histories.extended(plan.plays, number) for number in range(plan.histories)])]
