"""Work that takes the processor for long, beside the event loop."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

ITEMS_PER_TURN = 8


async def in_thread(items: Iterator[T]) -> AsyncIterator[T]:
    """The items, made in a worker thread a few at a time while the loop goes on. Nothing is made ahead of its use."""
    while turn := await asyncio.to_thread(lambda: list(islice(items, ITEMS_PER_TURN))):
        for item in turn:
            yield item
