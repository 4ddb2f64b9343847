"""`python -m tests.bench`: measure every figure and print it beside its limit; `--help` says how."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bench.plan import QUICK, Plan
from tests.bench.report import Report
from tests.bench.run import NAMES, Run, shown
from tests.bench.target import Target, own_stack

RESULTS = Path(".run/bench")


def main() -> None:
    """Measure on stacks of our own, or with `--url` and `--run` on one that already runs."""
    arguments = _arguments()
    report = asyncio.run(_measure(arguments))
    print(shown(report, RESULTS))
    sys.exit(bool(report.failed))


async def _measure(arguments: argparse.Namespace) -> Report:
    @asynccontextmanager
    async def stack() -> AsyncIterator[Target]:
        if arguments.url:
            yield Target(arguments.url, arguments.run)
        else:
            async with own_stack((RESULTS / "stack").resolve()) as target:
                yield target

    return await Run(QUICK if arguments.quick else Plan(), arguments.only, RESULTS).measure(stack)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="STAGE", choices=NAMES, default=NAMES, help=", ".join(NAMES))
    parser.add_argument("--quick", action="store_true", help="small sizes, to try the bench: the figures say nothing")
    parser.add_argument("--url", help="of a running stack; without it, stacks are started")
    parser.add_argument("--run", type=Path, default=Path(".run"), help="the run directory of that stack (.run)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
