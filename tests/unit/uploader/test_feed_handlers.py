"""The live feed: whom it asks after and when, what an answer brings, once, twice and interrupted; blocks, budgets."""

import msgspec
import pytest

from chassis.errors import Retryable
from contracts.messages.feed import RecentPlay
from contracts.messages.people_changes import ConnectionChanged
from contracts.messages.plays import PlaysRead, UploadRead
from tests.unit.uploader.feeds import NOW_MS, PAUSES, FeedWorld, recent
from uploader.domain.feed import Feed, Gap
from uploader.domain.feed_pauses import DAY_MS, Pauses, Quota

ANNA, BEN = "a" * 32, "b" * 32
MINUTE_MS = 60_000


async def asked_of_anna(pauses: Pauses = PAUSES) -> FeedWorld:
    """Anna is connected and was asked after."""
    world = FeedWorld(pauses)
    await world.connect(ANNA)
    assert await world.asked() == [ANNA]
    return world


def titles(world: FeedWorld) -> list[str | None]:
    return [title for record in world.sent if isinstance(record, PlaysRead) for title in record.plays.title]


class TestAsking:
    """When somebody is asked after."""

    async def test_whoever_connects_is_asked_after_at_once_and_not_again_before_an_answer(self) -> None:
        world = await asked_of_anna()
        assert await world.asked() == []
        assert await world.asked(PAUSES.first_ms - 1) == []

    async def test_a_question_without_an_answer_is_asked_again(self) -> None:
        world = await asked_of_anna()
        assert await world.asked(max(PAUSES.answer_ms, PAUSES.first_ms)) == [ANNA]
        assert len({request_id for _, request_id in world.questions}) == 2

    async def test_a_question_that_another_process_took_is_not_asked_twice(self) -> None:
        world = FeedWorld()
        await world.connect(ANNA, BEN)
        world.feeds.taken_by_another.add(ANNA)
        assert await world.asked() == [BEN]

    async def test_the_calls_of_a_day_are_not_exceeded(self) -> None:
        world = FeedWorld(Pauses(calls_a_day=2))
        world.now = NOW_MS // DAY_MS * DAY_MS
        await world.connect(ANNA, BEN, "c" * 32)
        assert len(await world.asked()) == 2
        assert await world.asked(1) == []
        left = world.feeds.kept["c" * 32]
        assert (left.state, left.resumes_at) == ("blocked", NOW_MS // DAY_MS * DAY_MS + DAY_MS)
        assert len(await world.asked(DAY_MS)) == 2

    async def test_an_ended_connection_is_not_asked_after(self) -> None:
        world = await asked_of_anna()
        await world.follow(ConnectionChanged(person_id=ANNA, connected=False, change=2))
        await world.take(world.answer(recent(3)))
        assert await world.asked(DAY_MS) == []
        assert (world.feeds.kept[ANNA].state, world.sent) == ("ended", [])

    async def test_changes_count_once_and_in_their_order(self) -> None:
        world = await asked_of_anna()
        for change in (1, 0):
            await world.follow(ConnectionChanged(person_id=ANNA, connected=False, change=change))
        assert world.feeds.kept[ANNA].state == "active"
        assert await world.asked() == []

    async def test_an_erased_person_is_not_connected(self) -> None:
        world = FeedWorld()
        world.feeds.erased.add(ANNA)
        await world.connect(ANNA)
        assert await world.asked() == []


class TestAnswers:
    """What an answer brings."""

    async def test_new_plays_are_sent_as_one_whole_upload(self) -> None:
        world = await asked_of_anna()
        await world.take(world.answer(recent(9, "One"), recent(3, "Two")))
        record, end = world.sent
        assert isinstance(record, PlaysRead)
        assert (record.person_id, record.source, record.seq, record.file) == (ANNA, "live", 0, 0)
        assert record.plays.title == ["One", "Two"]
        assert end == UploadRead(upload_id=record.upload_id, person_id=ANNA, records=1)
        found = world.feeds.kept[ANNA]
        assert (found.state, found.last_read_at, found.newest_played_at) == ("active", NOW_MS, recent(3).played_at)

    async def test_only_what_is_newer_is_sent_next_time(self) -> None:
        world = await asked_of_anna()
        await world.take(world.answer(recent(9, "One")))
        await world.asked(PAUSES.first_ms)
        await world.take(world.answer(recent(9, "One"), recent(3, "Two")))
        assert titles(world) == ["One", "Two"]

    async def test_pauses_grow_while_nothing_is_new(self) -> None:
        world = await asked_of_anna()
        await world.take(world.answer(recent(9)))
        pauses = []
        for _ in range(4):
            pauses.append(world.feeds.kept[ANNA].next_at - world.now)
            assert await world.asked(pauses[-1]) == [ANNA]
            await world.take(world.answer(recent(9)))
        assert [pause // MINUTE_MS for pause in pauses] == [5, 10, 20, 25]
        assert titles(world) == ["Treppenhaus"]

    async def test_an_answer_twice_changes_nothing(self) -> None:
        world = await asked_of_anna()
        answer = world.answer(recent(3))
        await world.take(answer)
        found, sent = world.feeds.kept[ANNA], list(world.sent)
        await world.take(answer)
        assert (world.feeds.kept[ANNA], world.sent) == (found, sent)

    async def test_killed_before_the_state_is_kept_the_same_record_is_sent_again(self) -> None:
        world = await asked_of_anna()
        answer = world.answer(recent(9, "One"), recent(3, "Two"))
        world.feeds.faults = ["settle"]
        with pytest.raises(Retryable):
            await world.take(answer)
        await world.take(answer)
        assert world.sent[:2] == world.sent[2:]
        assert world.feeds.kept[ANNA].newest_played_at == recent(3).played_at

    async def test_a_late_answer_is_passed_over_for_the_next_one_lists_the_same(self) -> None:
        world = await asked_of_anna()
        late = world.answer(recent(9, "One"))
        await world.asked(PAUSES.first_ms)
        await world.take(late)
        assert world.sent == []
        await world.take(world.answer(recent(9, "One"), recent(3, "Two")))
        assert titles(world) == ["One", "Two"]

    async def test_an_answer_for_nobody_is_passed_over(self) -> None:
        world = await asked_of_anna()
        answer = world.answer(recent(3))
        del world.feeds.kept[ANNA]
        await world.take(answer)
        assert (world.sent, world.feeds.kept) == ([], {})

    async def test_many_people_share_what_is_left_of_the_day(self) -> None:
        world = await asked_of_anna()
        world.feeds.limit = Quota(day=world.now // DAY_MS, calls=499)
        await world.take(world.answer(recent(3)))
        assert world.feeds.kept[ANNA].next_at == (world.now // DAY_MS + 1) * DAY_MS


class TestGaps:
    """What cannot be known, and is said."""

    async def answered(self, *plays: RecentPlay, full: bool) -> FeedWorld:
        """After an answer that brought the play of an hour ago, another one."""
        world = await asked_of_anna()
        await world.take(world.answer(recent(60), full=True))
        await world.asked(PAUSES.first_ms)
        await world.take(world.answer(*plays, full=full))
        return world

    async def test_a_full_answer_whose_oldest_play_is_later_than_the_newest_known_one_leaves_a_gap(self) -> None:
        world = await self.answered(recent(20), recent(3), full=True)
        assert world.feeds.gaps == [(ANNA, Gap(recent(60).played_at, recent(20).played_at))]

    async def test_a_play_that_cannot_be_hides_no_gap(self) -> None:
        nonsense = msgspec.structs.replace(recent(20), played_at=0)
        world = await self.answered(nonsense, recent(20), full=True)
        assert world.feeds.gaps == [(ANNA, Gap(recent(60).played_at, recent(20).played_at))]

    async def test_whole_answers_leave_none(self) -> None:
        assert (await self.answered(recent(60), recent(20), full=True)).feeds.gaps == []
        assert (await self.answered(recent(20), full=False)).feeds.gaps == []
        assert (await self.answered(full=False)).feeds.gaps == []

    async def test_before_the_first_answer_there_may_be_more(self) -> None:
        whole, cut = await asked_of_anna(), await asked_of_anna()
        await whole.take(whole.answer(recent(60), recent(3)))
        await cut.take(cut.answer(recent(60), recent(3), full=True))
        assert whole.feeds.kept[ANNA].whole_from is None
        assert cut.feeds.kept[ANNA].whole_from == recent(60).played_at
        assert cut.feeds.gaps == []

    async def test_a_connection_that_was_away_leaves_one(self) -> None:
        world = await asked_of_anna()
        await world.take(world.answer(recent(60)))
        await world.follow(ConnectionChanged(person_id=ANNA, connected=False, change=2))
        await world.connect(ANNA, change=3)
        assert await world.asked() == [ANNA]
        await world.take(world.answer(recent(20), full=True))
        assert world.feeds.gaps == [(ANNA, Gap(recent(60).played_at, recent(20).played_at))]


class TestRefusals:
    """Why there is nothing, and when it is tried again."""

    async def refused(self, reason: str, until: int | None = None) -> tuple[FeedWorld, Feed]:
        """The feed after a refusal, which comes twice."""
        world = await asked_of_anna()
        refusal = world.refusal(reason, until)
        await world.refuse(refusal)
        found = world.feeds.kept[ANNA]
        await world.refuse(refusal)
        assert world.feeds.kept[ANNA] == found
        return world, found

    async def test_a_block_holds_for_everybody_and_to_the_millisecond(self) -> None:
        until = NOW_MS + 86_207_000
        world, found = await self.refused("blocked", until)
        assert (found.state, found.resumes_at) == ("blocked", until)
        await world.connect(BEN)
        assert await world.asked(86_206_999) == []
        assert (world.feeds.kept[BEN].state, world.feeds.kept[BEN].resumes_at) == ("blocked", until)
        assert sorted(await world.asked(1)) == [ANNA, BEN]
        await world.take(world.answer(recent(3)))
        answered = world.feeds.kept[world.questions[-1][0]]
        assert (answered.state, answered.resumes_at) == ("active", None)

    async def test_a_block_counts_even_if_its_question_was_asked_again(self) -> None:
        world = await asked_of_anna()
        refusal = world.refusal("blocked", NOW_MS + DAY_MS)
        await world.asked(PAUSES.first_ms)
        await world.refuse(refusal)
        assert await world.asked(PAUSES.first_ms) == []

    async def test_a_block_of_unknown_length_is_tried_again_after_a_pause(self) -> None:
        world, found = await self.refused("blocked")
        assert (found.state, found.resumes_at) == ("blocked", NOW_MS + 2 * PAUSES.first_ms)
        assert await world.asked(2 * PAUSES.first_ms) == [ANNA]

    async def test_who_is_not_connected_is_not_asked_after_until_they_connect(self) -> None:
        world, found = await self.refused("not_connected")
        assert (found.state, found.resumes_at) == ("ended", None)
        assert await world.asked(DAY_MS) == []
        await world.connect(ANNA, change=2)
        assert await world.asked() == [ANNA]

    async def test_a_refusal_to_a_question_before_the_new_connection_does_not_end_it(self) -> None:
        world = await asked_of_anna()
        late = world.refusal("not_connected")
        await world.connect(ANNA, change=2)
        await world.refuse(late)
        assert world.feeds.kept[ANNA].state == "active"

    async def test_what_time_does_not_mend_is_looked_at_once_a_day(self) -> None:
        world, found = await self.refused("refused")
        assert (found.state, found.resumes_at) == ("blocked", NOW_MS + DAY_MS)
        assert await world.asked(DAY_MS - 1) == []
        assert await world.asked(1) == [ANNA]

    @pytest.mark.parametrize(("until", "pause"), [(None, 10), (NOW_MS + 30 * MINUTE_MS, 30), (NOW_MS + 5, 10)])
    async def test_where_spotify_does_not_answer_the_pause_grows(self, until: int | None, pause: int) -> None:
        _, found = await self.refused("unavailable", until)
        assert (found.state, found.next_at) == ("active", NOW_MS + pause * MINUTE_MS)

    async def test_a_refusal_leaves_what_is_known(self) -> None:
        world = await asked_of_anna()
        await world.take(world.answer(recent(60)))
        await world.asked(PAUSES.first_ms)
        before = world.feeds.kept[ANNA]
        await world.refuse(world.refusal("unavailable"))
        after = world.feeds.kept[ANNA]
        assert msgspec.structs.replace(after, next_at=0, pause_ms=0) == msgspec.structs.replace(
            before, next_at=0, pause_ms=0, request_id=None
        )
