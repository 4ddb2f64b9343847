"""Wires the uploader: the only place that names adapters."""

import dataclasses
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from chassis.clock import system_clock
from chassis.consume import Consumer, Handler
from chassis.database import Database
from chassis.migrate import migrate, migrate_alone
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry
from contracts.messages import Message
from contracts.messages.feed import RecentPlaysFetched, RecentPlaysRefused
from contracts.messages.people_changes import ConnectionChanged, PersonErased
from contracts.messages.uploads import ReadUpload, UploadStored
from contracts.topics import Topic
from uploader.adapters.chunk_log import KafkaChunkLog
from uploader.adapters.chunks import KafkaChunks
from uploader.adapters.erasures import MariaDbErasures
from uploader.adapters.feed_requests import KafkaFeedRequests
from uploader.adapters.feeds import MariaDbFeeds
from uploader.adapters.imports import MariaDbImports
from uploader.adapters.plays import KafkaAnnouncer, KafkaPlays
from uploader.domain.archive import Bounds
from uploader.domain.feed_pauses import Pauses
from uploader.handlers.ask_for_plays import AskForPlays
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.handlers.finish_upload import FinishUploadHandler
from uploader.handlers.follow_connection import FollowConnectionHandler
from uploader.handlers.forget_person import ForgetPersonHandler
from uploader.handlers.read_upload import ReadUploadHandler
from uploader.handlers.resend_lost import ResendLost
from uploader.handlers.take_recent_plays import TakeRecentPlaysHandler, TakeRefusalHandler
from uploader.handlers.upload_reader import UploadReader
from uploader.settings import UploaderSettings

MIGRATIONS = Path(__file__).parents[2] / "migrations"
GROUP = "uploader-v1"
TOPICS = (Topic.UPLOAD_REQUESTS, Topic.UPLOADS_STORED, Topic.PEOPLE_CHANGES, Topic.RECENT_PLAYS)
LINGER_MS = 2
"""So that the records of an import, which come many at a time, travel together."""


async def main(settings: UploaderSettings) -> None:
    """Run the uploader until cancelled."""
    database = Database(settings.mariadb, user="uploader", schema="uploader")
    publisher = Publisher(settings.kafka, linger_ms=LINGER_MS)
    heartbeat = Heartbeat(system_clock)
    handler, resend_lost, ask_for_plays = _handlers(settings, database, publisher)
    consumer = Consumer(settings.kafka, GROUP, TOPICS, handler, publisher, heartbeat)
    checks = {"mariadb": database.ping, "kafka": publisher.ping, "partitions": consumer.check}
    ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
    try:
        await ops.start()
        await retry(lambda: migrate(database, MIGRATIONS, "uploader"))
        await retry(publisher.start)
        await together(consumer.run(), resend_lost.run(), ask_for_plays.run(), publisher.watch())
    finally:
        await publisher.stop()
        await database.close()
        await ops.stop()


async def prepare(settings: UploaderSettings) -> None:
    """Bring the tables to what this version needs, and end."""
    await migrate_alone(settings.mariadb, MIGRATIONS, "uploader")


def _handlers(
    settings: UploaderSettings, database: Database, publisher: Publisher
) -> tuple[Handler, ResendLost, AskForPlays]:
    brokers, clock = settings.kafka, system_clock
    bounds, pauses = Bounds(**dataclasses.asdict(settings.bounds)), Pauses(**dataclasses.asdict(settings.feed))
    imports, plays, announcer = MariaDbImports(database), KafkaPlays(publisher), KafkaAnnouncer(publisher)
    feeds, erasures = MariaDbFeeds(database, pauses), MariaDbErasures(database)
    reader = UploadReader(KafkaChunks(brokers), imports, plays, announcer, bounds, clock)
    delete = DeleteChunks(KafkaChunkLog(brokers), imports, erasures, clock)
    handlers: dict[type[Message], Callable[[Any], Awaitable[None]]] = {
        ReadUpload: ReadUploadHandler(reader, imports, plays, announcer, erasures, delete),
        UploadStored: FinishUploadHandler(imports, feeds, announcer, delete, clock),
        ConnectionChanged: FollowConnectionHandler(feeds, clock),
        PersonErased: ForgetPersonHandler(erasures, delete, clock),
        RecentPlaysFetched: TakeRecentPlaysHandler(feeds, plays, pauses),
        RecentPlaysRefused: TakeRefusalHandler(feeds, pauses, clock),
    }

    async def on_message(message: Message, _: Any) -> None:
        if handler := handlers.get(type(message)):
            await handler(message)

    resend = ResendLost(reader, imports, plays, announcer, delete, settings.lost_after_ms, clock)
    return on_message, resend, AskForPlays(feeds, KafkaFeedRequests(publisher), pauses, clock)
