"""The order of the stages. Whatever one of them cannot measure, the others do."""

import traceback
from collections.abc import Awaitable, Callable, Collection
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tests.bench import machine
from tests.bench.bench import Bench
from tests.bench.figures.figure import Figure
from tests.bench.histories import Histories
from tests.bench.plan import Plan
from tests.bench.report import Report, save, table
from tests.bench.stages.answers import answers, large
from tests.bench.stages.cached import cached
from tests.bench.stages.growth import growth
from tests.bench.stages.imports import imports
from tests.bench.stages.load import load
from tests.bench.stages.memory import memory
from tests.bench.stages.rebuild import rebuild
from tests.bench.stages.sustained import sustained
from tests.bench.target import Target

Stage = Callable[[Bench], Awaitable[list[Figure]]]
Stack = Callable[[], AbstractAsyncContextManager[Target]]

GROUPS: tuple[tuple[Stage, ...], ...] = (
    (imports, answers, load, cached, growth, large, memory),
    (sustained, rebuild),
)
"""Each group has a stack of its own, so that the second begins with nobody: its rebuild is of what it stored."""
NAMES = tuple(stage.__name__ for group in GROUPS for stage in group)


class Run:
    """A run of the named stages. The report is saved after each, so that what is measured is never lost."""

    def __init__(self, plan: Plan, only: Collection[str], results: Path) -> None:
        self._plan = plan
        self._only = only
        self._results = results
        self._histories = Histories(results / "histories")
        self._began = datetime.now(UTC)
        self._load = machine.load()
        self._figures: list[Figure] = []
        self._failed: dict[str, str] = {}

    async def measure(self, stack: Stack) -> Report:
        """All figures of all groups."""
        for number, group in enumerate(GROUPS):
            stages = [stage for stage in group if stage.__name__ in self._only]
            if stages:
                async with stack() as target:
                    await self._group(stages, target, f"bench-{number}-{self._began:%d%H%M%S}")
        return self._report()

    async def _group(self, stages: list[Stage], target: Target, name: str) -> None:
        bench = Bench(target, self._plan, self._histories, name)
        for stage in stages:
            print(f"{datetime.now(UTC):%H:%M:%S} {stage.__name__}, load {machine.load()}", flush=True)
            try:
                self._figures += await stage(bench)
            except Exception as error:  # the others must be measured all the same
                traceback.print_exc()
                self._failed[stage.__name__] = f"{type(error).__name__}: {error}"
            save(self._report(), self._results)

    def _report(self) -> Report:
        described = {**machine.describe(), "load before": self._load, "load after": machine.load()}
        sizes = {name: size for name, size in msgspec.structs.asdict(self._plan).items() if isinstance(size, int)}
        return Report(self._began, described, sizes, self._figures, self._failed)


def shown(report: Report, results: Path) -> str:
    """For the terminal."""
    return f"{table(report)}\n\nEvery measurement: {save(report, results)}"
