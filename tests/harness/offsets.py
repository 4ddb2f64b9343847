"""What consumer groups remember: looked at, and set back, as an operator does who wants records read again."""

from collections.abc import Mapping

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from contracts.topics import load_topics
from stack.probes import wait_until

Offsets = dict[TopicPartition, int]

MEMBERS_GONE_SECONDS = 60.0


async def committed(bootstrap: str, group: str) -> Offsets:
    """Where each partition that the group has read will be read on."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        offsets = await admin.list_consumer_group_offsets(group)
    finally:
        await admin.close()
    return {partition: kept.offset for partition, kept in offsets.items() if kept.offset >= 0}


async def all_read(bootstrap: str, group: str, topic: str) -> bool:
    """Whether the group has committed every record of the topic: then none of them is delivered again."""
    places = [TopicPartition(topic, number) for number in range(load_topics()[topic].partitions)]
    async with AIOKafkaConsumer(bootstrap_servers=bootstrap) as consumer:
        ends = await consumer.end_offsets(places)
    now = await committed(bootstrap, group)
    return all(now.get(place, 0) == end for place, end in ends.items())


async def caught_up(bootstrap: str, before: Mapping[str, Offsets], within: float) -> None:
    """Return when each group has committed again all that it had; fail after so many seconds."""

    async def behind() -> list[str]:
        now = {group: await committed(bootstrap, group) for group in before}
        return [
            f"{group}: {place.topic} {place.partition} at {now[group].get(place)} of {end}"
            for group, ends in before.items()
            for place, end in ends.items()
            if now[group].get(place, 0) < end
        ]

    async def there() -> bool:
        return not await behind()

    assert await wait_until(there, within), await behind()


async def to_beginning(bootstrap: str, group: str) -> int:
    """Set back every partition that the group has read; how many records will be read again. Nobody may read."""
    return await set_back(bootstrap, group, {})


async def set_back(bootstrap: str, group: str, wanted: Mapping[TopicPartition, int]) -> int:
    """Set the group back to the offsets `wanted`, to the beginning where there is none; how many records that are."""
    now = await committed(bootstrap, group)
    if not now:  # it has read nothing yet
        return 0
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, group_id=group, enable_auto_commit=False)
    await consumer.start()
    try:
        consumer.assign(list(now))
        starts = await consumer.beginning_offsets(list(now))
        targets = {partition: wanted.get(partition, starts[partition]) for partition in now}

        async def set_them() -> bool:
            try:
                await consumer.commit(targets)
            except KafkaError:  # a member that was killed counts until its session is over
                return False
            return True

        assert await wait_until(set_them, MEMBERS_GONE_SECONDS), f"{group} still has members"
    finally:
        await consumer.stop()
    return sum(offset - targets[partition] for partition, offset in now.items())


async def groups_of(bootstrap: str) -> list[str]:
    """Every group that the broker remembers."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        return sorted({str(group) for group, _ in await admin.list_consumer_groups()})
    finally:
        await admin.close()
