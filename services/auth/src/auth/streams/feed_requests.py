"""`feed-requests` in; the handler answers on `recent-plays`."""

from collections.abc import Awaitable, Callable
from typing import Any

from prometheus_client import Counter

from chassis.clock import Clock
from chassis.errors import InvalidMessage
from contracts.messages import Message
from contracts.messages.feed import FetchRecentPlays

TOO_OLD_MS = 120_000
"""After so long the uploader has given a question up and asks again: to answer both would cost two calls to Spotify."""

_TOO_OLD = Counter("auth_feed_requests_too_old", "Questions for a feed that nobody waits for any more")


class FeedRequests:
    """One at a time within a partition: the plays of a person are fetched in the order in which they were asked for."""

    def __init__(self, fetch: Callable[[FetchRecentPlays], Awaitable[None]], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock

    async def __call__(self, message: Message, record: Any) -> None:
        """Consumes FetchRecentPlays. Twice: the handler bears it."""
        if not isinstance(message, FetchRecentPlays):
            raise InvalidMessage(f"{message.SCHEMA} is no request for a feed")
        if self._clock() - record.timestamp > TOO_OLD_MS:
            _TOO_OLD.inc()
            return
        await self._fetch(message)
