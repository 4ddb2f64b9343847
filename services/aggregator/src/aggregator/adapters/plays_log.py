"""The topic `plays`, read back without a group."""

from collections.abc import AsyncIterator
from typing import Any

from chassis.kafka import Brokers
from chassis.partition_reader import partition_reader
from contracts.codec import UnreadableMessage, decode
from contracts.messages import Message
from contracts.messages.plays import PlaysRead
from contracts.topics import Topic


class KafkaPlaysLog:
    """Implements the port `PlaysLog`."""

    def __init__(self, brokers: Brokers) -> None:
        self._brokers = brokers

    async def between(self, partition: int, first: int, end: int, person_id: str) -> AsyncIterator[PlaysRead]:
        """The records of plays of one person from offset `first` on and before `end`; what cannot be read is none."""
        key = person_id.encode()
        async with partition_reader(self._brokers, Topic.PLAYS, partition) as reader:
            async for record in reader.stretch(first, end):
                message = _message(record) if record.key == key else None
                if isinstance(message, PlaysRead):
                    yield message


def _message(record: Any) -> Message | None:
    try:
        return decode(record.value, record.headers)
    except UnreadableMessage:
        return None
