"""A person's connection to Spotify lives or has ended: so does their live feed."""

from chassis.clock import Clock
from contracts.messages.people_changes import ConnectionChanged
from uploader.ports import Feeds


class FollowConnectionHandler:
    """Consumes `connection-changed`. Whoever connects is asked after at once.

    Running it twice is safe: changes are numbered, and one that is known already changes nothing.
    """

    def __init__(self, feeds: Feeds, clock: Clock) -> None:
        self._feeds = feeds
        self._clock = clock

    async def __call__(self, message: ConnectionChanged) -> None:
        """Begin or end the feed."""
        await self._feeds.connect(message.person_id, message.connected, message.change, self._clock())
