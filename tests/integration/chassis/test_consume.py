"""Consuming from a real broker: order, retries, the dead-letter queue, and what a crash leaves behind."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from chassis.clock import system_clock
from chassis.consume import Consumer
from chassis.errors import InvalidMessage, Retryable
from chassis.ops import Heartbeat
from chassis.publish import Publisher
from contracts.messages import Message
from contracts.messages.uploads import ReadUpload
from contracts.topics import Topic
from stack.probes import wait_until
from stack.servers.kafka import Kafka
from tests.harness.offsets import all_read

WITHIN_SECONDS = 60


def request(name: str) -> ReadUpload:
    return ReadUpload(
        upload_id=name, person_id="p", created_at=0, filename=None, bytes=1, chunks=1, partition=0,
        first_offset=0, last_offset=0,
    )  # fmt: skip


class Room:
    """One group on the shared topic, which handles only the uploads of its own test."""

    def __init__(self, kafka: Kafka, publisher: Publisher) -> None:
        self.kafka, self.publisher = kafka, publisher
        self.mark = uuid.uuid4().hex
        self.begun: list[str] = []
        self.seen: list[str] = []
        self.faults: dict[str, list[Exception]] = {}
        self.gates: dict[str, asyncio.Event] = {}

    async def handle(self, message: Message, _: Any) -> None:
        assert isinstance(message, ReadUpload)
        mark, _, name = message.upload_id.partition(".")
        if mark != self.mark:
            return
        self.begun.append(name)
        if name in self.gates:
            await self.gates[name].wait()
        if self.faults.get(name):
            raise self.faults[name].pop(0)
        self.seen.append(name)

    async def send(self, *names: str, key: str = "one") -> None:
        for name in names:
            await self.publisher.publish(Topic.UPLOAD_REQUESTS, key, request(f"{self.mark}.{name}"))

    def consumer(self, at_once: int = 1) -> Consumer:
        heartbeat = Heartbeat(system_clock)
        topics = [Topic.UPLOAD_REQUESTS]
        return Consumer(self.kafka.bootstrap, self.mark, topics, self.handle, self.publisher, heartbeat, at_once)

    @asynccontextmanager
    async def running(self, at_once: int = 1) -> AsyncIterator[asyncio.Task[None]]:
        task = asyncio.create_task(self.consumer(at_once).run())
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def all_committed(self) -> bool:
        """Whether every record of the topic is done and committed."""
        return await all_read(self.kafka.bootstrap, self.mark, Topic.UPLOAD_REQUESTS)

    async def settled(self) -> None:
        """Return when it is: what was done and not committed comes again to whoever is next."""
        assert await wait_until(self.all_committed, WITHIN_SECONDS)


@pytest.fixture
def room(kafka: Kafka, publisher: Publisher) -> Room:
    return Room(kafka, publisher)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(WITHIN_SECONDS):
        while not condition():
            await asyncio.sleep(0.01)


async def test_records_of_a_key_come_in_order_and_once(room: Room) -> None:
    async with room.running():
        await room.send("a", "b", "c")
        await until(lambda: len(room.seen) == 3)
        await room.settled()
    async with room.running():
        await room.send("d")
        await until(lambda: "d" in room.seen)
    assert room.seen == ["a", "b", "c", "d"]


async def test_a_fault_of_the_world_is_tried_again_in_place(room: Room) -> None:
    room.faults["a"] = [Retryable("away"), Retryable("away")]
    async with room.running():
        await room.send("a", "b")
        await until(lambda: len(room.seen) == 2)
    assert room.seen == ["a", "b"]


async def test_a_long_record_holds_up_its_own_partition_only(room: Room) -> None:
    room.gates["long"] = asyncio.Event()
    async with room.running():
        await room.send("long", key="one")
        for number in range(16):
            await room.send(f"other-{number}", key=f"key-{number}")
        await until(lambda: len(room.seen) >= 8)
        assert "long" not in room.seen
        room.gates["long"].set()
        await until(lambda: len(room.seen) == 17)


async def test_more_records_than_a_lane_holds_come_in_order_all_of_them(room: Room) -> None:
    names = [f"{number:03}" for number in range(300)]
    room.gates["000"] = asyncio.Event()
    await room.send(*names)
    async with room.running():
        await room.send("later")
        room.gates["000"].set()
        await until(lambda: len(room.seen) == 301)
    assert room.seen == [*names, "later"]


async def test_one_record_after_the_other_waits_for_no_fetch(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Request and reply stand on this: a broker holds a fetch without data open, and records must not wait for it.

    They would for one from which their partition was left out, because it was paused for the record before.
    """
    paused: list[TopicPartition] = []
    pause = AIOKafkaConsumer.pause

    def noted(consumer: AIOKafkaConsumer, *partitions: TopicPartition) -> None:
        paused.extend(partitions)
        pause(consumer, *partitions)

    monkeypatch.setattr(AIOKafkaConsumer, "pause", noted)
    async with room.running():
        await room.settled()  # what other tests left may well fill a lane
        paused.clear()
        for number in range(40):
            await room.send(f"{number}")
            await until(lambda: len(room.seen) == number + 1)  # noqa: B023  # awaited before the next round
    assert paused == []


async def test_what_cannot_be_read_goes_to_the_dead_letters_with_its_origin_and_age(room: Room) -> None:
    room.faults["bad"] = [InvalidMessage("nonsense inside")]
    await room.send("bad", "good")
    sent_before = system_clock()
    async with room.running():
        await until(lambda: "good" in room.seen)
    dead = await dead_letter_of(room, "bad")
    headers = {name: value.decode() for name, value in dead.headers}
    assert headers["original_topic"] == Topic.UPLOAD_REQUESTS
    assert headers["reader"] == room.mark
    assert headers["reason"] == "nonsense inside"
    assert int(headers["original_offset"]) >= 0
    assert dead.timestamp <= sent_before


async def test_anything_else_ends_the_process_and_the_record_comes_again(room: Room) -> None:
    room.faults["a"] = [ZeroDivisionError("a bug")]
    async with room.running() as task:
        await room.send("a")
        await until(task.done)
        assert isinstance(task.exception(), ZeroDivisionError)
    async with room.running():
        await until(lambda: room.seen == ["a"])


async def dead_letter_of(room: Room, name: str) -> Any:
    consumer = AIOKafkaConsumer(
        f"{Topic.UPLOAD_REQUESTS}-dlq", bootstrap_servers=room.kafka.bootstrap, auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        async with asyncio.timeout(WITHIN_SECONDS):
            async for record in consumer:
                if f"{room.mark}.{name}".encode() in (record.value or b""):
                    return record
    finally:
        await consumer.stop()
    raise AssertionError("unreachable: the time-out ends the search")
