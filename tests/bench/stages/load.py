"""Many clients, each another window."""

import json

from tests.bench.bench import Bench
from tests.bench.compare import compared
from tests.bench.cpu import cpu_between, cpu_seconds, described
from tests.bench.figures.figure import Figure
from tests.bench.figures.many_windows import many_windows, many_windows_times
from tests.bench.histories import ZONE
from tests.bench.questions import mixed_windows
from tests.bench.rivals.ask import ask_rival
from tests.harness.reference.compare import of_public

CLIENTS = 16


async def load(bench: Bench) -> list[Figure]:
    """Half of the windows are a year, half of any length; then DuckDB with as many threads on the same windows."""
    somebody = await bench.warm()
    windows = mixed_windows(somebody.life, bench.plan.windows)
    seconds = bench.plan.load_seconds
    before = cpu_seconds(bench.target.pids())
    ours = await bench.ask(somebody, windows, CLIENTS, seconds, samples=CLIENTS)
    cpu = described(cpu_between(before, cpu_seconds(bench.target.pids())), len(ours.ms), "ms", 1000)
    rival = await ask_rival(bench.archive, ZONE, windows, CLIENTS, seconds)
    same = compared(rival.first, of_public(json.loads(ours.samples[windows[0].path])))
    return [many_windows(ours, f"{same}; {cpu}"), many_windows_times(ours, rival)]
