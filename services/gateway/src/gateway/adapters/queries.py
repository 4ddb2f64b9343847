"""What all queries of the gateway have in common."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from chassis.errors import Retryable

_QUERY_SECONDS = 5.0


def marks(values: Collection[object]) -> str:
    """A mark for each of `values`, as `IN (…)` takes them."""
    return ", ".join(["%s"] * len(values))


@asynccontextmanager
async def in_time() -> AsyncIterator[None]:
    """Raise Retryable where MariaDB takes longer than a request may wait."""
    try:
        async with asyncio.timeout(_QUERY_SECONDS):
            yield
    except TimeoutError as late:
        raise Retryable(f"MariaDB: no answer within {_QUERY_SECONDS} s") from late
