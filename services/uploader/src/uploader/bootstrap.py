"""Wires the uploader: the only place that names adapters."""

import dataclasses
from pathlib import Path
from typing import Any

from chassis.clock import system_clock
from chassis.consume import Consumer
from chassis.database import Database
from chassis.migrate import migrate
from chassis.ops import Check, Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry
from contracts.messages import Message
from contracts.messages.uploads import ReadUpload, UploadStored
from contracts.topics import Topic
from uploader.adapters.chunk_log import KafkaChunkLog
from uploader.adapters.chunks import KafkaChunks
from uploader.adapters.imports import MariaDbImports
from uploader.adapters.plays import KafkaAnnouncer, KafkaPlays
from uploader.domain.archive import Bounds
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.handlers.finish_upload import FinishUploadHandler
from uploader.handlers.read_upload import ReadUploadHandler
from uploader.settings import UploaderSettings

MIGRATIONS = Path(__file__).parents[2] / "migrations"
READERS_GROUP = "uploader-readers-v1"
FINISHERS_GROUP = "uploader-finishers-v1"
LINGER_MS = 2


async def main(settings: UploaderSettings) -> None:
    """Run the uploader until cancelled."""
    database = Database(settings.mariadb, user="uploader", schema="uploader")
    publisher = Publisher(settings.kafka.brokers, linger_ms=LINGER_MS)
    heartbeat = Heartbeat(system_clock)
    consumers = _consumers(settings, database, publisher, heartbeat)
    checks: dict[str, Check] = {"mariadb": database.ping, "kafka": publisher.ping}
    checks |= {f"consumer-{number}": consumer.check for number, consumer in enumerate(consumers)}
    ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
    try:
        await ops.start()
        await retry(lambda: migrate(database, MIGRATIONS, "uploader"))
        await retry(publisher.start)
        await together(*(consumer.run() for consumer in consumers))
    finally:
        await publisher.stop()
        await database.close()
        await ops.stop()


def _consumers(
    settings: UploaderSettings, database: Database, publisher: Publisher, heartbeat: Heartbeat
) -> list[Consumer]:
    """Several readers, so that a long import holds up nobody in another partition, and one that finishes."""
    brokers = settings.kafka.brokers
    imports, announcer = MariaDbImports(database), KafkaAnnouncer(publisher)
    read = ReadUploadHandler(
        KafkaChunks(brokers),
        imports,
        KafkaPlays(publisher),
        announcer,
        DeleteChunks(KafkaChunkLog(brokers), imports, system_clock),
        Bounds(**dataclasses.asdict(settings.bounds)),
        system_clock,
        heartbeat.beat,
    )
    finish = FinishUploadHandler(imports, announcer, system_clock)

    async def on_request(message: Message, _: Any) -> None:
        if isinstance(message, ReadUpload):
            await read(message)

    async def on_stored(message: Message, _: Any) -> None:
        if isinstance(message, UploadStored):
            await finish(message)

    readers = [
        Consumer(brokers, READERS_GROUP, [Topic.UPLOAD_REQUESTS], on_request, publisher, heartbeat)
        for _ in range(settings.readers)
    ]
    return [*readers, Consumer(brokers, FINISHERS_GROUP, [Topic.UPLOADS_STORED], on_stored, publisher, heartbeat)]
