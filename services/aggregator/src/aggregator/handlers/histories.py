"""Histories in memory: the least recently asked for go when there is no more room."""

import asyncio
from collections import OrderedDict
from collections.abc import Container
from concurrent.futures import Executor
from weakref import WeakValueDictionary

from aggregator.domain.history.history import History, build_history
from aggregator.domain.segment import decode
from aggregator.domain.times.windows import InvalidQuestion
from aggregator.ports import SegmentStore, StoredHistory
from chassis.errors import Retryable

OVERHEAD_BYTES = 32 * 1024
"""What a history takes beside its columns, so that many empty ones find an end too."""


class Histories:
    """Gives the history of a person at a revision or a later one, loaded once for all who ask at the same time."""

    def __init__(
        self, store: SegmentStore, executor: Executor, room: int, erased: Container[str] = frozenset()
    ) -> None:
        """`room` is in bytes; a larger history is answered from, and not kept. `erased` are people who are gone."""
        self._store = store
        self._executor = executor
        self._room = room
        self._erased = erased
        self._kept: OrderedDict[str, History] = OrderedDict()
        self._loading: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def get(self, person_id: str, revision: int) -> History:
        """The history at `revision` or later.

        Raises Retryable where the store has none, UnreadableSegment, InvalidQuestion for somebody who was erased.
        """
        self.refuse_erased(person_id)
        lock = self._loading.setdefault(person_id, asyncio.Lock())  # lives as long as somebody holds it
        async with lock:
            history = self._kept.get(person_id)
            if history is None or history.revision < revision:
                history = await self._load(person_id, revision)
            self.refuse_erased(person_id)  # once more: it may have been loaded before the person was erased
            self._keep(history)
        return history

    def refuse_erased(self, person_id: str) -> None:
        """Raise InvalidQuestion for somebody who was erased."""
        if person_id in self._erased:
            raise InvalidQuestion("unknown_person", "This account was deleted.")

    def forget(self, person_id: str) -> None:
        """Let go of a history."""
        self._kept.pop(person_id, None)

    async def _load(self, person_id: str, revision: int) -> History:
        stored = await self._store.load(person_id)
        if stored.revision < revision:
            raise Retryable(f"the store has revision {stored.revision}, asked for {revision}")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, _built, person_id, stored)

    def _keep(self, history: History) -> None:
        self._kept[history.person_id] = history
        self._kept.move_to_end(history.person_id)
        while sum(kept.size + OVERHEAD_BYTES for kept in self._kept.values()) > self._room:
            self._kept.popitem(last=False)


def _built(person_id: str, stored: StoredHistory) -> History:
    history = build_history(person_id, stored.revision, [decode(body) for body in stored.segments])
    _ = history.size  # makes here, beside the loop, what it is the size of
    return history
