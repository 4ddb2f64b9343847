"""The handler of find-media, with fakes behind its ports."""

from collections.abc import Sequence

import pytest

from chassis.errors import Retryable
from contracts.keys import media_key
from contracts.messages.media import FindMedia, MediaItem
from enricher.domain.media import KEPT_MS, Media
from enricher.handlers.find_media import FindMediaHandler
from enricher.ports import CatalogueBlocked

NOW = 1_700_000_000_000
MEDIA = Media(spotify_id="x", image_url="u", image_width=640, preview_kind=None, preview_url=None, link=None)


class Catalogue:
    def __init__(self, answers: dict[str, Media | Exception | None]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    async def find(self, item: MediaItem) -> Media | None:
        self.asked.append(item.artist)
        answer = self.answers[item.artist]
        if isinstance(answer, Exception):
            raise answer
        return answer


class Store:
    def __init__(self) -> None:
        self.kept: dict[str, tuple[Media | None, int]] = {}

    async def fresh(self, items: Sequence[MediaItem], now_ms: int) -> set[str]:
        keys = [item.key for item in items]
        return {key for key in keys if key in self.kept and self.kept[key][1] + KEPT_MS > now_ms}

    async def put(self, item: MediaItem, media: Media | None, now_ms: int) -> None:
        self.kept[item.key] = (media, now_ms)


class Announcer:
    def __init__(self) -> None:
        self.said: list[str] = []

    async def media_ready(self, keys: Sequence[str]) -> None:
        self.said += keys


class Room:
    """A handler and everything around it."""

    def __init__(self, **answers: Media | Exception | None) -> None:
        self.catalogue, self.store, self.announcer = Catalogue(answers), Store(), Announcer()
        self.now = NOW
        self.handler = FindMediaHandler(self.catalogue, self.store, self.announcer, lambda: self.now)

    async def ask(self) -> None:
        await self.handler(FindMedia(items=[item(name) for name in self.catalogue.answers]))


def item(artist: str) -> MediaItem:
    return MediaItem(key=media_key("artist", artist, None), kind="artist", artist=artist, title=None, sample_id=None)


async def test_found_and_missing_are_kept_and_announced() -> None:
    room = Room(found=MEDIA, missing=None)
    await room.ask()
    assert room.store.kept[item("found").key] == (MEDIA, NOW)
    assert room.store.kept[item("missing").key] == (None, NOW)
    assert room.announcer.said == [item("found").key, item("missing").key]


async def test_running_twice_asks_once_and_announces_again() -> None:
    room = Room(found=MEDIA)
    await room.ask()
    await room.ask()
    assert room.catalogue.asked == ["found"]
    assert room.announcer.said == [item("found").key] * 2


async def test_what_expired_is_asked_for_again() -> None:
    room = Room(found=MEDIA)
    await room.ask()
    room.now += KEPT_MS
    await room.ask()
    assert room.catalogue.asked == ["found", "found"]


async def test_no_answer_is_not_missing_and_holds_up_nobody() -> None:
    room = Room(silent=Retryable("502"), found=MEDIA)
    await room.ask()
    assert set(room.store.kept) == {item("found").key}


async def test_a_lock_out_ends_the_asking_and_announces_what_is_there() -> None:
    room = Room(found=MEDIA, locked=CatalogueBlocked(NOW + 1), after=MEDIA)
    await room.ask()
    assert room.catalogue.asked == ["found", "locked"]
    assert room.announcer.said == [item("found").key]


async def test_a_store_that_is_away_is_retried_by_the_consumer() -> None:
    room = Room(found=MEDIA)

    async def away(item: MediaItem, media: Media | None, now_ms: int) -> None:
        raise Retryable("MariaDB")

    room.store.put = away  # type: ignore[method-assign]  # the fault is the store's
    with pytest.raises(Retryable):
        await room.ask()
