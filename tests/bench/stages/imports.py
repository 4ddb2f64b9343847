"""Imports on a warm stack, the DuckDB script and we in turn."""

from tests.bench.bench import Bench
from tests.bench.cpu import described, together
from tests.bench.figures.figure import Figure
from tests.bench.figures.first_live import first_live
from tests.bench.figures.import_time import import_time
from tests.bench.rivals.script import run_script


async def imports(bench: Bench) -> list[Figure]:
    """A new person each time, so that every play is new."""
    await bench.warm()
    rivals = []
    for _ in range(bench.plan.rounds):
        rivals.append(await run_script(bench.archive, bench.plan.plays))
        bench.rounds.append(await bench.round())
    cpu = described(together(each.cpu for each in bench.rounds), len(bench.rounds))
    imported = [each.imported for each in bench.rounds]
    return [import_time([one.done for one in imported], rivals, cpu), first_live([one.first_live for one in imported])]
