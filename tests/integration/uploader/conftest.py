"""A broker and a database of our own, the running service, and a gateway and aggregator that are only played."""

import asyncio
import contextlib
import os
import sys
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import aiohttp
import pytest

from chassis.clock import system_clock
from chassis.database import Database
from chassis.partition_reader import partition_reader
from chassis.publish import Publisher
from chassis.settings import MariaDbSettings, Secret
from contracts.codec import UnreadableMessage, decode
from contracts.messages import Message
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.messages.uploads import ImportChanged, ReadUpload, StoredFile, UploadStored
from contracts.topics import Topic, load_topics
from stack.ports import free_port
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from uploader.adapters.imports import MariaDbImports
from uploader.domain.imports import Import

T = TypeVar("T")

CHUNK_BYTES = 512 * 1024
WITHIN_SECONDS = 120
POLL_SECONDS = 0.02


class Room:
    """What stands around the uploader."""

    def __init__(self, kafka: Kafka, mariadb: MariaDB, publisher: Publisher, database: Database) -> None:
        self.kafka, self.mariadb, self.publisher, self.database = kafka, mariadb, publisher, database
        self.imports = MariaDbImports(database)

    async def chunks(self, body: bytes, partition: int, upload_id: str | None = None) -> ReadUpload:
        """Bytes in the broker, as the gateway leaves them, and the request that it would send."""
        upload_id = upload_id or uuid.uuid4().hex
        parts = [body[at : at + CHUNK_BYTES] for at in range(0, len(body), CHUNK_BYTES)]
        offsets = []
        for number, part in enumerate(parts):
            headers = [("chunk", str(number).encode())]
            sent = await self.publisher.publish_raw(Topic.UPLOAD_CHUNKS, upload_id, part, headers, partition)
            placed: Any = await self.publisher.acknowledged(sent)
            offsets.append(placed.offset)
        return ReadUpload(
            upload_id=upload_id, person_id=uuid.uuid4().hex, created_at=system_clock(), filename="my_spotify_data.zip",
            bytes=len(body), chunks=len(parts), partition=partition, first_offset=offsets[0], last_offset=offsets[-1],
        )  # fmt: skip

    async def ask(self, request: ReadUpload) -> None:
        await self.publisher.publish(Topic.UPLOAD_REQUESTS, request.person_id, request)

    async def store(self, upload_id: str, person_id: str, imported: dict[int, int]) -> None:
        """What the aggregator says when all is durable: one play of each file is a double, two estimates are gone."""
        files = tuple(StoredFile(file=file, imported=count, improved=0, doubles=1) for file, count in imported.items())
        stored = UploadStored(upload_id=upload_id, person_id=person_id, revision=1, files=files, replaced_estimates=2)
        await self.publisher.publish(Topic.UPLOADS_STORED, person_id, stored)

    async def finish(self, request: ReadUpload) -> Import:
        """The import, once it is read, stored and done."""
        await self.until(request.upload_id, "aggregating")
        await self.store(request.upload_id, request.person_id, {})
        return await self.until(request.upload_id, "done")

    async def until(self, upload_id: str, *states: str) -> Import:
        """The import, once it is in one of these states."""

        async def found() -> Import | None:
            kept = await self.imports.find(upload_id)
            return kept if kept and kept.state in states else None

        return await eventually(found)

    async def messages(self, topic: Topic, upload_id: str) -> list[Message]:
        """Everything about one upload in a topic, in order."""
        return await self.said_of("upload_id", upload_id, topic)

    async def said_of(self, field: str, value: str, topic: Topic) -> list[Message]:
        """Every message in a topic in which this field is so, in the order of its partition."""
        found = []
        for number in range(load_topics()[topic].partitions):
            async with partition_reader(self.kafka.bootstrap, topic, number) as reader:
                async for record in reader.everything():
                    with contextlib.suppress(UnreadableMessage):  # other tests send what cannot be read
                        message = decode(record.value, record.headers)
                        if getattr(message, field, None) == value:
                            found.append(message)
        return found

    async def plays(self, upload_id: str) -> tuple[dict[int, PlaysRead], list[UploadRead]]:
        """The records of an upload by their numbers, and its end markers; copies must be equal."""
        records: dict[int, PlaysRead] = {}
        ends = []
        for message in await self.messages(Topic.PLAYS, upload_id):
            if isinstance(message, PlaysRead):
                assert records.setdefault(message.seq, message) == message
            elif isinstance(message, UploadRead):
                ends.append(message)
        return records, ends

    async def read(self, upload_id: str) -> tuple[dict[int, PlaysRead], list[UploadRead]]:
        """The same, once an end marker is there."""

        async def found() -> tuple[dict[int, PlaysRead], list[UploadRead]] | None:
            records, ends = await self.plays(upload_id)
            return (records, ends) if ends else None

        return await eventually(found)

    async def emptied(self, partition: int) -> None:
        """Returns when no chunk is left there."""

        async def found() -> bool:
            return await self.chunks_left(partition) == 0

        await eventually(found)

    async def changes(self, upload_id: str) -> list[ImportChanged]:
        said = await self.messages(Topic.IMPORT_CHANGES, upload_id)
        return [message for message in said if isinstance(message, ImportChanged)]

    async def told(self, upload_id: str, state: str) -> ImportChanged:
        """The last change of an import, once it is of this state: it is told a moment after it is kept."""

        async def found() -> ImportChanged | None:
            changes = await self.changes(upload_id)
            return changes[-1] if changes and changes[-1].state == state else None

        return await eventually(found)

    async def chunks_left(self, partition: int) -> int:
        async with partition_reader(self.kafka.bootstrap, Topic.UPLOAD_CHUNKS, partition) as reader:
            first, end = await reader.bounds()
        return end - first

    def environment(self, ops_port: int, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "NACHKLANG_KAFKA": self.kafka.bootstrap,
            "NACHKLANG_MARIADB_PORT": str(self.mariadb.port),
            "NACHKLANG_MARIADB_PASSWORD": self.mariadb.passwords["uploader"],
            "NACHKLANG_OPS_PORT": str(ops_port),
            **more,
        }

    @asynccontextmanager
    async def service(self, **more: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """The real process with `more` settings, ready; ended with SIGTERM unless it is gone already."""
        port = free_port()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "uploader", env=self.environment(port, **more)
        )
        try:
            await eventually(lambda: _ready(port))
            yield process
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def eventually(found: Callable[[], Awaitable[T | None]]) -> T:
    """What `found` gives as soon as it gives anything."""
    deadline = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < deadline:
        if result := await found():
            return result
        await asyncio.sleep(POLL_SECONDS)
    raise AssertionError(f"nothing within {WITHIN_SECONDS} s")


async def _ready(port: int) -> bool:
    with contextlib.suppress(aiohttp.ClientError):
        async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}/readyz") as answer:
            return answer.status == 200
    return False


@pytest.fixture(scope="session")
async def room(kafka: Kafka, mariadb: MariaDB) -> AsyncIterator[Room]:
    """The world around the uploader."""
    publisher = Publisher(kafka.bootstrap)
    await publisher.start()
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["uploader"]))
    database = Database(settings, user="uploader", schema="uploader")
    yield Room(kafka, mariadb, publisher, database)
    await publisher.stop()
    await database.close()


@pytest.fixture(scope="module")
async def running(room: Room) -> AsyncIterator[Room]:
    """The same, with the service running."""
    async with room.service():
        yield room
