"""`feed-requests` in; the handler answers on `recent-plays`."""

from collections.abc import Awaitable, Callable
from typing import Any

from chassis.errors import InvalidMessage
from contracts.messages import Message
from contracts.messages.feed import FetchRecentPlays


class FeedRequests:
    """One at a time within a partition: the plays of a person are fetched in the order in which they were asked for."""

    def __init__(self, fetch: Callable[[FetchRecentPlays], Awaitable[None]]) -> None:
        self._fetch = fetch

    async def __call__(self, message: Message, record: Any) -> None:
        """Consumes FetchRecentPlays. Twice: the handler bears it."""
        if not isinstance(message, FetchRecentPlays):
            raise InvalidMessage(f"{message.SCHEMA} is no request for a feed")
        await self._fetch(message)
