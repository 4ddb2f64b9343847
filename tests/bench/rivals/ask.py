"""DuckDB is asked for reports, in a process of its own: `python -m tests.bench.rivals.ask`.

It takes an order as JSON on standard input, loads the table once and answers on standard output.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from tests.bench.questions import Window
from tests.bench.rivals.report.report import report
from tests.bench.rivals.table import loaded

WARM_UP = 3
NO_LIMIT = 600.0


class RivalOrder(msgspec.Struct, frozen=True):
    """Windows to report on, in `threads` threads with a cursor each, for at most `seconds`."""

    archive: str
    zone: str
    windows: list[tuple[date, date]]
    threads: int
    seconds: float


class RivalOutcome(msgspec.Struct, frozen=True):
    """Milliseconds of each report and seconds for all; `first` is the first report."""

    ms: list[float]
    seconds: float
    first: dict[str, Any]

    @property
    def per_second(self) -> float:
        """Reports a second."""
        return len(self.ms) / self.seconds


class RivalFailedError(Exception):
    """The rival did not do the job, so there is nothing to compare with."""


async def ask_rival(
    archive: Path, zone: str, windows: list[Window], threads: int, seconds: float = NO_LIMIT
) -> RivalOutcome:
    """Have DuckDB do it. Raises RivalFailedError."""
    order = RivalOrder(str(archive), zone, [(window.first, window.last) for window in windows], threads, seconds)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.rivals.ask", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate(msgspec.json.encode(order))
    if process.returncode:
        raise RivalFailedError(f"the rival ended with {process.returncode}")
    return msgspec.json.decode(output, type=RivalOutcome)


def _answer(order: RivalOrder) -> RivalOutcome:
    connection = loaded(Path(order.archive), order.zone)
    for _ in range(WARM_UP):
        first = report(connection.cursor(), *order.windows[0])
    windows = iter(order.windows)
    until = time.perf_counter() + order.seconds
    began = time.perf_counter()
    with ThreadPoolExecutor(order.threads) as threads:
        cursors = [connection.cursor() for _ in range(order.threads)]
        parts = list(threads.map(lambda cursor: list(_timed(cursor, windows, until)), cursors))
    return RivalOutcome([ms for part in parts for ms in part], time.perf_counter() - began, first)


def _timed(cursor: duckdb.DuckDBPyConnection, windows: Iterator[tuple[date, date]], until: float) -> Iterator[float]:
    for first, last in windows:
        began = time.perf_counter()
        if began >= until:
            return
        report(cursor, first, last)
        yield (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    wanted = msgspec.json.decode(sys.stdin.buffer.read(), type=RivalOrder)
    sys.stdout.buffer.write(msgspec.json.encode(_answer(wanted)))
