"""Wires the uploader: the only place that names adapters."""

import dataclasses
from pathlib import Path
from typing import Any

from chassis.clock import system_clock
from chassis.consume import Consumer, Handler
from chassis.database import Database
from chassis.migrate import migrate
from chassis.ops import Heartbeat, Ops
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
from uploader.handlers.resend_lost import ResendLost
from uploader.handlers.upload_reader import UploadReader
from uploader.settings import UploaderSettings

MIGRATIONS = Path(__file__).parents[2] / "migrations"
GROUP = "uploader-v1"
TOPICS = (Topic.UPLOAD_REQUESTS, Topic.UPLOADS_STORED)
LINGER_MS = 2
"""So that the records of an import, which come many at a time, travel together."""


async def main(settings: UploaderSettings) -> None:
    """Run the uploader until cancelled."""
    database = Database(settings.mariadb, user="uploader", schema="uploader")
    publisher = Publisher(settings.kafka.brokers, linger_ms=LINGER_MS)
    heartbeat = Heartbeat(system_clock)
    handler, resend_lost = _handlers(settings, database, publisher)
    consumer = Consumer(settings.kafka.brokers, GROUP, TOPICS, handler, publisher, heartbeat)
    checks = {"mariadb": database.ping, "kafka": publisher.ping, "partitions": consumer.check}
    ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
    try:
        await ops.start()
        await retry(lambda: migrate(database, MIGRATIONS, "uploader"))
        await retry(publisher.start)
        await together(consumer.run(), resend_lost.run(), publisher.watch())
    finally:
        await publisher.stop()
        await database.close()
        await ops.stop()


def _handlers(settings: UploaderSettings, database: Database, publisher: Publisher) -> tuple[Handler, ResendLost]:
    brokers = settings.kafka.brokers
    imports, plays, announcer = MariaDbImports(database), KafkaPlays(publisher), KafkaAnnouncer(publisher)
    bounds = Bounds(**dataclasses.asdict(settings.bounds))
    reader = UploadReader(KafkaChunks(brokers), imports, plays, announcer, bounds, system_clock)
    delete = DeleteChunks(KafkaChunkLog(brokers), imports, system_clock)
    read = ReadUploadHandler(reader, imports, plays, announcer, delete)
    finish = FinishUploadHandler(imports, announcer, delete, system_clock)

    async def on_message(message: Message, _: Any) -> None:
        if isinstance(message, ReadUpload):
            await read(message)
        elif isinstance(message, UploadStored):
            await finish(message)

    resend = ResendLost(reader, imports, plays, announcer, delete, settings.lost_after_ms, system_clock)
    return on_message, resend
