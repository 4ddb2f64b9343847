"""The report as it is sent: the right revision, the media of the moment, kept ready as long as both hold."""

import asyncio
import json

from contracts.keys import question_key
from contracts.messages import Message
from contracts.messages.media import FindMedia
from contracts.messages.questions import AskWrapped, WrappedQuestion
from contracts.messages.sharing import SharedPerson
from contracts.messages.wrapped import WrappedAnswered
from gateway.domain.me_view import Picture
from gateway.domain.media import Media
from gateway.domain.media_items import items_of
from gateway.domain.viewing import of_another, own
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf
from gateway.handlers.revisions import Revisions
from gateway.handlers.wrapped_answers import WrappedAnswers
from gateway.handlers.wrapped_pages import Asked, WrappedPages
from gateway.ports import StoredAnswer
from tests.unit.gateway.answers import small_answer
from tests.unit.gateway.fakes import FakeAnnounces, FakeAsks, FakeCache, FakeStore, SlowCache
from tests.unit.gateway.test_identity import ADA

ASKED = Asked(None, None, "time", 50)
KEYS = list(items_of(small_answer()).by_key())
KEY = KEYS[0]
FOR_EVER = 4_000_000_000_000


class Room:
    """Pages on ports that are played, with a clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000_000
        self.asks = FakeAsks(self._answered)
        self.store, self.cache, self.announces = FakeStore(), FakeCache(), FakeAnnounces()
        self.shelf = MediaShelf(self.store, self.clock)
        self.requests = MediaRequests(self.announces, self.clock)
        answers = WrappedAnswers(self.asks, self.cache, self.store)
        self.pages = WrappedPages(answers, Revisions(self.store), self.shelf, self.requests, self.clock)

    def clock(self) -> int:
        return self.now

    async def report(self) -> tuple[dict[str, object], str]:
        page = await self.pages.page(own(ADA), ASKED)
        return json.loads(page.body), page.etag

    def _answered(self, request: Message) -> Message:
        assert isinstance(request, AskWrapped)
        return WrappedAnswered(question_key="", answer=small_answer(request.question.revision))


async def test_the_revision_decides_which_answer_is_the_right_one() -> None:
    room = Room()
    first, tag = await room.report()
    assert (await room.report())[1] == tag
    room.store.of[ADA.person_id] = 3
    later, later_tag = await room.report()
    assert (first["revision"], later["revision"]) == (0, 3)
    assert tag != later_tag
    assert len(room.asks.asked) == 2
    assert len(room.cache.kept) == 2


async def test_another_gateways_answer_is_taken_from_the_cache() -> None:
    room, other = Room(), Room()
    await room.report()
    other.cache = room.cache
    answers = WrappedAnswers(other.asks, room.cache, other.store)
    pages = WrappedPages(answers, Revisions(other.store), other.shelf, other.requests, other.clock)
    await pages.page(own(ADA), ASKED)
    assert other.asks.asked == []


async def test_another_sees_an_answer_of_their_own_with_a_tag_of_its_own() -> None:
    room = Room()
    _, tag = await room.report()
    shared = SharedPerson(person_id=ADA.person_id, name="Ada", picture=None, time_zone="UTC")
    page = await room.pages.page(of_another(shared), ASKED)
    questions = [request.question for request in room.asks.asked if isinstance(request, AskWrapped)]
    assert [question.viewer for question in questions] == ["owner", "other"]
    assert page.etag != tag, "though both say the same here"
    assert (await room.report())[1] == tag


async def test_kept_answers_of_another_version_are_asked_for_anew() -> None:
    room = Room()
    question = await _question(room)
    room.cache.kept = dict.fromkeys(room.cache.kept, b'{"revision": 0}')
    room.store.stored[question_key(question)] = StoredAnswer(0, b'{"revision": 0}')
    answer = await WrappedAnswers(room.asks, room.cache, room.store).answer(question)
    assert answer == small_answer(0)
    assert len(room.asks.asked) == 2


async def _question(room: Room) -> WrappedQuestion:
    await room.report()
    (asked,) = room.asks.asked
    assert isinstance(asked, AskWrapped)
    return asked.question


async def test_whoever_asks_while_an_answer_is_on_its_way_into_the_cache_is_given_the_same() -> None:
    room, cache = Room(), SlowCache()
    question = await _question(room)
    answers = WrappedAnswers(room.asks, cache, room.store)
    first = await answers.answer(question)
    assert await answers.answer(question) is first
    cache.gate.set()
    await answers.settled()
    assert await answers.answer(question) == first
    assert len(room.asks.asked) == 2, "one for the question, one for its answer"


async def test_media_are_pending_then_complete_and_the_tag_follows() -> None:
    room = Room()
    pending, tag = await room.report()
    assert pending["media"] == "pending"
    room.store.known = dict.fromkeys(KEYS, Media(FOR_EVER, Picture(url="https://i.scdn.co/1")))
    room.shelf.changed(KEYS)
    complete, later_tag = await room.report()
    assert complete["media"] == "complete"
    assert tag != later_tag
    assert len(room.asks.asked) == 1, "the figures are not asked for again"


async def test_media_are_asked_for_once_a_minute_and_given_up_after_two() -> None:
    room = Room()
    states = []
    for _ in range(4):
        report, _ = await room.report()
        states.append(report["media"])
        room.now += 50_000
    assert states == ["pending", "pending", "pending", "unavailable"]
    assert [len(message.items) for message in room.announces.published if isinstance(message, FindMedia)] == [
        len(KEYS)
    ] * 2


async def test_while_news_of_others_come_nothing_is_given_up() -> None:
    room = Room()
    await room.report()
    for _ in range(3):
        room.now += 119_000
        room.requests.arrived(["something else"])
        assert (await state(room))[0] == "pending"
    room.now += 121_000
    assert (await state(room))[0] == "unavailable"


def waiting(room: Room, *keys: str, until: int) -> None:
    """The store says so, and news of it have come."""
    room.store.known.update({key: Media(until, waiting=True) for key in keys})
    room.shelf.changed(keys)


async def state(room: Room) -> tuple[object, object]:
    report, _ = await room.report()
    return report["media"], report["media_resumes_at"]


def wished_for(room: Room) -> list[int]:
    """How many things each wish names."""
    return [len(message.items) for message in room.announces.published if isinstance(message, FindMedia)]


async def test_what_waits_is_unavailable_until_then_and_wished_for_once_a_minute() -> None:
    room = Room()
    waiting(room, *KEYS, until=room.now + 3_600_000)
    for _ in range(4):
        assert await state(room) == ("unavailable", "1970-01-01T01:16:40Z")
        room.now += 31_000
    assert wished_for(room) == [len(KEYS)] * 2


async def test_while_something_can_be_hoped_for_the_report_is_pending_and_says_when_the_rest_goes_on() -> None:
    room = Room()
    waiting(room, KEYS[0], until=room.now + 3_600_000)
    waiting(room, KEYS[1], until=FOR_EVER)
    assert await state(room) == ("unavailable", "1970-01-01T01:16:40Z")
    room.store.known.pop(KEYS[1])
    room.shelf.changed(KEYS)
    assert await state(room) == ("pending", "1970-01-01T01:16:40Z")
    room.now += 121_000
    assert (await state(room))[0] == "unavailable", "given up as before"


async def test_a_page_that_waits_is_made_anew_when_the_wait_ends_and_then_hoped_for_anew() -> None:
    room = Room()
    await room.report()
    room.now += 200_000
    waiting(room, *KEYS, until=room.now + 20_000)
    assert (await state(room))[0] == "unavailable"
    room.now += 19_999
    assert (await state(room))[0] == "unavailable"
    room.store.known.clear()  # as the store does with what has expired
    room.now += 1
    assert await state(room) == ("pending", None)
    room.now += 120_001
    assert await state(room) == ("unavailable", None)


async def test_that_something_waits_is_seen_at_once_and_asked_for_no_sooner() -> None:
    room = Room()
    assert await state(room) == ("pending", None)
    for _ in range(3):
        waiting(room, *KEYS, until=FOR_EVER)
        room.requests.hope_anew(KEYS)
        assert (await state(room))[0] == "unavailable"
        await asyncio.sleep(0)
    assert wished_for(room) == [len(KEYS)], "news of a wait must not lead to the next wish"


async def test_media_at_hand_are_not_looked_up_again_until_they_expire() -> None:
    room = Room()
    room.store.known[KEY] = Media(room.now + 1_000)
    for _ in range(2):
        await room.shelf.look([KEY])
    assert room.store.looked == 1
    room.now += 1_000
    await room.shelf.look([KEY])
    assert room.store.looked == 2


async def test_media_that_change_while_they_are_read_are_not_kept() -> None:
    room = Room()

    class Changing(FakeStore):
        async def media(self, keys: object) -> dict[str, Media]:
            room.shelf.changed([KEY])
            return {KEY: Media(FOR_EVER)}

    shelf = MediaShelf(store := Changing(), room.clock)
    room.shelf = shelf
    await shelf.look([KEY])
    store.looked = 0
    assert shelf._kept == {}  # what it keeps is the point


async def test_without_media_the_figures_are_shown_all_the_same() -> None:
    room = Room()
    await room.report()
    room.shelf.changed(KEYS)
    room.store.media_down = True
    report, _ = await room.report()
    assert (report["media"], report["revision"]) == ("unavailable", 0)
