"""Asking the auth service for the last plays of people."""

from chassis.publish import Publisher
from contracts.messages.feed import FetchRecentPlays
from contracts.topics import Topic


class KafkaFeedRequests:
    """The topic `feed-requests`, keyed by person. Implements FeedRequests."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def ask(self, person_id: str, request_id: str) -> None:
        """Ask, and wait until the broker has the question."""
        request = FetchRecentPlays(person_id=person_id, request_id=request_id)
        await self._publisher.publish(Topic.FEED_REQUESTS, person_id, request)
