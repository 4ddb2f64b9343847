"""The bytes of one upload, by the claim check that its request carries."""

from typing import IO

from chassis.context import header
from contracts.messages.uploads import ReadUpload
from contracts.topics import Topic
from uploader.adapters.partition_reader import partition_reader
from uploader.domain.upload_errors import BYTES_GONE, UnreadableUpload


class KafkaChunks:
    """The topic `upload-chunks`. Implements Chunks."""

    def __init__(self, brokers: str) -> None:
        self._brokers = brokers

    async def copy(self, request: ReadUpload, target: IO[bytes]) -> None:
        """Write the chunks of the upload to `target`, each once. Raises UnreadableUpload where some are gone."""
        key = request.upload_id.encode()
        chunks = size = 0
        async with partition_reader(self._brokers, Topic.UPLOAD_CHUNKS, request.partition) as reader:
            first, end = await reader.bounds()
            if request.first_offset < first or request.last_offset >= end:
                raise UnreadableUpload(BYTES_GONE)
            async for record in reader.stretch(request.first_offset, request.last_offset + 1):
                if record.key == key and header(record.headers, "chunk") == str(chunks):
                    chunks += 1
                    size += target.write(record.value)
        if (chunks, size) != (request.chunks, request.bytes):
            raise UnreadableUpload(BYTES_GONE)
