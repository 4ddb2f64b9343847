"""Reports on a whole life that nobody asked for before, the same by DuckDB, one after the other."""

import json

from tests.bench.bench import Bench
from tests.bench.compare import compared
from tests.bench.cpu import cpu_between, cpu_seconds, described
from tests.bench.figures.figure import Figure
from tests.bench.figures.whole_life import large_life_slowest, whole_life, whole_life_slowest
from tests.bench.histories import ZONE
from tests.bench.questions import whole_lives
from tests.bench.rivals.ask import ask_rival
from tests.harness.reference.compare import of_public

WARM_UP = 10


async def answers(bench: Bench) -> list[Figure]:
    """On the history that is timed."""
    somebody = await bench.warm()
    windows = whole_lives(somebody.life, WARM_UP + bench.plan.questions)
    await bench.ask(somebody, windows[:WARM_UP], connections=1)
    asked = windows[WARM_UP:]
    before = cpu_seconds(bench.target.pids())
    ours = await bench.ask(somebody, asked, connections=1, samples=1)
    cpu = described(cpu_between(before, cpu_seconds(bench.target.pids())), len(ours.ms), "ms", 1000)
    rival = await ask_rival(bench.archive, ZONE, asked[: bench.plan.rival_questions], threads=1)
    same = compared(rival.first, of_public(json.loads(ours.samples[asked[0].path])))
    return [whole_life(ours.ms, rival.ms, f"{same}; {cpu}"), whole_life_slowest(ours.ms)]


async def large(bench: Bench) -> list[Figure]:
    """On the large history."""
    plays = bench.plan.large_plays
    somebody = await bench.new_person(bench.histories.extended(plays), plays)
    windows = whole_lives(somebody.life, WARM_UP + bench.plan.large_questions)
    await bench.ask(somebody, windows[:WARM_UP], connections=1)
    ours = await bench.ask(somebody, windows[WARM_UP:], connections=1)
    return [large_life_slowest(ours.ms)]
