"""The whole service."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp

from chassis.clock import system_clock
from chassis.consume import Consumer
from chassis.database import Database
from chassis.migrate import migrate, migrate_alone
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry
from contracts.messages import Message
from contracts.messages.media import FindMedia
from contracts.messages.people_changes import PersonErased
from contracts.topics import Topic
from enricher.adapters.abilities import MariaDbAbilities
from enricher.adapters.announcer import KafkaAnnouncer
from enricher.adapters.known_answers import MariaDbAnswers
from enricher.adapters.ledger import MariaDbLedger
from enricher.adapters.media_store import MariaDbMediaStore
from enricher.adapters.wishes import MariaDbWishes
from enricher.bootstrap.catalogues import Kept, World, catalogue_of, samples_of
from enricher.handlers.answer_sample import AnswerSampleHandler
from enricher.handlers.clear_expired import ClearExpired
from enricher.handlers.forget_names import ForgetNamesHandler
from enricher.handlers.settle_wishes import SettleWishes
from enricher.handlers.take_wishes import TakeWishesHandler
from enricher.settings import EnricherSettings
from enricher.streams.sample_requests import SampleRequests

MIGRATIONS = Path(__file__).parents[3] / "migrations"
GROUP = "enricher-v1"
SAMPLES_GROUP = "enricher-samples-v1"
SAMPLES_AT_ONCE = 16
"""A source of samples that is slow holds up no other listener."""
CONNECTIONS = 8
"""One holds the turn; the others are shared by wishes, answers and media."""


async def main(settings: EnricherSettings) -> None:
    """Run the enricher until cancelled."""
    database = Database(settings.mariadb, user="enricher", schema="enricher", size=CONNECTIONS)
    publisher = Publisher(settings.kafka)
    heartbeat = Heartbeat(system_clock)
    async with aiohttp.ClientSession() as session:
        parts = _Parts(settings, database, publisher, World(session, system_clock))
        brokers = settings.kafka
        topics = [Topic.MEDIA_REQUESTS, Topic.PEOPLE_CHANGES]
        consumer = Consumer(brokers, GROUP, topics, parts.on_message, publisher, heartbeat)
        samples = Consumer(
            brokers, SAMPLES_GROUP, [Topic.SAMPLE_REQUESTS], parts.on_question, publisher, heartbeat, SAMPLES_AT_ONCE
        )
        checks = {
            "mariadb": database.ping,
            "kafka": publisher.ping,
            "partitions": consumer.check,
            "sample-partitions": samples.check,
        }
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
        try:
            await ops.start()
            await retry(lambda: migrate(database, MIGRATIONS, "enricher"))
            await retry(parts.forget_unwanted)
            await retry(publisher.start)
            await together(consumer.run(), samples.run(), parts.settle.run(), parts.clear.run())
        finally:
            await publisher.stop()
            await database.close()
            await ops.stop()


async def prepare(settings: EnricherSettings) -> None:
    """Bring the tables to what this version needs, and end."""
    await migrate_alone(settings.mariadb, MIGRATIONS, "enricher")


class _Parts:
    """The handlers with what they need."""

    def __init__(self, settings: EnricherSettings, database: Database, publisher: Publisher, world: World) -> None:
        clock = world.clock
        ledger, media, wishes = MariaDbLedger(database), MariaDbMediaStore(database), MariaDbWishes(database)
        self._media, self._sources = media, settings.samples.sources()
        answers, announcer = MariaDbAnswers(database), KafkaAnnouncer(publisher)
        samples = samples_of(settings.samples, settings.spotify.market, world)
        kept = Kept(ledger, answers, MariaDbAbilities(database))
        catalogue = catalogue_of(settings.spotify, settings.pace, samples, kept, world)
        self.settle = SettleWishes(catalogue, wishes, media, announcer, ledger, clock)
        self.clear = ClearExpired([media, answers, wishes, ledger], clock)
        self.on_question = SampleRequests(AnswerSampleHandler(media, samples), publisher, clock)
        self._handlers: dict[type[Message], Callable[[Any], Awaitable[None]]] = {
            FindMedia: TakeWishesHandler(wishes, media, announcer, clock, self.settle.wake),
            PersonErased: ForgetNamesHandler([wishes, answers]),
        }

    async def forget_unwanted(self) -> None:
        """Samples of sources that were turned off since. Raises Retryable."""
        await self._media.forget_sources(["spotify", *self._sources])

    async def on_message(self, message: Message, _: Any) -> None:
        """Give the message to its handler; others on the topics are for other services."""
        if handler := self._handlers.get(type(message)):
            await handler(message)
