"""Reading a stretch of one partition, without a group: for claim checks and scans."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from chassis.errors import Retryable
from chassis.kafka import Brokers, connection, translated
from contracts.topics import Topic

_FETCH_BYTES = 4 * 1024 * 1024
_POLL_MS = 1_000
_SILENT_POLLS = 30


class PartitionReader:
    """Reads one partition. It has it from the beginning: a consumer that is assigned anew may hang when it stops."""

    def __init__(self, consumer: AIOKafkaConsumer, partition: TopicPartition) -> None:
        self._consumer = consumer
        self._partition = partition

    async def bounds(self) -> tuple[int, int]:
        """The offset of the first record that is there, and the one behind the last."""
        first = await self._consumer.beginning_offsets([self._partition])
        end = await self._consumer.end_offsets([self._partition])
        return first[self._partition], end[self._partition]

    async def stretch(self, first: int, end: int) -> AsyncIterator[Any]:
        """The records from offset `first` on and before `end`, all there. Raises Retryable after long silence."""
        self._consumer.seek(self._partition, first)
        silent = 0
        while await self._consumer.position(self._partition) < end:
            batches = await self._consumer.getmany(self._partition, timeout_ms=_POLL_MS)
            batch = batches.get(self._partition, [])
            silent = 0 if batch else silent + 1
            if silent > _SILENT_POLLS:
                raise Retryable(f"Kafka: nothing comes from {self._partition}")
            for record in batch:
                if record.offset >= end:
                    return
                yield record

    async def everything(self) -> AsyncIterator[Any]:
        """The records that are there now."""
        async for record in self.stretch(*await self.bounds()):
            yield record


@asynccontextmanager
async def partition_reader(brokers: Brokers, topic: Topic, number: int) -> AsyncIterator[PartitionReader]:
    """A reader of one partition. Kafka's errors inside become Retryable where they are faults of the world."""
    consumer = AIOKafkaConsumer(
        **connection(brokers),
        group_id=None,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        fetch_max_wait_ms=100,
        max_partition_fetch_bytes=_FETCH_BYTES,
    )
    partition = TopicPartition(topic, number)
    try:
        await consumer.start()
        consumer.assign([partition])
        yield PartitionReader(consumer, partition)
    except KafkaError as error:
        raise translated(error) from error
    finally:
        # gathered: aiokafka lets out the cancellation of a task of its own that has not begun yet
        await asyncio.gather(consumer.stop(), return_exceptions=True)
