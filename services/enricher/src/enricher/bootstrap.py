"""Wires the enricher: the only place that names adapters."""

from pathlib import Path
from typing import Any

import aiohttp

from chassis.clock import system_clock
from chassis.consume import Consumer
from chassis.database import Database
from chassis.migrate import migrate
from chassis.ops import Heartbeat, Ops
from chassis.publish import Publisher
from chassis.retry import retry
from contracts.messages import Message
from contracts.messages.media import FindMedia
from contracts.topics import Topic
from enricher.adapters.announcer import KafkaAnnouncer
from enricher.adapters.media_store import MariaDbBlocks, MariaDbMediaStore
from enricher.adapters.spotify_api import SpotifyApi
from enricher.adapters.spotify_catalogue import SpotifyCatalogue
from enricher.handlers.find_media import FindMediaHandler
from enricher.settings import EnricherSettings

MIGRATIONS = Path(__file__).parents[2] / "migrations"
GROUP = "enricher-v1"


async def main(settings: EnricherSettings) -> None:
    """Run the enricher until cancelled."""
    database = Database(settings.mariadb, user="enricher", schema="enricher")
    publisher = Publisher(settings.kafka.brokers)
    heartbeat = Heartbeat(system_clock)
    async with aiohttp.ClientSession() as session:
        handler = _handler(settings, database, publisher, session)

        async def on_message(message: Message, _: Any) -> None:
            if isinstance(message, FindMedia):
                await handler(message)

        consumer = Consumer(settings.kafka.brokers, GROUP, [Topic.MEDIA_REQUESTS], on_message, publisher, heartbeat)
        checks = {"mariadb": database.ping, "kafka": publisher.ping, "partitions": consumer.check}
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
        try:
            await ops.start()
            await retry(lambda: migrate(database, MIGRATIONS, "enricher"))
            await retry(publisher.start)
            await consumer.run()
        finally:
            await publisher.stop()
            await database.close()
            await ops.stop()


def _handler(
    settings: EnricherSettings, database: Database, publisher: Publisher, session: aiohttp.ClientSession
) -> FindMediaHandler:
    api = SpotifyApi(session, settings.spotify, MariaDbBlocks(database), system_clock)
    catalogue = SpotifyCatalogue(api, settings.spotify.embed_url, settings.spotify.market)
    return FindMediaHandler(catalogue, MariaDbMediaStore(database), KafkaAnnouncer(publisher), system_clock)
