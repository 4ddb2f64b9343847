"""Asking for media that a page lacks: fire and forget, the same thing once a minute at most."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Collection, Sequence

from chassis.clock import Clock
from chassis.errors import Retryable
from contracts.messages.media import FindMedia, MediaItem
from contracts.topics import Topic
from gateway.domain.media import MediaState
from gateway.ports import Announces

_AGAIN_AFTER_MS = 60_000
_GIVEN_UP_AFTER_MS = 120_000
"""Asked for so long ago, and no news of anything since: pictures can't be had now, and the page says so."""
_ITEMS_PER_MESSAGE = 50
_MOST = 20_000
_SEND_SECONDS = 10.0

_LOG = logging.getLogger(__name__)


class MediaRequests:
    """Sends `find-media` and remembers when each thing was asked for last, and since when it is hoped for."""

    def __init__(self, announces: Announces, clock: Clock) -> None:
        self._announces = announces
        self._clock = clock
        self._asked: OrderedDict[str, int] = OrderedDict()
        self._hoped: OrderedDict[str, int] = OrderedDict()
        self._sending: set[asyncio.Task[None]] = set()
        self._news_at = 0

    def want(self, missing: Sequence[MediaItem], waiting: Collection[str] = ()) -> MediaState:
        """Ask for what was not asked for lately; whether any of it can be hoped for now.

        Keys in `waiting` can't: they are asked for all the same, for whoever looks for them must know that they are
        wished for, and when they wait no longer, hope begins anew.
        """
        if not missing:
            return "complete"
        now = self._clock()
        self._ask([item for item in missing if now - self._asked.get(item.key, 0) >= _AGAIN_AFTER_MS], now)
        self.hope_anew(waiting)
        since = [self._hoped.setdefault(item.key, now) for item in missing if item.key not in waiting]
        _shorten(self._hoped)
        if not since:
            return "unavailable"
        return "pending" if now - max(*since, self._news_at) <= _GIVEN_UP_AFTER_MS else "unavailable"

    def arrived(self, keys: Collection[str]) -> None:
        """Something is known of these now: whoever looks for pictures is at work, and gets to the others."""
        self._news_at = self._clock()
        self.hope_anew(keys)

    def hope_anew(self, keys: Collection[str]) -> None:
        """Something is known of these; when they are missing later, the time until they are given up begins then."""
        for key in keys:
            self._hoped.pop(key, None)

    def _ask(self, items: Sequence[MediaItem], now: int) -> None:
        self._asked.update((item.key, now) for item in items)
        _shorten(self._asked)
        for start in range(0, len(items), _ITEMS_PER_MESSAGE):
            self._send_soon(items[start : start + _ITEMS_PER_MESSAGE])

    def _send_soon(self, items: Sequence[MediaItem]) -> None:
        task = asyncio.create_task(self._send(items))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send(self, items: Sequence[MediaItem]) -> None:
        try:
            async with asyncio.timeout(_SEND_SECONDS):
                message = FindMedia(items=list(items))
                await self._announces.publish(Topic.MEDIA_REQUESTS, items[0].key, message)
        except (Retryable, TimeoutError) as error:
            _LOG.warning("media not asked for", extra={"items": len(items), "reason": repr(error)})


def _shorten(remembered: OrderedDict[str, int]) -> None:
    while len(remembered) > _MOST:
        remembered.popitem(last=False)
