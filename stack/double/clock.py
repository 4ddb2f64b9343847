"""The double's own time, which a switch can move."""

import time
from collections.abc import Callable

SECOND_MS = 1_000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

Clock = Callable[[], int]
"""Gives unix milliseconds, UTC."""


def wall_clock() -> int:
    """The machine's time in unix milliseconds, UTC."""
    return time.time_ns() // 1_000_000
