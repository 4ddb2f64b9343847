"""Finding media for what somebody looks at."""

import logging

from prometheus_client import Counter

from chassis.clock import Clock
from chassis.errors import Retryable
from contracts.messages.media import FindMedia, MediaItem
from enricher.ports import Announcer, Catalogue, CatalogueBlocked, MediaStore

_LOG = logging.getLogger(__name__)

_ITEMS = Counter("enricher_items", "Things to find media for: looked for, and known before", ["what"])

ANNOUNCE_EVERY = 8
"""So many settled items go into one event: the page fills in as pictures arrive, without an event for each."""


class FindMediaHandler:
    """Consumes `find-media`, emits `media-ready`.

    Running it twice is safe: what is already settled is not asked for again, only announced again. What the catalogue
    does not answer stays open and is never kept as "missing": whoever looks next asks for it anew.
    """

    def __init__(self, catalogue: Catalogue, store: MediaStore, announcer: Announcer, clock: Clock) -> None:
        self._catalogue = catalogue
        self._store = store
        self._announcer = announcer
        self._clock = clock

    async def __call__(self, message: FindMedia) -> None:
        """Settle the items in their order. Raises Retryable where the store or the broker is away."""
        fresh = await self._store.fresh(message.items, self._clock())
        settled = [item.key for item in message.items if item.key in fresh]
        _ITEMS.labels("known").inc(len(settled))
        for item in message.items:
            if item.key in fresh:
                continue
            _ITEMS.labels("looked for").inc()
            try:
                found = await self._settle(item)
            except CatalogueBlocked as block:
                _LOG.warning("the catalogue is blocked", extra={"until_ms": block.until_ms})
                break
            settled += [item.key] if found else []
            if len(settled) >= ANNOUNCE_EVERY:
                await self._announcer.media_ready(settled)
                settled = []
        if settled:
            await self._announcer.media_ready(settled)

    async def _settle(self, item: MediaItem) -> bool:
        try:
            media = await self._catalogue.find(item)
        except Retryable as error:
            _LOG.warning("no answer from the catalogue", extra={"media_key": item.key, "reason": str(error)})
            return False
        await self._store.put(item, media, self._clock())
        return True
