"""Who was erased is in nobody's memory, and whatever is still under way of them is kept nowhere."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from aggregator.domain.live.live import Uploads
from aggregator.domain.live.live_counts import LiveCounts
from aggregator.domain.times.windows import InvalidQuestion
from aggregator.handlers.add_plays import AddPlays, Place
from aggregator.handlers.answer_wrapped import AnswerWrapped
from aggregator.handlers.forget_live import ForgetLive
from aggregator.handlers.forget_people import ForgetPeople
from aggregator.handlers.histories import Histories
from aggregator.ports import StoredHistory
from aggregator.streams.app import APP_ID, TABLE
from contracts.messages import RequestFailed
from contracts.messages.people_changes import PersonErased, SharingChanged
from contracts.messages.plays import PlaysRead
from contracts.messages.questions import AskWrapped
from contracts.topics import Topic, load_topics
from tests.harness.plays_records import plays_read
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_question
from tests.unit.aggregator.fakes import Answers, Caller, Feed, Segments
from tests.unit.aggregator.test_add_plays import Log, end

ERASED = PersonErased(person_id="p")


class Room:
    """What one process holds."""

    def __init__(self) -> None:
        self.segments, self.erased = Segments(), set[str]()
        self.segments.put("p", 1, [row("2024-05-01T12:00:00")])
        self.segments.put("q", 1, [row("2024-05-01T12:00:00")])
        self.histories = Histories(self.segments, ThreadPoolExecutor(1), 10**9, self.erased)
        self.forget = ForgetPeople(self.erased, self.histories)


async def test_a_history_goes_once_and_twice_and_is_not_loaded_again() -> None:
    room = Room()
    for person_id in ("p", "q"):
        await room.histories.get(person_id, 1)
    await room.forget(SharingChanged(person_id="p", sharing=False, change=1))
    assert set(room.histories._kept) == {"p", "q"}
    for _ in range(2):
        await room.forget(ERASED)
        assert set(room.histories._kept) == {"q"}
        with pytest.raises(InvalidQuestion):
            await room.histories.get("p", 1)
    assert room.segments.loads == 2


async def test_a_history_that_was_just_loaded_is_not_kept() -> None:
    room = Room()

    class Slow(Segments):
        async def load(self, person_id: str) -> StoredHistory:
            stored = await room.segments.load(person_id)
            await room.forget(ERASED)
            return stored

    histories = Histories(Slow(), ThreadPoolExecutor(1), 10**9, room.erased)
    with pytest.raises(InvalidQuestion):
        await histories.get("p", 1)
    assert not histories._kept


async def test_an_answer_that_was_just_computed_is_not_sent() -> None:
    room = Room()

    class Slow(Answers):
        async def put(self, key: str, person_id: str, revision: int, body: bytes, expires_at: int) -> None:
            await room.forget(ERASED)

    answer = AnswerWrapped(room.histories, Slow([]), ThreadPoolExecutor(1), lambda: 0, 1)
    callers = [Caller() for _ in range(3)]
    await asyncio.gather(*(answer(AskWrapped(question=wrapped_question()), caller) for caller in callers))
    for caller in callers:
        (heard,) = caller.heard
        assert isinstance(heard, RequestFailed)
        assert (heard.code, heard.retryable) == ("unknown_person", False)


class Live:
    """The hot table of one process."""

    def __init__(self) -> None:
        self.erased, self.counts, self.table = set[str](), LiveCounts(), dict[str, Uploads]()
        self.log, self.feed = Log(plays_read("u", "p", 0, [40_000], ["One"]), end(records=1)), Feed()
        self.add = AddPlays(self.feed, self.log, self.counts, self.erased)
        self.forget = ForgetLive(self.erased, self.counts)

    async def take(self, offset: int) -> None:
        await self.add(self.log.records[offset], Place(0, offset), self.table)


@pytest.mark.parametrize("before", range(3))
async def test_live_totals_go_and_late_records_do_not_make_them_anew(before: int) -> None:
    live = Live()
    for offset in range(before):
        await live.take(offset)
    told = list(live.feed.told)
    live.feed.untold.clear()
    for _ in range(2):
        await live.forget(ERASED, live.table)
        assert live.table == {}
        for offset in range(2):
            await live.take(offset)
        assert (live.table, live.feed.told, live.feed.untold) == ({}, told, {})
        assert not live.counts._counts


async def test_who_is_erased_while_records_are_read_back_is_in_no_table() -> None:
    live = Live()
    await live.take(0)
    live.counts.drop("u")

    class Slow(Log):
        async def between(self, partition: int, first: int, end: int, person_id: str) -> AsyncIterator[PlaysRead]:
            await live.forget(ERASED, live.table)
            async for record in live.log.between(partition, first, end, person_id):
                yield record

    add = AddPlays(live.feed, Slow(), live.counts, live.erased)
    await add(live.log.records[1], Place(0, 1), live.table)
    assert (live.table, live.feed.told) == ({}, [])
    assert live.log.read_back == [(0, 1)]


def test_the_table_and_both_of_its_topics_have_the_same_partitions() -> None:
    topics = load_topics()
    names = (Topic.PLAYS, Topic.PEOPLE_CHANGES, f"{APP_ID}-{TABLE}-changelog")
    assert len({(topics[name].partitions, topics[name].key) for name in names}) == 1
