"""Work that comes round again and again, beside the requests."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from chassis.errors import Retryable

_LOG = logging.getLogger(__name__)


async def every(seconds: float, action: Callable[[], Awaitable[object]]) -> None:
    """Do `action`, pause, and so on until cancelled; a fault of the world waits for the next round."""
    while True:
        try:
            await action()
        except Retryable as error:
            _LOG.warning("the rest is left to the next round", extra={"reason": str(error)})
        await asyncio.sleep(seconds)
