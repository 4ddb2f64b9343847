"""`python -m tests.bench`: measure every figure and print it beside its limit; `--help` says how."""

import argparse
import asyncio
from pathlib import Path

from tests.bench.report import Report, save, table
from tests.bench.run import Plan, measure
from tests.bench.target import Target, own_stack

RESULTS = Path(".run/bench")


def main() -> None:
    """Measure on a stack of our own, or with `--url` and `--run` on one that already runs."""
    arguments = _arguments()
    plan = Plan(arguments.plays, arguments.big_plays, arguments.rounds)
    histories = RESULTS / "histories"
    histories.mkdir(parents=True, exist_ok=True)
    running = Target(arguments.url, arguments.run) if arguments.url else None
    report = asyncio.run(_measure(running, plan, histories))
    print(table(report))
    print(f"\nEvery measurement: {save(report, RESULTS)}")


async def _measure(running: Target | None, plan: Plan, histories: Path) -> Report:
    if running:
        return await measure(running, plan, histories)
    async with own_stack((RESULTS / "stack").resolve()) as target:
        return await measure(target, plan, histories)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--url", help="of a running stack; without it one is started")
    parser.add_argument("--run", type=Path, default=Path(".run"), help="the run directory of that stack (.run)")
    parser.add_argument("--plays", type=int, default=150_000, help="of the history that is timed (150000)")
    parser.add_argument("--big-plays", type=int, default=1_500_000, help="of the one for the memory (1500000)")
    parser.add_argument("--rounds", type=int, default=3, help="imports of the first (3)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
