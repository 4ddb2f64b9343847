"""News inside this process: whoever watches gets the newest of each subject, however slowly they read."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class News(NamedTuple):
    """Something happened. Of several with one `subject` a slow watcher gets the last one only."""

    subject: str
    event: str
    data: object


class Watcher:
    """One who watches; `gather` gives what has come since the last call."""

    def __init__(self) -> None:
        self._waiting: dict[str, News] = {}
        self._arrived = asyncio.Event()
        self.closed = False

    def tell(self, news: News) -> None:
        """Keep `news` until it is gathered."""
        self._waiting[news.subject] = news
        self._arrived.set()

    def close(self) -> None:
        """Nothing more will come: the process stops, or whoever watches is no longer known."""
        self.closed = True
        self._arrived.set()

    async def gather(self, timeout_s: float) -> list[News]:
        """What has come, at once if there is any, else what comes first within `timeout_s`; may be empty."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._arrived.wait()
        except TimeoutError:
            return []
        gathered = list(self._waiting.values())
        self._waiting.clear()
        if not self.closed:
            self._arrived.clear()
        return gathered


class Bus:
    """Brings news of a channel to its watchers."""

    def __init__(self) -> None:
        self._watchers: defaultdict[str, set[Watcher]] = defaultdict(set)
        self._closed = False

    def tell(self, channel: str, news: News) -> None:
        """Give `news` to everybody who watches `channel`."""
        for watcher in self._watchers.get(channel, ()):
            watcher.tell(news)

    def end(self, channel: str) -> None:
        """Tell everybody who watches `channel` that nothing more will come."""
        for watcher in self._watchers.get(channel, ()):
            watcher.close()

    @contextmanager
    def watch(self, *channels: str) -> Iterator[Watcher]:
        """Watch `channels` as long as the context lasts."""
        watcher = Watcher()
        if self._closed:
            watcher.close()
        for channel in channels:
            self._watchers[channel].add(watcher)
        try:
            yield watcher
        finally:
            for channel in channels:
                self._watchers[channel].discard(watcher)
                if not self._watchers[channel]:
                    del self._watchers[channel]

    def close(self) -> None:
        """Tell every watcher, and who comes later, that nothing more will come."""
        self._closed = True
        for watcher in {watcher for watchers in self._watchers.values() for watcher in watchers}:
            watcher.close()


def upload_channel(upload_id: str) -> str:
    """News of one upload."""
    return f"upload:{upload_id}"


def person_channel(person_id: str) -> str:
    """News of one person's history and imports."""
    return f"person:{person_id}"


MEDIA_CHANNEL = "media"
"""News that media arrived."""
