"""Following: every process reads all of a topic by itself, without a group, from its end or its beginning."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from chassis import context
from chassis.errors import Retryable
from chassis.kafka import Brokers, connection, translated
from chassis.retry import retry
from contracts.codec import UnreadableMessage, decode
from contracts.messages import Message
from contracts.topics import Topic

Listener = Callable[[Message, Any], Awaitable[None]]
Wanted = Callable[[Any], bool]

_LOG = logging.getLogger(__name__)


def _every(_: Any) -> bool:
    return True


class Follower:
    """Gives every message of some topics to `listener`. After `start` nothing is missed.

    Records that are not `wanted`, by their headers, are skipped before anything is decoded.
    """

    def __init__(
        self,
        brokers: Brokers,
        topics: Sequence[Topic],
        listener: Listener,
        *,
        from_beginning: bool,
        wanted: Wanted = _every,
    ) -> None:
        self._brokers = brokers
        self._topics = topics
        self._listener = listener
        self._from_beginning = from_beginning
        self._wanted = wanted
        self._consumer: AIOKafkaConsumer | None = None
        self._behind: dict[TopicPartition, int] = {}

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
                if self._wanted(record):
                    await self._record(record)
        finally:
            await consumer.stop()

    async def check(self) -> None:
        """Raise Retryable until everything that was there at the start was read."""
        if self._consumer is None:
            raise Retryable("not following yet")
        for partition, end in list(self._behind.items()):
            if await self._consumer.position(partition) >= end:
                del self._behind[partition]
        if self._behind:
            raise Retryable(f"still reading what was said before: {len(self._behind)} partitions")

    async def _assigned(self) -> AIOKafkaConsumer:
        consumer = AIOKafkaConsumer(
            *self._topics,
            **connection(self._brokers),
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            fetch_max_wait_ms=100,
            max_partition_fetch_bytes=8 * 1024 * 1024,
        )
        try:
            await consumer.start()  # without a group it takes all partitions, or says that a topic is not there yet
            ends = await consumer.end_offsets(consumer.assignment())
            starts = await consumer.beginning_offsets(consumer.assignment()) if self._from_beginning else ends
            # not seek_to_end: aiokafka lets the reset of its own start, if that is still under way, answer it
            for partition, offset in starts.items():
                consumer.seek(partition, offset)
            self._behind = dict(ends)
        except KafkaError as error:
            # gathered: aiokafka lets out the cancellation of a task of its own that has not begun yet
            await asyncio.gather(consumer.stop(), return_exceptions=True)
            raise translated(error) from error
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
