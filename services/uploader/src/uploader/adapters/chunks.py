"""The bytes of one upload, by the claim check that its request carries."""

from typing import IO

from chassis.context import header
from chassis.kafka import Brokers
from chassis.partition_reader import partition_reader
from contracts.topics import Topic
from uploader.domain.imports import Import
from uploader.domain.upload_errors import BYTES_GONE, UnreadableUpload


class KafkaChunks:
    """The topic `upload-chunks`. Implements Chunks."""

    def __init__(self, brokers: Brokers) -> None:
        self._brokers = brokers

    async def copy(self, found: Import, target: IO[bytes]) -> None:
        """Write the chunks of the upload to `target`, each once. Raises UnreadableUpload where some are gone."""
        key, place = found.upload_id.encode(), found.place
        chunks = size = 0
        async with partition_reader(self._brokers, Topic.UPLOAD_CHUNKS, place.partition) as reader:
            first, end = await reader.bounds()
            if place.first_offset < first or place.last_offset >= end:
                raise UnreadableUpload(BYTES_GONE)
            async for record in reader.stretch(place.first_offset, place.last_offset + 1):
                if record.key == key and header(record.headers, "chunk") == str(chunks):
                    chunks += 1
                    size += target.write(record.value)
        if (chunks, size) != (place.chunks, found.bytes):
            raise UnreadableUpload(BYTES_GONE)
