"""Reading a stretch of one partition, without a group: for claim checks and scans."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from chassis.errors import Retryable
from chassis.kafka import translated

_FETCH_BYTES = 4 * 1024 * 1024
_POLL_MS = 1_000
_SILENT_POLLS = 30


@asynccontextmanager
async def partition_reader(brokers: str) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer to assign and seek. Kafka's errors inside become Retryable where they are faults of the world."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=brokers,
        group_id=None,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        fetch_max_wait_ms=100,
        max_partition_fetch_bytes=_FETCH_BYTES,
    )
    try:
        await consumer.start()
        yield consumer
    except KafkaError as error:
        raise translated(error) from error
    finally:
        await consumer.stop()


async def bounds(consumer: AIOKafkaConsumer, partition: TopicPartition) -> tuple[int, int]:
    """The offset of the first record that is there, and the one behind the last."""
    first = (await consumer.beginning_offsets([partition]))[partition]
    return first, (await consumer.end_offsets([partition]))[partition]


async def stretch(consumer: AIOKafkaConsumer, partition: TopicPartition, first: int, end: int) -> AsyncIterator[Any]:
    """The records from offset `first` on and before `end`, which must be there. Raises Retryable after long silence."""
    consumer.assign([partition])
    consumer.seek(partition, first)
    silent = 0
    while await consumer.position(partition) < end:
        batch = (await consumer.getmany(partition, timeout_ms=_POLL_MS)).get(partition, [])
        silent = 0 if batch else silent + 1
        if silent > _SILENT_POLLS:
            raise Retryable(f"Kafka: nothing comes from {partition}")
        for record in batch:
            if record.offset >= end:
                return
            yield record
