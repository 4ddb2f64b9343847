"""Taking a person's entries out of the cache, however long the cache is away."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from gateway.ports import Cache

_AGAIN_S = 1.0


class CacheSweep:
    """Drops entries; what the cache did not hear is said again until it has. Returns at once where it is gone."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._sweeping: set[asyncio.Task[None]] = set()

    async def remove(self, key: str) -> None:
        """Drop one key."""
        await self._said(partial(self._cache.remove, key))

    async def drop(self, prefix: str) -> None:
        """Drop every key that begins with `prefix`, by looking through all."""
        await self._said(partial(self._cache.drop, prefix))

    async def _said(self, say: Callable[[], Awaitable[bool]]) -> None:
        if not await say():
            task = asyncio.create_task(_until_heard(say))
            self._sweeping.add(task)
            task.add_done_callback(self._sweeping.discard)


async def _until_heard(say: Callable[[], Awaitable[bool]]) -> None:
    heard = False
    while not heard:
        await asyncio.sleep(_AGAIN_S)
        heard = await say()
