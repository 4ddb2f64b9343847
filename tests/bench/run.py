"""The order of the stages. Whatever one of them cannot measure, the others do."""

import traceback
from collections.abc import Awaitable, Callable, Collection, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from datetime import UTC, datetime
from functools import partial
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
from tests.bench.stages.hot_path import hot_path
from tests.bench.stages.imports import imports
from tests.bench.stages.load import load
from tests.bench.stages.memory import memory
from tests.bench.stages.page import page
from tests.bench.stages.pictures import pictures
from tests.bench.stages.rebuild import rebuild
from tests.bench.stages.sustained import sustained
from tests.bench.target import Target

Stage = Callable[[Bench], Awaitable[list[Figure]]]
Stack = Callable[[], AbstractAsyncContextManager[Target]]

GROUPS: tuple[tuple[Stage, ...], ...] = (
    (imports, answers, load, cached, growth, large, memory),
    (sustained, rebuild),
    (pictures,),
    (page,),
)
"""Each group has a stack of its own, so that the others begin with nobody: the rebuild is of what was stored there, and
no picture is known."""
NAMES = (hot_path.__name__, *(stage.__name__ for group in GROUPS for stage in group))


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
        """All figures: first what needs no stack, then those of each group."""
        if hot_path.__name__ in self._only:
            await self._stage(hot_path.__name__, partial(hot_path, self._plan, self._histories))
        for number, group in enumerate(GROUPS):
            stages = [stage for stage in group if stage.__name__ in self._only]
            if stages:
                with self._noting(f"stack {number}"):
                    await self._group(stages, stack, f"bench-{number}-{self._began:%d%H%M%S}")
        return self._report()

    async def _group(self, stages: list[Stage], stack: Stack, name: str) -> None:
        async with stack() as target:
            bench = Bench(target, self._plan, self._histories, name)
            for stage in stages:
                await self._stage(stage.__name__, partial(stage, bench))

    async def _stage(self, name: str, measure: Callable[[], Awaitable[list[Figure]]]) -> None:
        print(f"{datetime.now(UTC):%H:%M:%S} {name}, load {machine.load()}", flush=True)
        with self._noting(name):
            self._figures += await measure()
        save(self._report(), self._results)

    @contextmanager
    def _noting(self, what: str) -> Iterator[None]:
        """Whatever goes wrong is noted, for the others must be measured all the same."""
        try:
            yield
        except Exception as error:
            traceback.print_exc()
            self._failed[what] = f"{type(error).__name__}: {error}"

    def _report(self) -> Report:
        described = {**machine.describe(), "load before": self._load, "load after": machine.load()}
        sizes = {name: size for name, size in msgspec.structs.asdict(self._plan).items() if isinstance(size, int)}
        return Report(self._began, described, sizes, self._figures, self._failed)


def shown(report: Report, results: Path) -> str:
    """For the terminal."""
    return f"{table(report)}\n\nEvery measurement: {save(report, results)}"
