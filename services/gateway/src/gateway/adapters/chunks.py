"""Chunks of uploads as records of `upload-chunks`: key upload id, header `chunk`, one partition per upload."""

import asyncio
from typing import Any, cast

from chassis.publish import Publisher
from contracts.topics import Topic, load_topics
from gateway.ports import Placed


class KafkaChunks:
    """Implements ports.ChunkLog."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self._partitions = load_topics()[Topic.UPLOAD_CHUNKS].partitions

    async def append(self, upload_id: str, number: int, content: bytes) -> "KafkaReceipt":
        """Hand one chunk to the producer. Raises Retryable."""
        partition = int(upload_id[:8], 16) % self._partitions
        headers = [("chunk", str(number).encode())]
        sent = await self._publisher.publish_raw(Topic.UPLOAD_CHUNKS, upload_id, content, headers, partition)
        # an upload may be given up before its acks come: their outcome is then of no interest
        sent.add_done_callback(lambda done: done.cancelled() or done.exception())
        return KafkaReceipt(sent)


class KafkaReceipt:
    """Implements ports.Receipt."""

    def __init__(self, sent: asyncio.Future[object]) -> None:
        self._sent = sent

    async def placed(self) -> Placed:
        """Wait for the ack. Raises Retryable."""
        metadata = cast(Any, await Publisher.acknowledged(self._sent))
        return Placed(partition=metadata.partition, offset=metadata.offset)
