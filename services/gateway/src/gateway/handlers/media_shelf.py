"""Media at hand: rows of the serving store kept in the process until the enricher says that they changed."""

from collections import OrderedDict, deque
from collections.abc import Collection

from chassis.clock import Clock
from gateway.domain.media import Media
from gateway.ports import ServingStore

_MOST = 20_000
_MOST_NEWS = 1_000
_UNKNOWN_MS = 10_000
"""So long what the store does not know is not looked up again, unless news of it come."""


class MediaShelf:
    """Media by key; the longest unused leave first."""

    def __init__(self, store: ServingStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: OrderedDict[str, Media] = OrderedDict()
        self._unknown: OrderedDict[str, int] = OrderedDict()
        self._news: deque[frozenset[str]] = deque(maxlen=_MOST_NEWS)
        self.generation = 0
        """Grows with every change, so that what was made of older media can be told from what is current."""

    async def look(self, keys: Collection[str]) -> dict[str, Media]:
        """What is known of `keys`, with one query at most. Raises Retryable while the store does not answer."""
        now = self._clock()
        found: dict[str, Media] = {}
        absent: list[str] = []
        for key in keys:
            media = self._kept.get(key)
            if media is not None and media.expires_at > now:
                found[key] = media
                self._kept.move_to_end(key)
            elif self._unknown.get(key, 0) <= now:
                absent.append(key)
        if absent:
            generation = self.generation
            fetched = await self._store.media(absent)
            if generation == self.generation:  # else it may be older than the news that came meanwhile
                self._keep(fetched, [key for key in absent if key not in fetched])
            found.update(fetched)
        return found

    def changed(self, keys: Collection[str]) -> None:
        """Media of `keys` are new in the store."""
        self.generation += 1
        self._news.append(frozenset(keys))
        for key in keys:
            self._kept.pop(key, None)
            self._unknown.pop(key, None)

    def unchanged(self, keys: frozenset[str], generation: int) -> bool:
        """Whether none of `keys` has changed since `generation`; False where that is too long ago to say."""
        later = self.generation - generation
        return later <= len(self._news) and all(keys.isdisjoint(self._news[-back]) for back in range(1, later + 1))

    def _keep(self, fetched: dict[str, Media], unknown: Collection[str]) -> None:
        until = self._clock() + _UNKNOWN_MS
        self._kept.update(fetched)
        self._unknown.update(dict.fromkeys(unknown, until))
        for kept in (self._kept, self._unknown):
            while len(kept) > _MOST:
                kept.popitem(last=False)
