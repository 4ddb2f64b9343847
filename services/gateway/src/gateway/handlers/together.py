"""Looking up together: what many ask for at the same time is one call."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

LookUp = Callable[[Collection[K]], Awaitable[Mapping[K, V]]]


class _Batch(Generic[K, V]):
    def __init__(self) -> None:
        self.keys: set[K] = set()
        self.found: asyncio.Future[Mapping[K, V]] = asyncio.get_running_loop().create_future()


class Together(Generic[K, V]):
    """Looks up keys with one call at a time.

    Keys that are asked for while a call is under way wait for the next one, so that no answer is older than its
    question: what was written before somebody asked is seen.
    """

    def __init__(self, look_up: LookUp[K, V]) -> None:
        self._look_up = look_up
        self._next: _Batch[K, V] | None = None
        self._running: asyncio.Task[None] | None = None

    async def get(self, keys: Collection[K]) -> Mapping[K, V]:
        """What is known of `keys`, and perhaps of others. Raises what the call raises."""
        if self._next is None:
            self._next = _Batch()
        batch = self._next
        batch.keys.update(keys)
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return await asyncio.shield(batch.found)  # one who stops waiting leaves it to the others

    async def _run(self) -> None:
        try:
            while (batch := self._next) is not None:
                self._next = None
                await self._answer(batch)
        finally:
            self._running = None

    async def _answer(self, batch: _Batch[K, V]) -> None:
        try:
            batch.found.set_result(await self._look_up(batch.keys))
        except Exception as error:  # whatever it is, it is for those who asked
            batch.found.set_exception(error)
            batch.found.exception()  # seen here, for whoever asked may have gone
