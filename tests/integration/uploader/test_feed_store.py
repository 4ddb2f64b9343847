"""Feeds in a real MariaDB: questions are taken once, changes count once, and gaps close as exports come."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from functools import partial

import msgspec
import pytest

from chassis.migrate import migrate
from chassis.retry import retry
from contracts.messages.uploads import ReadUpload
from tests.integration.uploader.conftest import Room
from tests.integration.uploader.feed_room import FeedRoom, somebody
from uploader.adapters.erasures import MariaDbErasures
from uploader.adapters.feeds import MariaDbFeeds
from uploader.bootstrap import MIGRATIONS
from uploader.domain import feed, imports
from uploader.domain.feed import Feed, Gap
from uploader.domain.feed_pauses import DAY_MS, Pauses, Quota

NOW_MS = 1_780_000_000_000
PAUSES = Pauses(calls_a_day=3)


@pytest.fixture
async def store(room: Room) -> AsyncIterator["Store"]:
    """Feeds that begin anew."""
    await migrate(room.database, MIGRATIONS, "uploader")
    world = FeedRoom(room)
    await world.forget_all()
    yield Store(room)
    await world.forget_all()


class Store:
    """The real store, and what a person goes through in it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.feeds = MariaDbFeeds(room.database, PAUSES)
        self.erasures = MariaDbErasures(room.database)

    async def connected(self) -> Feed:
        """The feed of somebody new."""
        person = somebody()
        assert await self.feeds.connect(person, True, 1, NOW_MS)
        return await self.found(person)

    async def found(self, person_id: str) -> Feed:
        found = await self.feeds.find(person_id)
        assert found is not None
        return found

    async def claimed(self, due: Feed, now: int = NOW_MS) -> bool:
        return await self.feeds.claim(due, feed.asked(due, uuid.uuid4().hex, now, PAUSES), now)

    async def answered(self, before: Feed, gap: Gap | None = None, **changes: int) -> bool:
        """A question that was asked and answered, with these changes."""
        assert await self.claimed(before)
        waiting = await self.found(before.person_id)
        after = msgspec.structs.replace(waiting, request_id=None, **changes)
        return await self.feeds.settle(waiting, after, gap)

    async def exported(self, person_id: str, newest_at: int) -> None:
        """An import that is done, as far as this moment."""
        request = ReadUpload(
            upload_id=uuid.uuid4().hex, person_id=person_id, created_at=1, filename=None, bytes=2, chunks=1,
            partition=0, first_offset=5, last_offset=5,
        )  # fmt: skip
        begun = imports.begun(request)
        done = msgspec.structs.replace(imports.read(begun, 1, NOW_MS), state="done", newest_at=newest_at)
        assert await self.room.imports.begin(begun)
        assert await self.room.imports.advance(done, since="reading")
        assert await self.room.imports.find(begun.upload_id) == done
        for _ in range(2):
            await self.feeds.cover(person_id)

    async def gaps(self, person_id: str) -> list[Gap]:
        sql = "SELECT since, until FROM serving.feed_gaps WHERE person_id = %s ORDER BY until"
        return [Gap(*row) for row in await self.room.database.fetch_all(sql, (person_id,))]


async def test_who_is_due(store: Store) -> None:
    one, other = await store.connected(), await store.connected()
    assert await store.feeds.due(NOW_MS - 1, 9) == []
    assert sorted(found.person_id for found in await store.feeds.due(NOW_MS, 9)) == sorted(
        [one.person_id, other.person_id]
    )
    assert len(await store.feeds.due(NOW_MS, 1)) == 1
    await store.feeds.connect(one.person_id, False, 2, NOW_MS)
    assert await store.feeds.due(NOW_MS, 9) == [other]


async def test_a_question_is_taken_once_by_however_many(store: Store) -> None:
    due = await store.connected()
    assert sorted(await asyncio.gather(*(store.claimed(due) for _ in range(8)))) == [False] * 7 + [True]
    assert await store.feeds.quota() == Quota(day=NOW_MS // DAY_MS, calls=1, people=1)
    assert (await store.found(due.person_id)).next_at == NOW_MS + PAUSES.first_ms


async def test_no_more_calls_are_made_than_the_day_has(store: Store) -> None:
    due = [await store.connected() for _ in range(5)]
    assert sum(await asyncio.gather(*(store.claimed(one) for one in due))) == PAUSES.calls_a_day
    left = await store.feeds.due(NOW_MS, 9)
    assert not await store.claimed(left[0])
    assert await store.claimed(left[0], NOW_MS + DAY_MS)


async def test_a_block_only_grows_and_is_shown(store: Store) -> None:
    due = await store.connected()
    for until in (NOW_MS + 9_000, NOW_MS + 5_000):
        await store.feeds.block(until)
    assert not await store.claimed(due, NOW_MS + 8_999)
    found = await store.found(due.person_id)
    assert (found.state, found.resumes_at) == ("blocked", NOW_MS + 9_000)
    assert await store.claimed(found, NOW_MS + 9_000)


async def test_changes_of_the_connection_count_once_and_in_their_order(store: Store) -> None:
    person = (await store.connected()).person_id
    assert not await store.feeds.connect(person, False, 1, NOW_MS)
    assert await store.feeds.connect(person, False, 2, NOW_MS)
    assert not await store.feeds.connect(person, True, 1, NOW_MS)
    assert (await store.found(person)).state == "ended"
    assert await store.feeds.connect(person, True, 3, NOW_MS)
    assert (await store.found(person)).state == "active"


async def test_a_new_connection_waits_for_no_old_answer_and_knows_how_far_the_feed_was(store: Store) -> None:
    before = await store.connected()
    assert await store.answered(before, newest_played_at=NOW_MS - 5)
    assert await store.claimed(await store.found(before.person_id))
    waiting = await store.found(before.person_id)
    await store.feeds.connect(before.person_id, True, 2, NOW_MS)
    assert not await store.feeds.settle(waiting, waiting, Gap(1, 2))
    assert await store.gaps(before.person_id) == []
    found = await store.found(before.person_id)
    assert (found.request_id, found.newest_played_at) == (None, NOW_MS - 5)


@pytest.mark.parametrize(
    ("reaches", "gaps"),
    [
        ([], [Gap(1_000, 2_000), Gap(3_000, 4_000)]),
        ([999], [Gap(1_000, 2_000), Gap(3_000, 4_000)]),
        ([1_500], [Gap(1_500, 2_000), Gap(3_000, 4_000)]),
        ([2_000], [Gap(3_000, 4_000)]),
        ([3_500, 500], [Gap(3_500, 4_000)]),
        ([4_000], []),
    ],
)
@pytest.mark.parametrize("exports_first", [True, False])
async def test_gaps_close_as_exports_reach_past_them(
    store: Store, reaches: list[int], gaps: list[Gap], exports_first: bool
) -> None:
    found = await store.connected()
    for when in (exports_first, not exports_first):
        if when:
            for reach in reaches:
                await store.exported(found.person_id, reach)
        else:
            assert await store.answered(found, Gap(1_000, 2_000), next_at=NOW_MS)
            assert await store.answered(await store.found(found.person_id), Gap(3_000, 4_000), next_at=NOW_MS)
    assert await store.gaps(found.person_id) == gaps


@pytest.mark.parametrize("export_first", [True, False])
@pytest.mark.parametrize(("reach", "gaps"), [(4_000, [Gap(4_000, 5_000)]), (5_000, []), (6_000, [])])
async def test_between_an_export_and_the_first_answer_there_is_a_gap(
    store: Store, reach: int, gaps: list[Gap], export_first: bool
) -> None:
    found = await store.connected()
    if export_first:
        await store.exported(found.person_id, reach)
    assert await store.answered(found, whole_from=5_000, newest_played_at=9_000)
    if not export_first:
        await store.exported(found.person_id, reach)
    assert await store.gaps(found.person_id) == gaps
    await store.exported(found.person_id, 4_500)
    assert await store.gaps(found.person_id) == [Gap(4_500, 5_000)] * len(gaps)


async def test_without_a_feed_there_are_no_gaps(store: Store) -> None:
    person = somebody()
    await store.exported(person, 5_000)
    assert await store.gaps(person) == []


async def test_an_erased_person_has_no_feed_and_gets_none(store: Store) -> None:
    found = await store.connected()
    assert await store.answered(found, Gap(1_000, 2_000), next_at=NOW_MS)
    assert await store.claimed(await store.found(found.person_id))
    waiting = await store.found(found.person_id)
    for _ in range(2):
        await store.erasures.erase(found.person_id, NOW_MS)
        assert not await store.feeds.settle(waiting, waiting, Gap(3_000, 4_000))
        assert not await store.feeds.connect(found.person_id, True, 9, NOW_MS)
        assert await store.feeds.find(found.person_id) is None
        assert await store.gaps(found.person_id) == []


async def test_connecting_and_erasing_at_the_same_time_leaves_nothing(store: Store) -> None:
    people = [somebody() for _ in range(20)]
    connecting = [partial(store.feeds.connect, person, True, 1, NOW_MS) for person in people]
    erasing = [partial(store.erasures.erase, person, NOW_MS) for person in people]
    await asyncio.gather(*(retry(action) for pair in zip(connecting, erasing, strict=True) for action in pair))
    assert [await store.feeds.find(person) for person in people] == [None] * len(people)
