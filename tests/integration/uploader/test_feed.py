"""The live feed through the running service, on a real broker and a real database."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from chassis.clock import system_clock
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.topics import Topic
from tests.harness.offsets import all_read
from tests.integration.uploader.conftest import Room, eventually
from tests.integration.uploader.feed_room import SHORT, FeedRoom, played, somebody
from uploader.bootstrap import GROUP
from uploader.domain.feed_pauses import DAY_MS


@pytest.fixture
async def world(room: Room) -> AsyncIterator[FeedRoom]:
    """The world around the live feeds, which begin anew."""
    async with room.service():  # its tables are there then, and whoever connected in other tests is no news
        await eventually(lambda: all_read(room.kafka.bootstrap, GROUP, Topic.PEOPLE_CHANGES))
    world = FeedRoom(room)
    await world.forget_all()
    yield world
    await world.forget_all()


async def test_from_the_connection_to_new_plays_and_on(world: FeedRoom) -> None:
    person, one, two = somebody(), played(9, "One"), played(3, "Two")
    async with world.room.service(**SHORT):
        await world.connect(person)
        await world.answer(person, await world.question(person), [one])
        found = await world.until_newest(person, one.played_at)
        assert (found.state, found.whole_from) == ("active", None)
        await world.answer(person, await world.question(person, 2), [one, two])
        await world.until_newest(person, two.played_at)
        await world.answer(person, await world.question(person, 3), [one, two])
        await world.question(person, 4)
        first, first_end, second, second_end = await world.sent(person)
        assert isinstance(first, PlaysRead)
        assert isinstance(second, PlaysRead)
        assert [(record.source, record.seq, record.plays.title) for record in (first, second)] == [
            ("live", 0, ["One"]),
            ("live", 0, ["Two"]),
        ]
        assert [first_end, second_end] == [
            UploadRead(upload_id=record.upload_id, person_id=person, records=1) for record in (first, second)
        ]
        await world.connect(person, connected=False)
        await world.until_state(person, "ended")


async def test_what_is_stored_of_it_is_no_error_and_no_import(world: FeedRoom) -> None:
    person, play = somebody(), played(3, "One")
    async with world.room.service(**SHORT):
        await world.connect(person)
        await world.answer(person, await world.question(person), [play])
        await world.until_newest(person, play.played_at)
        record = (await world.sent(person))[0]
        await world.room.store(record.upload_id, person, {0: 1})
        await world.answer(person, await world.question(person, 2), [play])
        await world.question(person, 3)
        assert await world.room.imports.find(record.upload_id) is None


async def test_killed_while_it_takes_an_answer_it_sends_the_same_again(world: FeedRoom) -> None:
    person, plays = somebody(), [played(60 - number, f"{number}") for number in range(50)]
    async with world.room.service(**SHORT) as process:
        await world.connect(person)
        await world.answer(person, await world.question(person), plays, full=True)
        await eventually(lambda: world.sent(person))
        process.kill()
        await process.wait()
    async with world.room.service(**SHORT):
        found = await world.until_newest(person, plays[-1].played_at)
        assert found.whole_from == plays[0].played_at
        records = [message for message in await world.sent(person) if isinstance(message, PlaysRead)]
        assert all(record == records[0] for record in records)
        assert records[0].plays.title == [play.title for play in plays]


async def test_two_replicas_ask_after_everybody_once(world: FeedRoom) -> None:
    people, today = [somebody() for _ in range(30)], system_clock() // DAY_MS
    async with world.room.service(), world.room.service():
        await asyncio.gather(*(world.connect(person) for person in people))
        for person in people:
            await world.question(person)
        last = somebody()
        await world.connect(last)
        await world.question(last)
        assert [len(await world.questions(person)) for person in people] == [1] * len(people)
    quota = await world.feeds.quota()
    assert quota.calls == len(people) + 1 or quota.day > today, "calls are counted by the day"


async def test_a_block_outlives_a_restart(world: FeedRoom) -> None:
    anna, ben, until = somebody(), somebody(), system_clock() + 3_600_000
    async with world.room.service(**SHORT):
        await world.connect(anna)
        await world.block(anna, await world.question(anna), until)
        assert (await world.until_state(anna, "blocked")).resumes_at == until
    async with world.room.service(**SHORT):
        await world.connect(ben)
        assert (await world.until_state(ben, "blocked")).resumes_at == until
        assert await world.questions(ben) == []
        assert len(await world.questions(anna)) == 1
