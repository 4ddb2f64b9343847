"""Taking up what somebody looks at."""

from collections.abc import Callable

from prometheus_client import Counter

from chassis.clock import Clock
from contracts.messages.media import FindMedia
from enricher.domain.media import KEPT_MS
from enricher.domain.wishes import can_be_looked_for
from enricher.ports import Announcer, MediaStore, Wishes

_ITEMS = Counter("enricher_items", "Things that somebody looks at: known before, and wished for", ["what"])


class TakeWishesHandler:
    """Consumes `find-media`; emits `media-ready` for what is known already, wishes for the rest.

    What can have none, since its name is none, is kept as missing at once. Running it twice is safe: what is known is
    only announced again, a wish is only seen again.
    """

    def __init__(
        self, wishes: Wishes, media: MediaStore, announcer: Announcer, clock: Clock, wake: Callable[[], None]
    ) -> None:
        """`wake` tells who works on the wishes that there are new ones."""
        self._wishes = wishes
        self._media = media
        self._announcer = announcer
        self._clock = clock
        self._wake = wake

    async def __call__(self, message: FindMedia) -> None:
        """Raises Retryable where the store or the broker is away."""
        now = self._clock()
        known = await self._media.fresh(message.items, now)
        lacking = [item for item in message.items if item.key not in known]
        wished = [item for item in lacking if can_be_looked_for(item)]
        hopeless = [item for item in lacking if not can_be_looked_for(item)]
        if hopeless:
            await self._media.put([(item, None, now + KEPT_MS) for item in hopeless], now)
            known |= {item.key for item in hopeless}
        _ITEMS.labels("known").inc(len(known))
        _ITEMS.labels("wished for").inc(len(wished))
        if wished:
            await self._wishes.add(wished, now)
            self._wake()
        if known:
            await self._announcer.media_ready(sorted(known))
