"""Working on the wishes: what is kept, what waits, what is tried again, and what is never kept as missing."""

import asyncio

import pytest

from chassis.errors import Retryable
from enricher.domain.media import KEPT_MS, WITHOUT_APPLICATION_MS, Media
from enricher.domain.wishes import pause_ms
from enricher.handlers.settle_wishes import SettleWishes
from enricher.ports import CatalogueBlocked, NeedsApplication, TurnLost
from tests.unit.enricher.stand_ins import MEDIA, NOW, Announcer, Catalogue, Store, Turns, Wishes, item


class Room:
    """Somebody who works on wishes, and everything around."""

    def __init__(self, at_once: int = 10, **answers: Media | Exception | None) -> None:
        self.catalogue, self.wishes, self.store = Catalogue(answers, at_once), Wishes(), Store()
        self.announcer, self.now = Announcer(), NOW
        self.settle = SettleWishes(self.catalogue, self.wishes, self.store, self.announcer, Turns(), lambda: self.now)

    async def wish(self) -> None:
        await self.wishes.add([item(name) for name in self.catalogue.answers], self.now)

    async def work(self, steps: int = 3) -> None:
        for _ in range(steps):
            self.settle.wake()  # so that nobody waits for the next look
            await self.settle.step()


async def test_found_and_missing_are_kept_and_announced_and_wished_for_no_more() -> None:
    room = Room(found=MEDIA, missing=None)
    await room.wish()
    await room.work()
    assert room.store.kept == {item("found").key: (MEDIA, NOW + KEPT_MS), item("missing").key: (None, NOW + KEPT_MS)}
    assert sorted(room.announcer.said) == sorted([item("found").key, item("missing").key])
    assert room.wishes.open == {}
    assert room.catalogue.asked == ["found", "missing"]


async def test_no_answer_is_not_missing_and_is_tried_again_after_growing_pauses() -> None:
    room = Room(silent=Retryable("502"), found=MEDIA)
    await room.wish()
    await room.work()
    assert set(room.store.kept) == {item("found").key}
    assert room.wishes.open[item("silent").key][1:] == (NOW + pause_ms(0), 1)
    room.now += pause_ms(0)
    await room.work()
    assert room.wishes.open[item("silent").key][1:] == (room.now + pause_ms(1), 2)
    assert room.announcer.said == [item("found").key]


async def test_a_lock_out_is_told_and_waited_for() -> None:
    room = Room(locked=CatalogueBlocked(NOW + 1_000), found=MEDIA)
    await room.wish()
    await room.work()
    assert room.store.waiting == {item("locked").key: NOW + 1_000}
    assert item("locked").key in room.announcer.said
    assert room.catalogue.asked == ["locked", "found"]
    room.catalogue.answers["locked"] = MEDIA
    room.now += 1_000
    await room.work()
    assert room.store.kept[item("locked").key] == (MEDIA, room.now + KEPT_MS)
    assert room.wishes.open == {}


async def test_what_only_an_application_could_tell_is_missing_for_a_day() -> None:
    room = Room(artist=NeedsApplication())
    await room.wish()
    await room.work()
    assert room.store.kept == {item("artist").key: (None, NOW + WITHOUT_APPLICATION_MS)}


async def test_no_more_are_in_hand_than_the_catalogue_takes() -> None:
    room = Room(at_once=2, **{f"a{n}": MEDIA for n in range(5)})
    await room.wish()
    await room.work(steps=1)
    assert len(room.catalogue.asked) <= 2
    await room.work(steps=10)
    assert len(room.store.kept) == 5


async def test_whoever_has_lost_the_turn_stops() -> None:
    room = Room(lost=TurnLost("MariaDB"))
    await room.wish()
    with pytest.raises(TurnLost):
        await room.work()
    assert room.wishes.open[item("lost").key][2] == 0


async def test_what_others_found_before_the_turn_was_lost_is_kept() -> None:
    room = Room(found=MEDIA, lost=TurnLost("MariaDB"))
    await room.wish()
    with pytest.raises(TurnLost):
        await room.work()
    assert room.store.kept == {item("found").key: (MEDIA, NOW + KEPT_MS)}
    assert room.wishes.open.keys() == {item("lost").key}


async def test_what_is_there_already_is_not_looked_for() -> None:
    room = Room(found=MEDIA)
    await room.wish()
    room.store.kept[item("found").key] = MEDIA, NOW + KEPT_MS
    await room.work()
    assert (room.catalogue.asked, room.wishes.open) == ([], {})
    assert room.announcer.said == [item("found").key]


async def test_news_comes_before_the_wish_is_gone() -> None:
    room = Room(found=MEDIA)
    await room.wish()
    room.announcer.away = True
    with pytest.raises(Retryable):
        await room.work()
    assert room.wishes.open.keys() == {item("found").key}
    room.announcer.away = False
    await room.work()
    assert (room.catalogue.asked, room.announcer.said) == (["found"], [item("found").key])


async def test_whoever_gets_the_turn_tries_at_once_what_waits_for_the_end_of_a_day() -> None:
    room = Room(waits=CatalogueBlocked(NOW + 1_000_000))
    await room.wish()
    await room.work()
    room.catalogue.answers["waits"] = MEDIA
    working = asyncio.create_task(room.settle.run())
    async with asyncio.timeout(60):
        while room.wishes.open:
            await asyncio.sleep(0.01)
    working.cancel()
    assert room.store.kept.keys() == {item("waits").key}


async def test_a_wish_stays_until_its_media_are_kept() -> None:
    room = Room(found=MEDIA)
    await room.wish()
    room.store.away = True
    with pytest.raises(Retryable):
        await room.work()
    assert set(room.wishes.open) == {item("found").key}
    room.store.away = False
    await room.work()
    assert set(room.store.kept) == {item("found").key}
