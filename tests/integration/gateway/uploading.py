"""What tests of uploads share: forms, the bytes read back from the broker, and what the uploader says."""

import io
import json
import zipfile
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
from aiokafka import AIOKafkaConsumer, TopicPartition

from contracts.messages.uploads import ImportChanged, Live, ReadUpload, Rows
from contracts.topics import Topic
from stack.servers.kafka import Kafka
from tests.harness.servers import Running
from tests.integration.gateway.conftest import Caller, Room, Told, eventually

ZIP = {"Content-Type": "application/zip"}


async def stored(kafka: Running[Kafka], request: ReadUpload) -> bytes:
    """The bytes of an upload, read back as the uploader does."""
    partition = TopicPartition(Topic.UPLOAD_CHUNKS, request.partition)
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka.server.bootstrap)
    await consumer.start()
    try:
        consumer.assign([partition])
        consumer.seek(partition, request.first_offset)
        chunks: list[bytes] = []
        async for record in consumer:
            if record.key == request.upload_id.encode():
                assert dict(record.headers)["chunk"] == str(len(chunks)).encode()
                assert len(record.value) <= 512 * 1024
                chunks.append(record.value)
            if record.offset == request.last_offset:
                assert len(chunks) == request.chunks
                return b"".join(chunks)
    finally:
        await consumer.stop()
    raise AssertionError


async def requested(room: Room, upload_id: str) -> ReadUpload:
    """The request to read an upload, as the uploader gets it."""

    async def found() -> ReadUpload | None:
        return next((request for request in room.neighbours.uploads if request.upload_id == upload_id), None)

    request: ReadUpload = await eventually(found)
    return request


def changed(request: ReadUpload, state: Any, **fields: Any) -> ImportChanged:
    """What the uploader says about an import."""
    told: dict[str, Any] = {
        "error": None, "finished_at": None, "rows": Rows(), "reasons": {}, "files": (), "live": Live(),
    }  # fmt: skip
    return ImportChanged(
        upload_id=request.upload_id, person_id=request.person_id, state=state, created_at=request.created_at,
        filename=request.filename, bytes=request.bytes, **(told | fields),
    )  # fmt: skip


def form(*files: tuple[str, bytes]) -> aiohttp.FormData:
    data = aiohttp.FormData(quote_fields=False)
    for name, content in files:
        data.add_field("file", content, filename=name)
    return data


def zipped(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return kept.getvalue()


async def accepted(room: Room) -> tuple[Caller, ReadUpload]:
    caller = room.as_someone()
    told: Told = await caller.ask("POST", "/api/v1/uploads", data=b"[]", headers=ZIP)
    return caller, await requested(room, told.json["id"])


async def events(stream: aiohttp.ClientResponse, name: str = "upload") -> AsyncIterator[Any]:
    """The data of each event called `name`."""
    assert stream.status == 200
    async for line in stream.content:
        if line.startswith(b"event: "):
            assert line == f"event: {name}\n".encode()
        if line.startswith(b"data: "):
            yield json.loads(line[6:])
