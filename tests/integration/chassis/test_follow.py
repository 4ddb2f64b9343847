"""Following a real topic: from its beginning until everything that was said before is known, and then on."""

import asyncio
import uuid
from typing import Any

import pytest

from chassis.errors import Retryable
from chassis.follow import Follower
from chassis.publish import Publisher
from contracts.messages import Message
from contracts.messages.plays import HistoryChanged
from contracts.topics import Topic
from stack.servers.kafka import Kafka

WITHIN_SECONDS = 60


async def caught_up(follower: Follower) -> None:
    """Return when the follower says that it knows everything from before."""
    async with asyncio.timeout(WITHIN_SECONDS):
        while True:
            try:
                return await follower.check()
            except Retryable:
                await asyncio.sleep(0.01)


async def test_a_follower_is_behind_until_it_has_read_what_was_there(kafka: Kafka, publisher: Publisher) -> None:
    person_id, seen = uuid.uuid4().hex, []

    async def listen(message: Message, _: Any) -> None:
        assert isinstance(message, HistoryChanged)
        if message.person_id == person_id:
            seen.append(message.revision)

    for revision in range(5):
        changed = HistoryChanged(person_id=person_id, revision=revision)
        await publisher.publish(Topic.HISTORY_CHANGES, person_id, changed)
    follower = Follower(kafka.bootstrap, [Topic.HISTORY_CHANGES], listen, from_beginning=True)
    with pytest.raises(Retryable):
        await follower.check()
    await follower.start()
    with pytest.raises(Retryable):
        await follower.check()
    running = asyncio.create_task(follower.run())
    await caught_up(follower)
    async with asyncio.timeout(WITHIN_SECONDS):
        while len(seen) < 5:
            await asyncio.sleep(0.01)
    assert seen == list(range(5))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_follower_from_now_on_is_never_behind(kafka: Kafka) -> None:
    async def listen(_: Message, __: Any) -> None:
        """Nothing comes."""

    follower = Follower(kafka.bootstrap, [Topic.HISTORY_CHANGES], listen, from_beginning=False)
    await follower.start()
    await follower.check()
    running = asyncio.create_task(follower.run())
    await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
