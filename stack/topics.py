"""Brings a broker's topics to what the contract says. `python -m stack.topics`: those of NACHKLANG_KAFKA."""

import asyncio
import os
from collections.abc import Iterable

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from chassis.kafka import Brokers, connection, translated
from chassis.retry import retry
from chassis.settings import KafkaSettings, load
from contracts.topics import TopicSpec, load_topics
from stack.probes import wait_until

REPLICAS = 1  # the local stack has one broker
DLQ_PARTITIONS = 1
LISTED_WITHIN_S = 60.0


class TopicError(Exception):
    """The broker refused a topic; the message has its words."""


def wanted_topics(contract: Iterable[TopicSpec]) -> list[NewTopic]:
    """The contract's topics and their dead-letter queues. A dead letter stays as long as it would have in its topic."""
    topics = []
    for spec in contract:
        topics.append(NewTopic(spec.topic, spec.partitions, REPLICAS, topic_configs=dict(spec.config)))
        if spec.dlq:
            topics.append(NewTopic(spec.dlq_name, DLQ_PARTITIONS, REPLICAS, topic_configs=dict(spec.config)))
    return topics


async def create_topics(brokers: Brokers) -> None:
    """Create what is missing, and give what is there the contract's configuration. Safe to repeat. Raises TopicError.

    Returns when the broker lists all: whoever asks it earlier may be told that there is no such topic.

    Partitions are never added to a topic that is there: that would move keys, and with them the order of their records.
    """
    admin = AIOKafkaAdminClient(**connection(brokers))
    await admin.start()
    try:
        wanted = wanted_topics(load_topics().values())
        there = set(await admin.list_topics())
        there |= await _create(admin, [topic for topic in wanted if topic.name not in there])
        await _configure(admin, [topic for topic in wanted if topic.name in there])
        await _listed(admin, {topic.name for topic in wanted})
    finally:
        await admin.close()


async def _create(admin: AIOKafkaAdminClient, topics: list[NewTopic]) -> set[str]:
    """Those that were there already: a broker may list a new topic a moment after it was made."""
    if not topics:
        return set()
    answer = await admin.create_topics(topics)
    existed = {name for name, code, _ in answer.topic_errors if code == TopicAlreadyExistsError.errno}
    for name, code, words in answer.topic_errors:
        if name not in existed:
            _check(name, code, words)
    return existed


async def _listed(admin: AIOKafkaAdminClient, wanted: set[str]) -> None:
    async def all_there() -> bool:
        return wanted <= set(await admin.list_topics())

    if not await wait_until(all_there, LISTED_WITHIN_S):
        raise TopicError(f"The broker does not list its new topics after {LISTED_WITHIN_S:.0f} s")


async def _configure(admin: AIOKafkaAdminClient, topics: list[NewTopic]) -> None:
    if topics:
        resources = [ConfigResource(ConfigResourceType.TOPIC, t.name, t.topic_configs) for t in topics]
        for answer in await admin.alter_configs(resources):
            for code, words, _, name in answer.resources:
                _check(name, code, words)


def _check(name: str, code: int, words: str | None) -> None:
    if code:
        raise TopicError(f"Topic {name}: {words or for_code(code).__name__}")


async def wait_and_create(brokers: Brokers) -> None:
    """The same as soon as a broker answers."""

    async def attempt() -> None:
        try:
            await create_topics(brokers)
        except KafkaError as error:
            raise translated(error) from error

    await retry(attempt)


if __name__ == "__main__":
    asyncio.run(wait_and_create(load(KafkaSettings, os.environ)))
