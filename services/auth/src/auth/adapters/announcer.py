"""What others must know about people, told on Kafka."""

from chassis.publish import Publisher
from contracts.messages.people_changes import SharingChanged
from contracts.topics import Topic


class KafkaAnnouncer:
    """Implements the port Announcer: returns when the broker has the message."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def sharing_changed(self, message: SharingChanged) -> None:
        """To `people-changes`."""
        await self._publisher.publish(Topic.PEOPLE_CHANGES, message.person_id, message)
