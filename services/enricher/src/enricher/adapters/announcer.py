"""Telling the gateways that media arrived."""

from collections.abc import Sequence

from chassis.publish import Publisher
from contracts.messages.media import MediaReady
from contracts.topics import Topic


class KafkaAnnouncer:
    """The topic `media-changes`. Implements Announcer."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def media_ready(self, keys: Sequence[str]) -> None:
        """Publish one event for all `keys`."""
        await self._publisher.publish(Topic.MEDIA_CHANGES, keys[0], MediaReady(keys=list(keys)))
