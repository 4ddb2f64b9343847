"""What the outbox tells, sent on Kafka."""

from chassis.publish import Publisher
from contracts.messages import Message
from contracts.topics import Topic


class KafkaAnnouncer:
    """Implements the port Announcer: returns when the broker has the message."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def tell(self, topic: Topic, key: str, message: Message) -> None:
        """To the topic that the outbox names."""
        await self._publisher.publish(topic, key, message)
