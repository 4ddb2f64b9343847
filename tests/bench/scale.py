"""`python -m tests.bench.scale`: how the stack grows with people; prints the table of docs/scaling.md.

People are imported a few at a time until there are 1, 10, 25, 50 and 100 of them; at each mark the table gets a line.
"""

import argparse
import asyncio
import os
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import msgspec

from stack.layout import Layout
from tests.bench import machine
from tests.bench.bench import AT_ONCE, Bench
from tests.bench.cpu import cpu_between, cpu_seconds
from tests.bench.disk import used_bytes
from tests.bench.histories import Histories
from tests.bench.memory import pss_mib
from tests.bench.plan import Plan
from tests.bench.questions import whole_lives
from tests.bench.target import own_stack

RESULTS = Path(".run/bench")
MARKS = (1, 10, 25, 50, 100, 200, 500)
WARM_UPS = 3
WARM_UP_SHARE = 10
QUESTIONS = 40
MIB = 1024**2


class Line(msgspec.Struct, frozen=True):
    """The stack at one number of people. Rates and processor time are of the people since the line before."""

    people: int
    plays: int
    plays_per_second: float
    cpu_per_import: float
    cpu_share: float
    report_ms: float
    mariadb_bytes: int
    kafka_bytes: int
    checkpoint_bytes: int
    memory_mib: float


HEAD = (
    "people | plays stored | durable plays/s | CPU s an import | both cores busy | report, not cached, p50 | "
    "MariaDB, bytes a play | Kafka's log | checkpoints | memory of the stack"
)


def markdown(line: Line) -> str:
    """A row of the table."""
    cells = (
        f"{line.people}",
        f"{line.plays:,}",
        f"{line.plays_per_second:,.0f}",
        f"{line.cpu_per_import:.2f}",
        f"{line.cpu_share:.0%}",
        f"{line.report_ms:.1f} ms",
        f"{line.mariadb_bytes / line.plays:.1f}",
        f"{line.kafka_bytes / MIB:,.0f} MiB",
        f"{line.checkpoint_bytes / 1024:,.0f} KiB",
        f"{line.memory_mib:,.0f} MiB",
    )
    return f"| {' | '.join(cells)} |"


async def grow(bench: Bench, people: int) -> list[Line]:
    """Import until so many people are there, and print a line at each mark."""
    for _ in range(WARM_UPS):
        plays = bench.plan.plays // WARM_UP_SHARE
        await bench.new_person(bench.histories.extended(plays), plays)
    marks = sorted({mark for mark in MARKS if mark < people} | {people})
    print(f"| {HEAD} |\n|{'---|' * (HEAD.count('|') + 1)}", flush=True)
    lines: list[Line] = []
    for number, mark in enumerate(marks):
        lines.append(await _line(bench, mark, number))
        print(markdown(lines[-1]), flush=True)
    return lines


async def _line(bench: Bench, people: int, number: int) -> Line:
    new = WARM_UPS + people - bench.stored
    before, began = cpu_seconds(bench.target.pids()), time.perf_counter()
    if bench.first is None:
        bench.first = await bench.new_person(bench.archive, bench.plan.plays)
    else:
        await bench.fill(WARM_UPS + people)
    seconds = time.perf_counter() - began
    cpu = sum(cpu_between(before, cpu_seconds(bench.target.pids())).values())
    windows = whole_lives(bench.first.life, (number + 1) * QUESTIONS)[number * QUESTIONS :]
    reports = await bench.ask(bench.first, windows, connections=1)
    layout = Layout(bench.target.run)
    return Line(
        people=people,
        plays=bench.plays_stored,
        plays_per_second=new * bench.plan.plays / seconds,
        cpu_per_import=cpu / new,
        cpu_share=cpu / seconds / (os.cpu_count() or 1),
        report_ms=median(reports.ms),
        mariadb_bytes=sum(used_bytes(layout.data("mariadb"), f"{schema}/*") for schema in ("serving", "aggregator")),
        kafka_bytes=used_bytes(layout.data("kafka")),
        checkpoint_bytes=used_bytes(layout.data("checkpoints")),
        memory_mib=sum(pss_mib(bench.target.pids()).values()),
    )


async def _measure(people: int, plays: int) -> None:
    print(", ".join(f"{name} {value}" for name, value in machine.describe().items()), f"load {machine.load()}\n")
    began = datetime.now(UTC)
    async with own_stack((RESULTS / "stack").resolve()) as target:
        bench = Bench(target, Plan(plays=plays), Histories(RESULTS / "histories"), f"scale-{began:%d%H%M%S}")
        lines = await grow(bench, people)
    path = RESULTS / f"scale-{began:%Y%m%d-%H%M%S}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(lines), indent=2))
    minutes = (datetime.now(UTC) - began).total_seconds() / 60
    print(f"\n{AT_ONCE} at a time, {minutes:.1f} minutes, load {machine.load()}. Every measurement: {path}")


def main() -> None:
    """On a stack of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("--people", type=int, default=100, help="so many in the end (100)")
    parser.add_argument("--plays", type=int, default=150_000, help="of each (150000)")
    arguments = parser.parse_args()
    asyncio.run(_measure(arguments.people, arguments.plays))


if __name__ == "__main__":
    main()
