"""Keeps who shares, and lets go of who was erased."""

from prometheus_client import Counter

from aggregator.ports import Eraser, SharingStore
from chassis.clock import Clock
from contracts.messages import Message
from contracts.messages.people_changes import PersonErased, SharingChanged

_CHANGES = Counter("aggregator_people_changes", "Messages about people: taken, or known before", ["what"])


class FollowPeople:
    """Consumes `sharing-changed` and `person-erased` from people-changes, emits nothing.

    Running it twice is safe, in any order: of two changes the one with the higher number holds, and an erased person's
    id is refused for ever.
    """

    def __init__(self, sharing: SharingStore, eraser: Eraser, clock: Clock) -> None:
        self._sharing = sharing
        self._eraser = eraser
        self._clock = clock

    async def __call__(self, message: Message) -> None:
        """Take one message to heart. Raises Retryable."""
        if isinstance(message, SharingChanged):
            taken = await self._sharing.put(message.person_id, message.change, sharing=message.sharing)
            _CHANGES.labels("taken" if taken else "known").inc()
        elif isinstance(message, PersonErased):
            await self._eraser.erase(message.person_id, self._clock())
