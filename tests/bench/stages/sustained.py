"""Many people upload at once; then everything is built anew from what they brought."""

import asyncio
import time
from contextlib import AsyncExitStack

from tests.bench.bench import LOOK_SECONDS, Bench
from tests.bench.cpu import cpu_between, cpu_seconds, described
from tests.bench.figures.figure import Figure
from tests.bench.figures.sustained import sustained as durable
from tests.bench.figures.sustained import sustained_memory
from tests.bench.memory import PeakSampler
from tests.bench.stages.memory import STACK_EVERY_SECONDS

WARM_UP_SHARE = 10


async def sustained(bench: Bench) -> list[Figure]:
    """A few small imports to warm up, then everybody at once, each with one of several histories."""
    for _ in range(bench.plan.warm_ups):
        plays = bench.plan.plays // WARM_UP_SHARE
        await bench.new_person(bench.histories.extended(plays), plays)
    people, plays = bench.plan.people, bench.plan.plays
    archives = [bench.histories.extended(plays, number % bench.plan.histories) for number in range(people)]
    async with AsyncExitStack() as sessions:
        signed_in = [await sessions.enter_async_context(bench.signed_in()) for _ in archives]
        with PeakSampler(bench.target.pids, STACK_EVERY_SECONDS) as memory:
            before, began = cpu_seconds(bench.target.pids()), time.perf_counter()
            uploads = zip(signed_in, archives, strict=True)
            await asyncio.gather(*(bench.watch(person, zip_, plays, LOOK_SECONDS) for person, zip_ in uploads))
            seconds = time.perf_counter() - began
            cpu = described(cpu_between(before, cpu_seconds(bench.target.pids())), people)
    return [durable(people, people * plays, seconds, f"a person {cpu}"), sustained_memory(people, memory.at_peak)]
