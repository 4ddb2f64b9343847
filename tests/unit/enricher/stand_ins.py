"""Stand-ins for the ports of the handlers, and items to wish for."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager

from chassis.errors import Retryable
from contracts.keys import media_key
from contracts.messages.media import MediaItem
from enricher.domain.media import Media, Preview
from enricher.ports import Wish

NOW = 1_700_000_000_000
MEDIA = Media(spotify_id="x", image_url="u", image_width=640, preview=None, link=None)


def item(artist: str, ms_played: int = 0) -> MediaItem:
    return MediaItem(
        key=media_key("artist", artist, None),
        kind="artist",
        artist=artist,
        title=None,
        sample_id=None,
        ms_played=ms_played,
    )


class Catalogue:
    """Answers each artist as it was told to."""

    def __init__(self, answers: Mapping[str, Media | Exception | None], at_once: int = 10) -> None:
        self.answers = dict(answers)
        self.asked: list[str] = []
        self._at_once = at_once

    async def find(self, item: MediaItem) -> Media | None:
        self.asked.append(item.artist)
        answer = self.answers[item.artist]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def at_once(self) -> int:
        return self._at_once


class Wishes:
    """A queue in memory, in the order in which wishes came."""

    def __init__(self) -> None:
        self.open: dict[str, tuple[MediaItem, int, int]] = {}
        self.away = False

    async def add(self, items: Sequence[MediaItem], now_ms: int) -> None:
        if self.away:
            raise Retryable("MariaDB")
        for one in items:
            self.open.setdefault(one.key, (one, now_ms, 0))

    async def due(self, most: int, in_hand: Collection[str], now_ms: int) -> list[Wish]:
        due = [
            Wish(one, failures)
            for key, (one, due_at, failures) in self.open.items()
            if due_at <= now_ms and key not in in_hand
        ]
        return due[:most]

    async def done(self, keys: Collection[str]) -> None:
        for key in keys:
            self.open.pop(key, None)

    async def postpone(self, wishes: Mapping[str, int], *, failed: bool) -> None:
        for key, due_at in wishes.items():
            one, _, failures = self.open[key]
            self.open[key] = one, due_at, failures + 1 if failed else 0

    async def hasten(self, now_ms: int) -> None:
        for key, (one, due_at, failures) in self.open.items():
            if not failures:
                self.open[key] = one, min(due_at, now_ms), failures

    async def forget_all(self) -> None:
        self.open.clear()


class Store:
    """Media in memory, with the moments until which they are kept, and those that wait."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Media | None, int]] = {}
        self.waiting: dict[str, int] = {}
        self.away = False

    async def fresh(self, items: Sequence[MediaItem], now_ms: int) -> set[str]:
        return {one.key for one in items if one.key in self.kept and self.kept[one.key][1] > now_ms}

    async def put(self, settled: Sequence[tuple[MediaItem, Media | None, int]], now_ms: int) -> None:
        if self.away:
            raise Retryable("MariaDB")
        self.kept.update({one.key: (media, until) for one, media, until in settled})

    async def wait(self, waiting: Sequence[tuple[MediaItem, int]], now_ms: int) -> None:
        self.waiting.update({one.key: until for one, until in waiting})

    async def preview(self, key: str) -> Preview | None:
        media = self.kept.get(key, (None, 0))[0]
        return media.preview if media else None


class Announcer:
    """Remembers what was said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.away = False

    async def media_ready(self, keys: Sequence[str]) -> None:
        if self.away:
            raise Retryable("Kafka")
        self.said += keys


class Turns:
    """Nobody else wants a turn."""

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        yield
