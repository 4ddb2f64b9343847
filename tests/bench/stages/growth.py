"""The same rounds as at first, when ten times the people are stored."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figures.figure import Figure
from tests.bench.figures.growth import growth_of_imports, growth_of_reports


async def growth(bench: Bench) -> list[Figure]:
    """Imports in between are not measured."""
    if not bench.rounds:
        bench.rounds += await bench.measured_rounds()
    first = bench.stored
    await bench.fill(bench.plan.grown)
    after = await bench.measured_rounds()
    people = f"{bench.plan.warm_ups}-{first - 1} -> {bench.plan.grown}-{bench.stored - 1}"
    cpu = [[sum(each.cpu.values()) for each in rounds] for rounds in (bench.rounds, after)]
    reports = [[median(each.report_ms) for each in rounds] for rounds in (bench.rounds, after)]
    return [growth_of_imports(cpu[0], cpu[1], people), growth_of_reports(reports[0], reports[1], people)]
