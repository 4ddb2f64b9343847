"""Asks the auth service for people's last plays, as the uploader does, and hears what it answers."""

import uuid
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition

from chassis.publish import Publisher
from contracts.codec import decode
from contracts.messages.feed import FetchRecentPlays, RecentPlaysFetched, RecentPlaysRefused
from contracts.topics import Topic, load_topics
from stack.servers.kafka import Kafka


class RecentPlays:
    """Everything that was answered so far, by person."""

    def __init__(self, consumer: AIOKafkaConsumer, publisher: Publisher) -> None:
        self._consumer = consumer
        self._publisher = publisher
        self.fetched: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    async def ask(self, people: Iterable[str], times: int) -> None:
        """Ask for everybody so often, all at once and on different partitions, as no uploader would."""
        for person_id in people:
            for _ in range(times):
                request = FetchRecentPlays(person_id=person_id, request_id=uuid.uuid4().hex)
                await self._publisher.publish(Topic.FEED_REQUESTS, request.request_id, request)

    async def hear(self) -> None:
        """Take in what has been answered since."""
        for records in (await self._consumer.getmany(timeout_ms=200)).values():
            for record in records:
                match decode(record.value, record.headers):
                    case RecentPlaysFetched() as answer:
                        self.fetched[answer.person_id] += 1
                    case RecentPlaysRefused() as answer:
                        self.refused[answer.person_id] += 1


@asynccontextmanager
async def recent_plays(kafka: Kafka) -> AsyncIterator[RecentPlays]:
    """Hears every answer from the topic's beginning on."""
    partitions = range(load_topics()[Topic.RECENT_PLAYS].partitions)
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka.bootstrap, group_id=None, auto_offset_reset="earliest")
    publisher = Publisher(kafka.bootstrap)
    await consumer.start()
    await publisher.start()
    try:
        consumer.assign([TopicPartition(Topic.RECENT_PLAYS, number) for number in partitions])
        yield RecentPlays(consumer, publisher)
    finally:
        await publisher.stop()
        await consumer.stop()
