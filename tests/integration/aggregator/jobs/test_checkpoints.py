"""A topic that was made anew is read from its beginning, whatever the old one's offsets were."""

import asyncio
import uuid

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from pyspark.sql import SparkSession

from aggregator.jobs import checkpoints
from stack.probes import wait_until
from stack.servers.kafka import Kafka

PATIENCE_S = 60.0


async def test_a_checkpoint_belongs_to_one_life_of_the_topic(spark: SparkSession, kafka: Kafka) -> None:
    topic = f"reset-{uuid.uuid4().hex}"
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()

    async def place() -> str:
        return await asyncio.to_thread(checkpoints.location, spark, "/checkpoints/", kafka.bootstrap, topic)

    async def there() -> bool:
        return topic in await admin.list_topics()

    async def gone() -> bool:
        return not await there()

    try:
        await admin.create_topics([NewTopic(topic, 1, 1)])
        assert await wait_until(there, PATIENCE_S)
        first, again = await place(), await place()
        await admin.delete_topics([topic])
        assert await wait_until(gone, PATIENCE_S)
        await admin.create_topics([NewTopic(topic, 1, 1)])
        assert await wait_until(there, PATIENCE_S)
        second = await place()
        await admin.delete_topics([topic])
    finally:
        await admin.close()

    assert first == again != second
    assert first.startswith("/checkpoints/plays-v2/")
