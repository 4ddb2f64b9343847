"""Following: every process reads all of a topic by itself, without a group, from its end or its beginning."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from chassis import context
from chassis.errors import Retryable
from chassis.kafka import translated
from chassis.retry import retry
from contracts.codec import UnreadableMessage, decode
from contracts.messages import Message
from contracts.topics import Topic

Listener = Callable[[Message, Any], Awaitable[None]]

_LOG = logging.getLogger(__name__)


class Follower:
    """Gives every message of some topics to `listener`. After `start` nothing is missed."""

    def __init__(self, brokers: str, topics: Sequence[Topic], listener: Listener, *, from_beginning: bool) -> None:
        self._brokers = brokers
        self._topics = topics
        self._listener = listener
        self._from_beginning = from_beginning
        self._consumer: AIOKafkaConsumer | None = None

    async def start(self) -> None:
        """Take all partitions and fix the position. Waits for the broker and the topics."""
        self._consumer = await retry(self._assigned)

    async def run(self) -> None:
        """Read until cancelled. Unreadable messages are logged: their topic's owner holds the DLQ."""
        consumer = self._consumer
        if consumer is None:
            raise RuntimeError("start comes first")
        try:
            async for record in consumer:
                await self._record(record)
        finally:
            await consumer.stop()

    async def check(self) -> None:
        """Raise Retryable unless the position is fixed."""
        if self._consumer is None:
            raise Retryable("not following yet")

    async def _assigned(self) -> AIOKafkaConsumer:
        consumer = AIOKafkaConsumer(
            bootstrap_servers=self._brokers,
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            fetch_max_wait_ms=100,
            max_partition_fetch_bytes=8 * 1024 * 1024,
        )
        try:
            await consumer.start()
            consumer.assign([tp for topic in self._topics for tp in _partitions(consumer, topic)])
            await (consumer.seek_to_beginning() if self._from_beginning else consumer.seek_to_end())
            for partition in consumer.assignment():
                await consumer.position(partition)
        except (KafkaError, Retryable) as error:
            await consumer.stop()
            raise (translated(error) if isinstance(error, KafkaError) else error) from error
        return consumer

    async def _record(self, record: Any) -> None:
        parent = context.header(record.headers, "traceparent")
        with context.working_on(context.header(record.headers, "correlation_id"), parent):
            try:
                message = decode(record.value, record.headers)
            except UnreadableMessage as error:
                _LOG.error("unreadable record", extra={"topic": record.topic, "reason": str(error)})
                return
            await self._listener(message, record)


def _partitions(consumer: AIOKafkaConsumer, topic: Topic) -> list[TopicPartition]:
    numbers = consumer.partitions_for_topic(topic)
    if not numbers:
        raise Retryable(f"Kafka: {topic} does not exist yet")
    return [TopicPartition(topic, number) for number in sorted(numbers)]
