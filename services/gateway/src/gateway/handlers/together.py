"""Looking up together: what many ask for at the same time is one call."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

LookUp = Callable[[Collection[K]], Awaitable[Mapping[K, V]]]


class _Batch(Generic[K, V]):
    """Keys of one call, and all who wait for it."""

    def __init__(self) -> None:
        self.keys: set[K] = set()
        self.waiting: list[asyncio.Future[Mapping[K, V]]] = []


class Together(Generic[K, V]):
    """Looks up keys with one call at a time.

    Keys that are asked for while a call is under way wait for the next one, so that no answer is older than its
    question: what was written before somebody asked is seen.
    """

    def __init__(self, look_up: LookUp[K, V]) -> None:
        self._look_up = look_up
        self._next: _Batch[K, V] | None = None
        self._running: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def get(self, keys: Collection[K]) -> Mapping[K, V]:
        """What is known of `keys`, and perhaps of others. Raises what the call raises."""
        self._loop = self._loop or asyncio.get_running_loop()  # looked up once: that is a call to the system
        batch = self._next = self._next or _Batch()
        found: asyncio.Future[Mapping[K, V]] = self._loop.create_future()
        batch.keys.update(keys)
        batch.waiting.append(found)
        if self._running is None:
            self._running = self._loop.create_task(self._run())
        return await found

    async def _run(self) -> None:
        try:
            while (batch := self._next) is not None:
                await asyncio.sleep(0)  # those whose requests lie there already come along
                self._next = None
                await self._answer(batch)
        finally:
            self._running = None

    async def _answer(self, batch: _Batch[K, V]) -> None:
        try:
            found = await self._look_up(batch.keys)
        except Exception as error:  # whatever it is, it is for those who asked
            for waiting in _still(batch):
                waiting.set_exception(error)
        else:
            for waiting in _still(batch):
                waiting.set_result(found)


def _still(batch: _Batch[K, V]) -> list[asyncio.Future[Mapping[K, V]]]:
    """Those who have not gone meanwhile."""
    return [waiting for waiting in batch.waiting if not waiting.done()]
