"""The order of the measurements on one stack."""

import asyncio
import json
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import machine
from tests.bench.figures.figure import Figure
from tests.bench.figures.first_live import first_live
from tests.bench.figures.import_time import import_time
from tests.bench.figures.stack_memory import stack_memory
from tests.bench.figures.uploader_memory import uploader_growth, uploader_memory
from tests.bench.figures.wrapped_cached import wrapped_cached
from tests.bench.figures.wrapped_uncached import wrapped_uncached
from tests.bench.imports import Import, ImportFailedError, watch_import
from tests.bench.memory import PeakSampler
from tests.bench.report import Report
from tests.bench.target import Target
from tests.harness.client import signed_in
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person, listens

UPLOADER_EVERY_SECONDS = 0.05
STACK_EVERY_SECONDS = 1.0
WARM_UPS = 3
"""Imports before the first that counts: Java compiles what is used often, over several of them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: plays of the two histories, and how often the small one is imported."""

    plays: int
    big_plays: int
    rounds: int


async def measure(target: Target, plan: Plan, folder: Path) -> Report:
    """All figures. Writes the histories into `folder`."""
    before = machine.load()
    small, big = (_history(folder, plays) for plays in (plan.plays, plan.big_plays))
    with PeakSampler(target.pids, STACK_EVERY_SECONDS) as whole:
        for number in range(WARM_UPS):
            await _import(target, f"warm-up-{number}", small, plan.plays)
        with PeakSampler(target.uploader, UPLOADER_EVERY_SECONDS) as during_small:
            imports, rivals = await _rounds(target, plan, small)
        answers = await _answers(target, _person(plan.rounds))
        with PeakSampler(target.uploader, UPLOADER_EVERY_SECONDS) as during_big:
            await _import(target, "big", big, plan.big_plays)
    peaks = during_small.peaks["uploader"], during_big.peaks["uploader"]
    figures = [
        import_time([one.done for one in imports], rivals),
        first_live([one.first_live for one in imports]),
        *answers,
        uploader_memory(*peaks),
        uploader_growth(*peaks),
        stack_memory(whole.at_peak),
    ]
    described = {**machine.describe(), "load before": before, "load after": machine.load()}
    return Report(datetime.now(UTC), described, {"small": plan.plays, "big": plan.big_plays}, figures)


def _history(folder: Path, plays: int) -> Path:
    return write_extended_zip(folder / f"extended-{plays}.zip", listens(Person(seed=plays, plays=plays)))


async def _rounds(target: Target, plan: Plan, archive: Path) -> tuple[list[Import], list[float]]:
    """The rival and we in turn, a new person each time, so that every play is new."""
    imports, rivals = [], []
    for number in range(1, plan.rounds + 1):
        rivals.append(await _rival(archive, plan.plays))
        imports.append(await _import(target, _person(number), archive, plan.plays))
    return imports, rivals


async def _rival(archive: Path, plays: int) -> float:
    """Seconds that the DuckDB script took, in a process of its own."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        command = (sys.executable, "-m", "tests.bench.rival", str(archive), str(Path(folder) / "rival.duckdb"))
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        output, _ = await process.communicate()
    result = json.loads(output)
    if result["plays"] != plays:
        raise ImportFailedError(f"the rival found {result['plays']} plays, not {plays}")
    return float(result["seconds"])


async def _import(target: Target, name: str, archive: Path, plays: int) -> Import:
    async with signed_in(target.url, name) as person:
        return await watch_import(person, archive, plays)


async def _answers(target: Target, name: str) -> list[Figure]:
    async with signed_in(target.url, name) as person:
        return [await wrapped_uncached(person), await wrapped_cached(person)]


def _person(number: int) -> str:
    return f"bench-{number}"
