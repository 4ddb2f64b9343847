"""Lets a broker forget at once what its topics keep for days."""

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from contracts.topics import load_topics
from stack.probes import wait_until
from stack.servers.kafka import Kafka
from stack.topics import wanted_topics
from tests.harness.kept import in_topics

FORGOTTEN_AT_ONCE = {"retention.ms": "1", "segment.ms": "1", "cleanup.policy": "delete"}
LOOKED_AT_OFTEN = "log.retention.check.interval.ms=1000\n"
"""For a broker's configuration: how often it looks for what is too old, a minute otherwise (`stack.servers.kafka`)."""
FORGOTTEN_WITHIN_S = 180.0


async def let_time_pass(kafka: Kafka) -> None:
    """As if all of the contract's retention times were over: returns when no topic of it holds a record.

    The times are the only thing that is changed; the contract's own are held to 72 hours by tests/contract.
    """
    topics = [topic.name for topic in wanted_topics(load_topics().values())]
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()
    try:
        for answer in await admin.alter_configs(
            [ConfigResource(ConfigResourceType.TOPIC, topic, FORGOTTEN_AT_ONCE) for topic in topics]
        ):
            assert not any(code for code, *_ in answer.resources), answer
    finally:
        await admin.close()

    async def forgotten() -> bool:
        async for where, _ in in_topics(kafka):
            if where.removeprefix("topic ") in topics:
                return False
        return True

    assert await wait_until(forgotten, FORGOTTEN_WITHIN_S), "the broker keeps records"
