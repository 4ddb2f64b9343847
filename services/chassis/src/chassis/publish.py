"""Publishing: every record acknowledged by all in-sync replicas, none twice by a retry, with the work's headers."""

import asyncio
import logging
from collections.abc import Sequence

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from chassis import context
from chassis.errors import Retryable
from chassis.kafka import Brokers, connection, translated
from contracts.codec import accepts, encode, schema_header
from contracts.messages import Message
from contracts.topics import Topic, load_topics

Headers = Sequence[tuple[str, bytes]]

_MAX_REQUEST = 8 * 1024 * 1024
_FLUSH_SECONDS = 4.0

_LOG = logging.getLogger(__name__)


class Publisher:
    """An idempotent producer that only sends what the contract lets into a topic."""

    def __init__(self, brokers: Brokers, *, linger_ms: int = 0) -> None:
        self._brokers = brokers
        self._linger_ms = linger_ms
        self._producer: AIOKafkaProducer | None = None

    async def start(self) -> None:
        """Connect. Raises Retryable while no broker answers."""
        producer = AIOKafkaProducer(
            **connection(self._brokers),
            acks="all",
            enable_idempotence=True,
            compression_type="zstd",
            linger_ms=self._linger_ms,
            max_batch_size=1024 * 1024,
            max_request_size=_MAX_REQUEST,
        )
        try:
            await producer.start()
        except KafkaError as error:
            await producer.stop()
            raise translated(error) from error
        self._producer = producer

    async def stop(self) -> None:
        """Send what is still waiting, within a few seconds (no broker may be there), and disconnect."""
        producer, self._producer = self._producer, None
        if producer is not None:
            try:
                await asyncio.wait_for(producer.stop(), _FLUSH_SECONDS)
            except TimeoutError:
                _LOG.warning("stopped with records unsent")

    async def watch(self) -> None:
        """Wait until the producer is beyond repair and raise why; return when it was stopped.

        aiokafka's sender ends on an error that no retry mends, and every later record fails with it: the process must
        end too.
        """
        task: asyncio.Task[None] = self._started()._sender.sender_task  # there is no public way to it
        await asyncio.wait({task})
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error

    async def publish(self, topic: Topic, key: str, message: Message, headers: Headers = ()) -> None:
        """Send one message and wait until the broker has it. Raises Retryable."""
        await self.acknowledged(await self.publish_soon(topic, key, message, headers))

    async def publish_soon(
        self, topic: Topic, key: str, message: Message, headers: Headers = ()
    ) -> asyncio.Future[object]:
        """Hand one message to the producer; pass the future to `acknowledged` to know that the broker has it."""
        if not accepts(topic, message):
            raise ValueError(f"the contract has no {message.SCHEMA} in {topic}")
        return await self._send(topic, key.encode(), encode(message), [schema_header(message), *headers])

    async def publish_raw(
        self, topic: Topic, key: str, value: bytes, headers: Headers, partition: int | None = None
    ) -> asyncio.Future[object]:
        """Hand raw bytes to the producer, for topics that hold no messages."""
        if load_topics()[topic].messages:
            raise ValueError(f"{topic} holds messages, not raw bytes")
        return await self._send(topic, key.encode(), value, list(headers), partition)

    async def publish_dead(
        self, name: str, key: bytes | None, value: bytes | None, headers: Headers, timestamp_ms: int | None = None
    ) -> None:
        """Send a record that could not be read to its dead-letter queue and wait for the ack. Raises Retryable.

        With its own `timestamp_ms`, unix ms, it expires there when it would have expired in its topic.
        """
        await self.acknowledged(await self._send(name, key, value, list(headers), timestamp_ms=timestamp_ms))

    @staticmethod
    async def acknowledged(sent: asyncio.Future[object]) -> object:
        """Wait until the broker has the record; its metadata (partition, offset). Raises Retryable."""
        try:
            return await sent
        except KafkaError as error:
            raise translated(error) from error

    async def ping(self) -> None:
        """Raise Retryable unless a broker answers."""
        try:
            await self._started().client.fetch_all_metadata()
        except KafkaError as error:
            raise translated(error) from error

    def _started(self) -> AIOKafkaProducer:
        if self._producer is None:
            raise Retryable("Kafka: the producer is not connected yet")
        return self._producer

    async def _send(
        self,
        topic: str,
        key: bytes | None,
        value: bytes | None,
        headers: list[tuple[str, bytes]],
        partition: int | None = None,
        timestamp_ms: int | None = None,
    ) -> asyncio.Future[object]:
        named = {name for name, _ in headers}
        headers += [pair for pair in context.headers() if pair[0] not in named]
        try:
            sent: asyncio.Future[object] = await self._started().send(
                topic, value=value, key=key, headers=headers, partition=partition, timestamp_ms=timestamp_ms
            )
        except KafkaError as error:
            raise translated(error) from error
        return sent
