"""What somebody looks at: known things are announced, the others are wished for."""

import pytest
from msgspec import structs

from chassis.errors import Retryable
from contracts.messages.media import FindMedia, MediaItem
from contracts.messages.people_changes import PersonErased
from enricher.domain.media import KEPT_MS
from enricher.domain.wishes import LONGEST_NAME
from enricher.handlers.forget_names import ForgetNamesHandler
from enricher.handlers.take_wishes import TakeWishesHandler
from tests.unit.enricher.stand_ins import MEDIA, NOW, Announcer, Store, Wishes, item


class Room:
    """The handler and everything around it."""

    def __init__(self) -> None:
        self.wishes, self.store, self.announcer, self.woken = Wishes(), Store(), Announcer(), 0
        self.handler = TakeWishesHandler(self.wishes, self.store, self.announcer, lambda: NOW, self.wake)

    def wake(self) -> None:
        self.woken += 1


ASKED = FindMedia(items=[item("known"), item("unknown")])


async def test_known_things_are_announced_and_others_are_wished_for() -> None:
    room = Room()
    room.store.kept[item("known").key] = MEDIA, NOW + KEPT_MS
    await room.handler(ASKED)
    assert room.announcer.said == [item("known").key]
    assert list(room.wishes.open) == [item("unknown").key]
    assert room.woken == 1


async def test_running_twice_wishes_once() -> None:
    room = Room()
    await room.handler(ASKED)
    await room.handler(ASKED)
    assert len(room.wishes.open) == 2
    assert room.announcer.said == []


async def test_what_expired_is_wished_for_again() -> None:
    room = Room()
    room.store.kept[item("known").key] = MEDIA, NOW
    await room.handler(ASKED)
    assert len(room.wishes.open) == 2


@pytest.mark.parametrize(
    "odd",
    [item("a" * (LONGEST_NAME + 1)), structs.replace(item("odd"), sample_id="../me"), item("b" * 2_000_000)],
    ids=["long", "no id", "very long"],
)
async def test_what_can_have_no_media_is_missing_at_once_and_holds_up_nobody(odd: MediaItem) -> None:
    room = Room()
    await room.handler(FindMedia(items=[odd, item("unknown")]))
    assert room.store.kept[odd.key] == (None, NOW + KEPT_MS)
    assert room.announcer.said == [odd.key]
    assert list(room.wishes.open) == [item("unknown").key]


async def test_nothing_asked_is_nothing_done() -> None:
    room = Room()
    await room.handler(FindMedia(items=[]))
    assert (room.woken, room.announcer.said) == (0, [])


async def test_a_store_that_is_away_is_retried_by_the_consumer() -> None:
    room = Room()
    room.wishes.away = True
    with pytest.raises(Retryable):
        await room.handler(ASKED)
    assert room.woken == 0


async def test_nobody_erased_is_remembered_by_a_wish() -> None:
    room = Room()
    await room.handler(ASKED)
    for _ in range(2):
        await ForgetNamesHandler([room.wishes])(PersonErased(person_id="p"))
    assert room.wishes.open == {}
