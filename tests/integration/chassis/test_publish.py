"""Publishing to a real broker: what happens to a producer that is beyond repair."""

import asyncio
import contextlib
from typing import Any

import pytest
from aiokafka.errors import KafkaError

from chassis.publish import Publisher
from contracts.messages.plays import HistoryChanged
from contracts.topics import Topic
from stack.servers.kafka import Kafka

CHANGED = HistoryChanged(person_id="nobody", revision=1)


async def test_a_producer_beyond_repair_says_so(kafka: Kafka) -> None:
    publisher = Publisher(kafka.bootstrap)
    await publisher.start()
    watched = asyncio.create_task(publisher.watch())
    sender: Any = publisher._started()._sender
    sender._maybe_wait_for_pid = None  # a fault inside aiokafka's own loop, at its next turn
    with contextlib.suppress(KafkaError):
        await publisher.publish(Topic.HISTORY_CHANGES, "nobody", CHANGED)
    with pytest.raises(KafkaError):
        await watched
    with pytest.raises(KafkaError):
        await publisher.publish(Topic.HISTORY_CHANGES, "nobody", CHANGED)
    await publisher.stop()


async def test_a_stopped_producer_is_no_fault(kafka: Kafka) -> None:
    publisher = Publisher(kafka.bootstrap)
    await publisher.start()
    watched = asyncio.create_task(publisher.watch())
    await publisher.publish(Topic.HISTORY_CHANGES, "nobody", CHANGED)
    await publisher.stop()
    await watched
