"""Emptying the topic `upload-chunks`."""

from collections.abc import AsyncGenerator
from typing import Any

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.errors import KafkaError

from chassis.kafka import Brokers, connection, translated
from chassis.partition_reader import partition_reader
from contracts.codec import UnreadableMessage, decode
from contracts.messages.uploads import ReadUpload
from contracts.topics import Topic, load_topics
from uploader.domain.chunk_range import Chunk


class KafkaChunkLog:
    """The topics `upload-chunks` and `upload-requests`. Implements ChunkLog."""

    def __init__(self, brokers: Brokers) -> None:
        self._brokers = brokers

    async def bounds(self, partition: int) -> tuple[int, int]:
        """The offset of the first chunk that is there, and the one behind the last."""
        async with partition_reader(self._brokers, Topic.UPLOAD_CHUNKS, partition) as reader:
            return await reader.bounds()

    async def chunks(self, partition: int, first: int, end: int) -> AsyncGenerator[Chunk, None]:
        """The chunks from offset `first` on and before `end`, in order."""
        async with partition_reader(self._brokers, Topic.UPLOAD_CHUNKS, partition) as reader:
            async for record in reader.stretch(first, end):
                yield Chunk((record.key or b"").decode(errors="replace"), record.offset, record.timestamp)

    async def requested(self, upload_id: str) -> bool:
        """Whether a request for it is in `upload-requests`, where requests stay as long as chunks do."""
        for number in range(load_topics()[Topic.UPLOAD_REQUESTS].partitions):
            async with partition_reader(self._brokers, Topic.UPLOAD_REQUESTS, number) as reader:
                async for record in reader.everything():
                    if _requested_id(record) == upload_id:
                        return True
        return False

    async def delete_before(self, partition: int, offset: int) -> None:
        """Delete every chunk before `offset` from the broker, by Kafka's DeleteRecords."""
        admin = AIOKafkaAdminClient(**connection(self._brokers))
        try:
            await admin.start()
            chunks = TopicPartition(Topic.UPLOAD_CHUNKS, partition)
            await admin.delete_records({chunks: RecordsToDelete(before_offset=offset)})
        except KafkaError as error:
            raise translated(error) from error
        finally:
            await admin.close()


def _requested_id(record: Any) -> str:
    """The id of the upload that a request is about; empty where it cannot be read: then nobody ever will."""
    try:
        message = decode(record.value, record.headers)
    except UnreadableMessage:
        return ""
    return message.upload_id if isinstance(message, ReadUpload) else ""
