"""One way to retry: growing pauses with jitter, for faults of the world only."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from chassis.errors import Retryable

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]

_LOG = logging.getLogger(__name__)


def pauses(first: float = 0.1, longest: float = 10.0) -> Iterator[float]:
    """Seconds to wait before each new try: doubling up to `longest`, each shortened by up to a half at random."""
    pause = first
    while True:
        yield pause * random.uniform(0.5, 1.0)  # noqa: S311  # jitter, not cryptography
        pause = min(pause * 2, longest)


async def retry(
    action: Callable[[], Awaitable[T]],
    *,
    attempts: int | None = None,
    sleep: Sleep = asyncio.sleep,
    first: float = 0.1,
    longest: float = 10.0,
) -> T:
    """Do `action` until it succeeds. Retryable is tried again, `attempts` times in all (None: no end), then raised."""
    for attempt, pause in enumerate(pauses(first, longest), start=1):
        try:
            return await action()
        except Retryable as error:
            if attempt == attempts:
                raise
            _LOG.warning("trying again", extra={"attempt": attempt, "pause_s": round(pause, 3), "reason": str(error)})
            await sleep(pause)
    raise AssertionError("pauses never end")
