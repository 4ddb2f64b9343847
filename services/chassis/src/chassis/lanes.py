"""Lanes: the records of each partition wait in order for their turn, and partitions don't wait for each other."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition

Work = Callable[[TopicPartition, Any], Awaitable[None]]

_FULL = 64
_ROOMY = 16


class Lanes(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka ships no types
    """Does `work` on every record, one at a time within a partition. What `work` raises ends the task group.

    A partition is paused only when its lane is full: the fetch that a broker holds open leaves paused partitions out,
    so a pause for every record would make each next one wait until that fetch has ended.
    """

    def __init__(self, group: asyncio.TaskGroup, work: Work) -> None:
        self._group = group
        self._work = work
        self._lanes: defaultdict[TopicPartition, deque[Any]] = defaultdict(deque)
        self._busy: set[TopicPartition] = set()

    def add(self, consumer: AIOKafkaConsumer, partition: TopicPartition, records: Sequence[Any]) -> None:
        """Put records behind those of the same partition."""
        lane = self._lanes[partition]
        lane.extend(records)
        if len(lane) >= _FULL:
            consumer.pause(partition)
        if partition not in self._busy:
            self._busy.add(partition)
            self._group.create_task(self._empty(consumer, partition))

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Somebody else does what still waits."""
        for partition in revoked:
            self._lanes[partition].clear()

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Their records come from the last commit on."""

    async def _empty(self, consumer: AIOKafkaConsumer, partition: TopicPartition) -> None:
        lane = self._lanes[partition]
        try:
            while lane:
                await self._work(partition, lane.popleft())
                if len(lane) <= _ROOMY and partition in consumer.paused():
                    consumer.resume(partition)
        finally:
            self._busy.discard(partition)
