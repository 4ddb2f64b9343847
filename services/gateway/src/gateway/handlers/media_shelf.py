"""Media at hand: rows of the serving store kept in the process until the enricher says that they changed."""

from collections import OrderedDict
from collections.abc import Collection

from chassis.clock import Clock
from gateway.domain.media import Media
from gateway.ports import ServingStore

_MOST = 20_000


class MediaShelf:
    """Media by key, the longest unused leave first. What is not known yet is looked up each time."""

    def __init__(self, store: ServingStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: OrderedDict[str, Media] = OrderedDict()
        self.generation = 0
        """Grows with every change, so that what was made of older media can be told from what is current."""

    async def look(self, keys: Collection[str]) -> dict[str, Media]:
        """What is known of `keys`, with one query at most. Raises Retryable while the store does not answer."""
        now = self._clock()
        found = {key: self._kept[key] for key in keys if key in self._kept and self._kept[key].expires_at > now}
        for key in found:
            self._kept.move_to_end(key)
        unknown = [key for key in keys if key not in found]
        if unknown:
            generation = self.generation
            fetched = await self._store.media(unknown)
            if generation == self.generation:  # else it may be older than the news that came meanwhile
                self._keep(fetched)
            found.update(fetched)
        return found

    def changed(self, keys: Collection[str]) -> None:
        """Media of `keys` are new in the store."""
        self.generation += 1
        for key in keys:
            self._kept.pop(key, None)

    def _keep(self, fetched: dict[str, Media]) -> None:
        self._kept.update(fetched)
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
