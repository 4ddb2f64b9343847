"""Several records of a partition at a time: a slow one holds up no other, and what was not committed comes again."""

import asyncio

import pytest

from chassis.publish import Publisher
from stack.servers.kafka import Kafka
from tests.integration.chassis.test_consume import Room, until


@pytest.fixture
def room(kafka: Kafka, publisher: Publisher) -> Room:
    return Room(kafka, publisher)


async def test_a_slow_record_does_not_hold_up_the_next(room: Room) -> None:
    room.gates["slow"] = asyncio.Event()
    async with room.running(at_once=4):
        await room.send("slow", "a", "b", "c", "d", "e")
        await until(lambda: len(room.seen) == 5)
        assert "slow" not in room.seen
        room.gates["slow"].set()
        await until(lambda: "slow" in room.seen)
    assert sorted(room.seen) == ["a", "b", "c", "d", "e", "slow"]


async def test_no_more_than_so_many_are_begun_and_they_are_begun_in_order(room: Room) -> None:
    room.gates |= {name: asyncio.Event() for name in "abcd"}
    async with room.running(at_once=2):
        await room.send(*"abcd")
        await until(lambda: len(room.begun) == 2)
        room.gates["b"].set()
        await until(lambda: len(room.begun) == 3)
        assert (room.begun, room.seen) == (["a", "b", "c"], ["b"])
        for gate in room.gates.values():
            gate.set()
        await until(lambda: len(room.seen) == 4)
    assert room.begun == ["a", "b", "c", "d"]


async def test_what_lay_above_the_lowest_unfinished_record_comes_again_after_a_crash(room: Room) -> None:
    room.gates["slow"] = asyncio.Event()
    async with room.running(at_once=4):
        await room.send("before")
        await until(lambda: room.seen == ["before"])
        await room.settled()
        await room.send("slow", "a", "b")
        await until(lambda: len(room.seen) == 3)
    room.gates.clear()
    room.seen.clear()
    async with room.running(at_once=4):
        await until(lambda: len(room.seen) == 3)
        await room.send("after")
        await until(lambda: "after" in room.seen)
        await room.settled()
    assert sorted(room.seen) == ["a", "after", "b", "slow"]
    async with room.running(at_once=4):
        await room.send("last")
        await until(lambda: "last" in room.seen)
    assert sorted(room.seen) == ["a", "after", "b", "last", "slow"]


async def test_a_rebalance_loses_nothing_and_commits_nothing_that_is_under_way(room: Room) -> None:
    room.gates["slow"] = asyncio.Event()
    async with room.running(at_once=4):
        await room.send("slow", "a", "b")
        await until(lambda: {"a", "b"} <= set(room.seen))
        async with room.running(at_once=4):  # the second member takes the partition, or the first one gets it anew
            await until(lambda: room.begun.count("slow") == 2)
            room.gates["slow"].set()
            await until(lambda: room.seen.count("slow") == 2)
            await room.send("c")
            await until(lambda: "c" in room.seen)
            await room.settled()
    room.seen.clear()
    async with room.running(at_once=4):
        await room.send("last")
        await until(lambda: "last" in room.seen)
    assert room.seen == ["last"]


async def test_everything_is_committed_once_it_is_done(room: Room) -> None:
    names = [f"{number:03}" for number in range(200)]
    room.gates["000"] = asyncio.Event()
    async with room.running(at_once=8):
        await room.send(*names)
        await until(lambda: len(room.seen) == 199)
        assert not await room.all_committed()
        room.gates["000"].set()
        await room.settled()
        await room.send("last")
        await until(lambda: "last" in room.seen)
        await room.settled()
    assert sorted(room.seen) == sorted([*names, "last"])
