"""Emptying the topic `upload-chunks`."""

from collections.abc import Collection
from typing import Any

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.errors import KafkaError

from chassis.kafka import translated
from contracts.codec import UnreadableMessage, decode
from contracts.messages.uploads import ReadUpload
from contracts.topics import Topic, load_topics
from uploader.adapters.partition_reader import partition_reader
from uploader.domain.chunk_range import FirstChunk


class KafkaChunkLog:
    """The topics `upload-chunks` and `upload-requests`. Implements ChunkLog."""

    def __init__(self, brokers: str) -> None:
        self._brokers = brokers

    async def first_chunks(self, partition: int) -> tuple[list[FirstChunk], int]:
        """Where each upload begins that still has chunks there, and the offset behind the last chunk."""
        found: dict[str, FirstChunk] = {}
        async with partition_reader(self._brokers, Topic.UPLOAD_CHUNKS, partition) as reader:
            first, end = await reader.bounds()
            async for record in reader.stretch(first, end):
                upload_id = (record.key or b"").decode(errors="replace")
                found.setdefault(upload_id, FirstChunk(upload_id, record.offset, record.timestamp))
        return list(found.values()), end

    async def requested(self, upload_ids: Collection[str]) -> set[str]:
        """Those for which a request is in `upload-requests`, where requests stay as long as chunks do."""
        found: set[str] = set()
        for number in range(load_topics()[Topic.UPLOAD_REQUESTS].partitions):
            async with partition_reader(self._brokers, Topic.UPLOAD_REQUESTS, number) as reader:
                async for record in reader.everything():
                    found.add(_requested_id(record))
        return found & set(upload_ids)

    async def delete_before(self, partition: int, offset: int) -> None:
        """Delete every chunk before `offset` from the broker, by Kafka's DeleteRecords."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self._brokers)
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
