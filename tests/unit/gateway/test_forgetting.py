"""Leaving: what is forgotten of a person, and that nothing of them comes back."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from contracts.messages import Message
from contracts.messages.people import CheckCredential, CredentialChecked, Profile
from contracts.messages.people_changes import ConnectionChanged, PersonErased, SharingChanged
from contracts.messages.questions import AskWrapped
from contracts.messages.uploads import LiveTotalsChanged, ReadUpload
from contracts.messages.wrapped import WrappedAnswered
from gateway.domain.cache_keys import answers_prefix
from gateway.domain.imports import received
from gateway.domain.problems import NOT_SIGNED_IN, Refused
from gateway.domain.viewing import Whose, own
from gateway.handlers.board import Board
from gateway.handlers.bus import Bus, person_channel, upload_channel
from gateway.handlers.cache_sweep import CacheSweep
from gateway.handlers.drawn_pictures import DrawnPictures
from gateway.handlers.erased_people import ErasedPeople
from gateway.handlers.forgetting import Forgetting
from gateway.handlers.identity import Identity
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf
from gateway.handlers.receive_upload import UploadReceiver
from gateway.handlers.revisions import Revisions
from gateway.handlers.wrapped_answers import WrappedAnswers
from gateway.handlers.wrapped_pages import Asked, WrappedPages
from gateway.streams.feeds import PeopleFeed
from tests.unit.gateway.answers import small_answer
from tests.unit.gateway.fakes import FakeAnnounces, FakeAsks, FakeCache, FakeChunks, FakeStore, SlowCache


def profile(letter: str) -> Profile:
    return Profile(
        person_id=letter * 32, name="Ada", picture=None, time_zone="UTC", locale="en", sharing=True, connected=True,
        connected_until=None,
    )  # fmt: skip


LEAVING, STAYING = profile("a"), profile("b")
ASKED = Asked(None, None, "time", 10)


def clock() -> int:
    return 1_700_000_000_000


class Process:
    """What one gateway process knows, put together as in the bootstrap."""

    def __init__(self, cache: FakeCache | None = None) -> None:
        self.erased, self.cache, self.bus = ErasedPeople(), cache or FakeCache(), Bus()
        self.asks = FakeAsks(self._reply)
        self.board = Board(self.bus, self.erased)
        self.identity = Identity(self.asks, self.cache, clock, self.erased)
        store = FakeStore()
        self.answers = WrappedAnswers(self.asks, self.cache, store, self.erased)
        shelf, requests = MediaShelf(store, clock), MediaRequests(FakeAnnounces(), clock)
        self.pages = WrappedPages(self.answers, Revisions(store), shelf, requests, clock, self.erased)
        self.receiver = UploadReceiver(FakeChunks(), FakeAnnounces(), self.board, clock, self.erased)
        sweep, self.drawn = CacheSweep(self.cache), DrawnPictures(self.erased)
        forgetting = Forgetting(
            self.erased, self.identity, self.board, self.bus, self.answers, self.pages, self.drawn, sweep
        )
        self.feed = PeopleFeed(forgetting)

    async def hear(self, message: Message) -> None:
        """The topic tells it, twice."""
        for _ in range(2):
            await self.feed.take(message, None)

    async def questions(self) -> int:
        """How often the aggregator was asked."""
        return sum(isinstance(message, AskWrapped) for message in self.asks.asked)

    def _reply(self, message: Message) -> Message:
        match message:
            case CheckCredential():
                return CredentialChecked(profile=LEAVING)
            case AskWrapped():
                return WrappedAnswered(question_key="", answer=small_answer(message.question.revision))
        raise AssertionError(message)


def gone() -> PersonErased:
    return PersonErased(person_id=LEAVING.person_id)


def others(of: str) -> Whose:
    """Somebody else looks at the person."""
    return Whose(person_id=of, name="Ada", picture=None, time_zone="UTC", viewer="other")


def upload(person_id: str, upload_id: str) -> ReadUpload:
    return ReadUpload(
        upload_id=upload_id, person_id=person_id, created_at=1, filename=None, bytes=1, chunks=1, partition=0,
        first_offset=0, last_offset=0,
    )  # fmt: skip


def live(person_id: str, upload_id: str) -> LiveTotalsChanged:
    return LiveTotalsChanged(person_id=person_id, upload_id=upload_id, records=1, rows=1, ms_played=5, streams=1)


async def test_nothing_of_an_erased_person_is_left_in_the_cache_and_all_of_others() -> None:
    process = Process()
    await process.identity.whose("session", "leaving")
    for who in (LEAVING, STAYING):
        await process.identity.changed(who)
        await process.pages.page(own(who), ASKED)
    await process.answers.settled()
    await process.hear(gone())
    about = [key for key in process.cache.kept if LEAVING.person_id in key]
    assert about == []
    assert len([key for key in process.cache.kept if STAYING.person_id in key]) == 2


async def test_an_erased_person_is_known_no_more_though_auth_may_still_say_so() -> None:
    process = Process()
    assert await process.identity.whose("session", "leaving") == LEAVING
    await process.hear(gone())
    assert await process.identity.whose("session", "leaving") is None
    await process.identity.changed(LEAVING)
    assert await process.identity.whose("session", "another of theirs") is None
    assert not any(LEAVING.person_id in key for key in process.cache.kept)


async def test_whether_spotify_is_connected_is_asked_anew_when_that_changes() -> None:
    process = Process()
    await process.identity.whose("session", "leaving")
    await process.hear(ConnectionChanged(person_id=LEAVING.person_id, connected=False, change=7))
    assert await process.identity.whose("session", "leaving") == LEAVING
    assert sum(isinstance(message, CheckCredential) for message in process.asks.asked) == 2


async def test_an_answer_that_was_on_its_way_is_not_kept() -> None:
    process = Process()
    on_its_way = asyncio.create_task(process.pages.page(own(LEAVING), ASKED))
    await asyncio.sleep(0)
    await process.hear(gone())
    await on_its_way
    await process.answers.settled()
    assert not any(LEAVING.person_id in key for key in process.cache.kept)
    await process.pages.page(own(LEAVING), ASKED)
    assert await process.questions() == 2, "the page was not kept in the process either"


async def test_what_is_on_its_way_into_the_cache_is_swept_too() -> None:
    cache = SlowCache()
    process = Process(cache)
    await process.pages.page(own(LEAVING), ASKED)
    hearing = asyncio.create_task(process.hear(gone()))
    await asyncio.sleep(0)
    cache.gate.set()
    await hearing
    await process.answers.settled()
    assert cache.kept == {}


async def test_the_cache_is_swept_when_it_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.handlers.cache_sweep._AGAIN_S", 0.001)
    process = Process()
    await process.pages.page(own(LEAVING), ASKED)
    await process.answers.settled()
    process.cache.down = True
    await process.hear(gone())
    assert any(LEAVING.person_id in key for key in process.cache.kept)
    process.cache.down = False
    async with asyncio.timeout(60):
        while process.cache.kept:
            await asyncio.sleep(0.001)


async def test_their_imports_leave_the_board_and_do_not_come_back_when_everything_is_told_again() -> None:
    process = Process()

    def tell() -> None:
        for person_id, upload_id in ((LEAVING.person_id, "a" * 32), (STAYING.person_id, "b" * 32)):
            process.board.requested(upload(person_id, upload_id))
            process.board.counted(live(person_id, upload_id))

    tell()
    assert process.board.state("a" * 32) is not None
    await process.hear(gone())
    for _ in range(2):
        assert process.board.of(LEAVING.person_id) == []
        assert process.board.state("a" * 32) is None
        assert process.board.live(received(upload(LEAVING.person_id, "a" * 32))).ms_played == 0
        (stays,) = process.board.of(STAYING.person_id)
        assert process.board.live(stays).ms_played == 5
        tell()


async def test_their_streams_of_events_end() -> None:
    process = Process()
    process.board.requested(upload(LEAVING.person_id, "a" * 32))
    channels = person_channel(LEAVING.person_id), upload_channel("a" * 32), person_channel(STAYING.person_id)
    with (
        process.bus.watch(channels[0]) as events,
        process.bus.watch(channels[1]) as import_events,
        process.bus.watch(channels[2]) as others_events,
    ):
        await process.hear(gone())
        assert (events.closed, import_events.closed, others_events.closed) == (True, True, False)


async def test_an_upload_that_is_still_running_ends_with_a_problem_and_asks_for_nothing() -> None:
    process = Process()

    async def content() -> AsyncIterator[bytes]:
        yield b"first"
        await process.hear(gone())
        yield b"second"

    with pytest.raises(Refused) as refused:
        await process.receiver.store(LEAVING.person_id, None, content())
    assert refused.value.kind == NOT_SIGNED_IN
    with pytest.raises(Refused):
        await process.receiver.request([upload(LEAVING.person_id, "a" * 32)])
    assert process.board.of(LEAVING.person_id) == []


async def test_who_shares_no_more_is_forgotten_as_others_saw_them_and_not_as_they_see_themselves() -> None:
    process = Process()
    for whose in (own(LEAVING), others(LEAVING.person_id)):
        await process.pages.page(whose, ASKED)
    await process.answers.settled()
    await process.hear(SharingChanged(person_id=LEAVING.person_id, sharing=True, change=1))
    assert len(process.cache.kept) == 2
    await process.hear(SharingChanged(person_id=LEAVING.person_id, sharing=False, change=2))
    (kept,) = process.cache.kept
    assert kept.startswith(answers_prefix(LEAVING.person_id, "owner"))
    before = await process.questions()
    await process.pages.page(own(LEAVING), ASKED)
    assert await process.questions() == before
    await process.pages.page(others(LEAVING.person_id), ASKED)
    assert await process.questions() == before + 1


async def test_what_others_saw_does_not_come_back_behind_the_sweep() -> None:
    cache = SlowCache()
    process = Process(cache)
    await process.pages.page(others(LEAVING.person_id), ASKED)
    hearing = asyncio.create_task(process.hear(SharingChanged(person_id=LEAVING.person_id, sharing=False, change=1)))
    await asyncio.sleep(0)
    cache.gate.set()
    await hearing
    await process.answers.settled()
    assert cache.kept == {}


async def test_pictures_of_an_erased_persons_shares_go_and_none_that_is_being_drawn_comes_back() -> None:
    process, other = Process(), "b" * 32
    process.drawn.keep(LEAVING.person_id, "s", "en", b"mine")
    process.drawn.keep(other, "t", "en", b"another's")
    await process.hear(PersonErased(person_id=LEAVING.person_id))
    process.drawn.keep(LEAVING.person_id, "s", "de", b"drawn meanwhile")
    assert [process.drawn.get(LEAVING.person_id, "s", language) for language in ("en", "de")] == [None, None]
    assert process.drawn.get(other, "t", "en") == b"another's"
    process.drawn.forget_share("t")
    assert process.drawn.get(other, "t", "en") is None
