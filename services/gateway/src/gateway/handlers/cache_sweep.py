"""Taking a person's entries out of the cache, however long the cache is away."""

import asyncio

from gateway.ports import Cache

_AGAIN_S = 1.0


class CacheSweep:
    """Drops everything under a prefix; what the cache did not hear is said again until it has."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._sweeping: set[asyncio.Task[None]] = set()

    async def drop(self, prefix: str) -> None:
        """Drop every key that begins with `prefix`. Returns at once where the cache is gone, and goes on trying."""
        if not await self._cache.drop(prefix):
            task = asyncio.create_task(self._drop(prefix))
            self._sweeping.add(task)
            task.add_done_callback(self._sweeping.discard)

    async def _drop(self, prefix: str) -> None:
        while True:
            await asyncio.sleep(_AGAIN_S)
            if await self._cache.drop(prefix):
                return
