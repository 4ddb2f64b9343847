"""Time is passed in, never looked up."""

import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Gives the time as unix milliseconds, UTC."""


def system_clock() -> int:
    """The machine's time as unix milliseconds, UTC."""
    return time.time_ns() // 1_000_000
