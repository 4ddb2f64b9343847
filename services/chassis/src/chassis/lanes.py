"""Lanes: the records of each partition wait in order for their turn, and partitions don't wait for each other."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition

from chassis.progress import Progress

Work = Callable[[Any], Awaitable[None]]
"""Does one record."""
Commit = Callable[[AIOKafkaConsumer, TopicPartition, int], Awaitable[None]]
"""Notes that everything below this offset is done."""

_FULL = 64
_ROOMY = 16


@dataclass
class _Lane:
    """One partition: `progress` is that of its present assignment."""

    waiting: deque[Any] = field(default_factory=deque)
    workers: int = 0
    progress: Progress = field(default_factory=Progress)
    committing: asyncio.Lock = field(default_factory=asyncio.Lock)


class Lanes(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka ships no types
    """Does `work` on every record, `at_once` of them at a time within a partition, begun in their order.

    Offsets are committed below the lowest record that is not done. What `work` raises ends the task group. A partition
    is paused only when its lane is full: the fetch that a broker holds open leaves paused partitions out, so a pause
    for every record would make each next one wait until that fetch has ended.
    """

    def __init__(self, group: asyncio.TaskGroup, work: Work, commit: Commit, at_once: int = 1) -> None:
        self._group = group
        self._work = work
        self._commit = commit
        self._at_once = at_once
        self._lanes: defaultdict[TopicPartition, _Lane] = defaultdict(_Lane)

    def add(self, consumer: AIOKafkaConsumer, partition: TopicPartition, records: Sequence[Any]) -> None:
        """Put records behind those of the same partition."""
        lane = self._lanes[partition]
        lane.waiting.extend(records)
        if len(lane.waiting) >= _FULL:
            consumer.pause(partition)
        for _ in range(min(len(lane.waiting), self._at_once - lane.workers)):
            lane.workers += 1
            self._group.create_task(self._empty(consumer, partition, lane))

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Somebody else does what still waits, and again what is under way: that is not committed any more.

        Workers stay counted, so that a partition that comes back at once is not worked on by more than before.
        """
        for partition in revoked:
            self._lanes[partition].waiting.clear()
            self._lanes[partition].progress = Progress()

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Their records come from the last commit on."""

    async def _empty(self, consumer: AIOKafkaConsumer, partition: TopicPartition, lane: _Lane) -> None:
        try:
            while lane.waiting:
                record, progress = lane.waiting.popleft(), lane.progress
                if partition in consumer.assignment():
                    progress.begin(record.offset)
                    await self._work(record)
                    progress.finish(record.offset)
                    await self._note(consumer, partition, lane, progress)
                if len(lane.waiting) <= _ROOMY and partition in consumer.paused():
                    consumer.resume(partition)
        finally:
            lane.workers -= 1

    async def _note(
        self, consumer: AIOKafkaConsumer, partition: TopicPartition, lane: _Lane, progress: Progress
    ) -> None:
        """Commit, one after the other, so that a lower offset never follows a higher one."""
        async with lane.committing:
            offset = progress.to_commit() if lane.progress is progress else None
            if offset is not None:
                await self._commit(consumer, partition, offset)
