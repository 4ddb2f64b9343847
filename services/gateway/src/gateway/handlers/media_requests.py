"""Asking for media that a page lacks: fire and forget, the same thing once a minute at most."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from chassis.clock import Clock
from chassis.errors import Retryable
from contracts.messages.media import FindMedia, MediaItem
from contracts.topics import Topic
from gateway.domain.media import MediaState
from gateway.ports import Announces

_AGAIN_AFTER_MS = 60_000
_GIVEN_UP_AFTER_MS = 120_000
"""Asked for so long ago without anything: pictures can't be had now, and the page says so."""
_ITEMS_PER_MESSAGE = 50
_MOST = 20_000
_SEND_SECONDS = 10.0

_LOG = logging.getLogger(__name__)


class _Asked(NamedTuple):
    first: int
    last: int


class MediaRequests:
    """Sends `find-media` and remembers what was asked for, and since when."""

    def __init__(self, announces: Announces, clock: Clock) -> None:
        self._announces = announces
        self._clock = clock
        self._asked: OrderedDict[str, _Asked] = OrderedDict()
        self._sending: set[asyncio.Task[None]] = set()

    def want(self, missing: Sequence[MediaItem]) -> MediaState:
        """Ask for what was not asked for lately; whether it can be hoped for."""
        if not missing:
            return "complete"
        now = self._clock()
        due = [item for item in missing if self._due(item.key, now)]
        for item in due:
            self._asked[item.key] = _Asked(self._asked[item.key].first if item.key in self._asked else now, now)
        while len(self._asked) > _MOST:
            self._asked.popitem(last=False)
        for start in range(0, len(due), _ITEMS_PER_MESSAGE):
            self._send_soon(due[start : start + _ITEMS_PER_MESSAGE])
        first = [self._asked[item.key].first if item.key in self._asked else now for item in missing]
        return "unavailable" if all(now - moment > _GIVEN_UP_AFTER_MS for moment in first) else "pending"

    def arrived(self, keys: Sequence[str]) -> None:
        """These are there now: when they are missing again, that is a new wish."""
        for key in keys:
            self._asked.pop(key, None)

    def _due(self, key: str, now: int) -> bool:
        asked = self._asked.get(key)
        return asked is None or now - asked.last >= _AGAIN_AFTER_MS

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
