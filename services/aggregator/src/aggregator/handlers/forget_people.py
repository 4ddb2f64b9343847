"""Lets go of what a process holds in memory of who was erased."""

from aggregator.handlers.histories import Histories
from contracts.messages import Message
from contracts.messages.people_changes import PersonErased


class ForgetPeople:
    """Consumes `person-erased` from people-changes, in every process and from the beginning; emits nothing.

    What is stored is ended by FollowPeople, once for all processes. Running it twice is safe: what is gone is gone, and
    an id that is refused stays so. `erased` holds the ids for whoever would keep something in memory.
    """

    def __init__(self, erased: set[str], histories: Histories) -> None:
        self._erased = erased
        self._histories = histories

    async def __call__(self, message: Message) -> None:
        """Take one message to heart."""
        if isinstance(message, PersonErased):
            self._erased.add(message.person_id)
            self._histories.forget(message.person_id)
