"""What consumer groups remember: set back to the beginning, as an operator does who wants everything read again."""

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

BEGINNING = 0


async def committed(bootstrap: str, group: str) -> dict[TopicPartition, int]:
    """Where each partition that the group has read will be read on."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        offsets = await admin.list_consumer_group_offsets(group)
    finally:
        await admin.close()
    return {partition: kept.offset for partition, kept in offsets.items()}


async def to_beginning(bootstrap: str, group: str) -> int:
    """Set back every partition that the group has read; how many records will be read again. It must have no member."""
    offsets = await committed(bootstrap, group)
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, group_id=group, enable_auto_commit=False)
    await consumer.start()
    try:
        consumer.assign(list(offsets))
        starts = await consumer.beginning_offsets(list(offsets))
        await consumer.commit(dict.fromkeys(offsets, BEGINNING))
    finally:
        await consumer.stop()
    return sum(offset - starts[partition] for partition, offset in offsets.items())
