"""What happened to people's things, on the topic `audit-events`."""

from chassis.publish import Publisher
from contracts.messages.audit import Audited
from contracts.topics import Topic


class KafkaAuditLog:
    """Implements the port `AuditLog`."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def tell(self, event: Audited) -> None:
        """Waits until the broker has it."""
        await self._publisher.publish(Topic.AUDIT_EVENTS, event.person_id or event.origin, event)
