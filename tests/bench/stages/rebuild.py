"""Everything that is stored, built anew by the batch job, as the operator would run it."""

import asyncio
import os
import sys
import time

from stack.parts import make_parts
from stack.processes import process_specs
from stack.settings import read_settings
from tests.bench.bench import Bench
from tests.bench.figures.figure import Figure
from tests.bench.figures.rebuild_time import rebuild_time

STREAM = "aggregator-stream"


class RebuildFailedError(Exception):
    """The job did not end well; its log says why."""


async def rebuild(bench: Bench) -> list[Figure]:
    """In the environment of the stream, whose code it is. Raises RebuildFailedError."""
    settings = read_settings({"NACHKLANG_RUN_DIR": str(bench.target.run)})
    spec = next(each for each in process_specs(make_parts(settings)) if each.name == STREAM)
    log = bench.target.run / "rebuild.log"
    began = time.perf_counter()
    with log.open("w") as output:
        job = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "aggregator", "rebuild", env=os.environ | dict(spec.env), stdout=output, stderr=output
        )
        code = await job.wait()
    if code:
        raise RebuildFailedError(f"it ended with {code}; see {log}")
    return [rebuild_time(bench.stored, bench.plays_stored, time.perf_counter() - began)]
