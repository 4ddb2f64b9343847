"""Consuming: partitions side by side, records begun in order within each, offsets committed after the effect."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError

from chassis import context
from chassis.errors import InvalidMessage, Retryable
from chassis.kafka import Brokers, connection, translated
from chassis.lanes import Lanes
from chassis.ops import Heartbeat
from chassis.publish import Publisher
from chassis.retry import retry
from contracts.codec import UnreadableMessage, decode
from contracts.messages import Message
from contracts.topics import Topic, load_topics

Handler = Callable[[Message, Any], Awaitable[None]]
"""Called with the decoded message and its record; must bear being called twice with the same."""

_LOG = logging.getLogger(__name__)
_MAX_REASON = 500
_POLL_MS = 500
_FETCH_WAIT_MS = 100
_AT_ONCE = 64


class Consumer:
    """One consumer group's share of some topics.

    A record that cannot be read goes to its topic's DLQ with its origin, a fault of the world is retried in place,
    anything else leaves `run` and so ends the process: the record is not committed and comes again. With `at_once`
    above 1 so many records of a partition are worked on at a time, also of one key: a slow one holds up no other, and
    after a crash all from the lowest unfinished one on come again.
    """

    def __init__(
        self,
        brokers: Brokers,
        group: str,
        topics: Sequence[Topic],
        handler: Handler,
        publisher: Publisher,
        heartbeat: Heartbeat,
        at_once: int = 1,
    ) -> None:
        self._brokers = brokers
        self._group = group
        self._topics = topics
        self._handler = handler
        self._publisher = publisher
        self._heartbeat = heartbeat
        self._at_once = at_once
        self._consumer: AIOKafkaConsumer | None = None

    async def run(self) -> None:
        """Consume until cancelled."""
        try:
            async with asyncio.TaskGroup() as group:
                lanes = Lanes(group, self._take, _commit, self._at_once)
                self._consumer = consumer = await retry(lambda: self._joined(lanes))
                while True:
                    batches = await consumer.getmany(timeout_ms=_POLL_MS, max_records=_AT_ONCE)
                    self._heartbeat.beat()
                    for partition, records in batches.items():
                        lanes.add(consumer, partition, records)
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from failures
        finally:
            if self._consumer is not None:
                await self._consumer.stop()
                self._consumer = None

    async def check(self) -> None:
        """Raise Retryable unless partitions are assigned."""
        if self._consumer is None or not self._consumer.assignment():
            raise Retryable(f"{self._group} has no partitions yet")

    async def _joined(self, lanes: Lanes) -> AIOKafkaConsumer:
        consumer = AIOKafkaConsumer(
            **connection(self._brokers),
            group_id=self._group,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            session_timeout_ms=6000,
            heartbeat_interval_ms=2000,
            max_poll_interval_ms=3_600_000,
            max_partition_fetch_bytes=8 * 1024 * 1024,
            fetch_max_wait_ms=_FETCH_WAIT_MS,
        )
        consumer.subscribe(self._topics, listener=lanes)
        try:
            await consumer.start()
        except KafkaError as error:
            await consumer.stop()
            raise translated(error) from error
        except asyncio.CancelledError:
            await consumer.stop()
            raise
        return consumer

    async def _take(self, record: Any) -> None:
        correlation = context.header(record.headers, "correlation_id")
        with context.working_on(correlation, context.header(record.headers, "traceparent")):
            try:
                message = decode(record.value, record.headers)
                await retry(lambda: self._handler(message, record))
            except (UnreadableMessage, InvalidMessage) as error:
                reason = str(error)
                await retry(lambda: dead_letter(self._publisher, record, self._group, reason, record.timestamp))
        self._heartbeat.beat()


async def dead_letter(publisher: Publisher, record: Any, reader: str, reason: str, written_at: int | None) -> None:
    """Send `record` to its topic's DLQ with its origin: topic, partition, offset, reader and reason.

    It keeps its age (`written_at`, unix ms UTC): nothing of a person stays longer because it could not be read.
    """
    spec = load_topics()[record.topic]
    if not spec.dlq:
        raise ValueError(f"{record.topic} has no DLQ")
    origin = [
        ("original_topic", record.topic.encode()),
        ("original_partition", str(record.partition).encode()),
        ("original_offset", str(record.offset).encode()),
        ("reader", reader.encode()),
        ("reason", reason[:_MAX_REASON].encode()),
    ]
    _LOG.error("unreadable record", extra={"topic": record.topic, "offset": record.offset, "reason": reason})
    headers = [*record.headers, *origin]
    await publisher.publish_dead(spec.dlq_name, record.key, record.value, headers, written_at)


async def _commit(consumer: AIOKafkaConsumer, tp: TopicPartition, offset: int) -> None:
    try:
        await consumer.commit({tp: offset})
    except (CommitFailedError, IllegalStateError):
        # the partition went to somebody else meanwhile, who does the record again: effects are idempotent
        _LOG.info("partition lost before the commit", extra={"topic": tp.topic, "partition": tp.partition})
    except KafkaError as error:
        if not isinstance(translated(error), Retryable):
            raise
        _LOG.warning("commit postponed", extra={"topic": tp.topic, "reason": repr(error)})
