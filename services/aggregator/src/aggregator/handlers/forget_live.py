"""Takes who was erased out of the hot table of live totals."""

from aggregator.domain.live.live_counts import LiveCounts
from aggregator.handlers.add_plays import Table
from contracts.messages import Message
from contracts.messages.people_changes import PersonErased


class ForgetLive:
    """Consumes `person-erased` from people-changes where the hot table of that partition is; emits nothing.

    Taking an entry out puts a tombstone into the table's changelog. Running it twice is safe: what is gone is gone, and
    `erased`, which AddPlays asks, keeps records that are still on their way from making it anew.
    """

    def __init__(self, erased: set[str], counts: LiveCounts) -> None:
        self._erased = erased
        self._counts = counts

    async def __call__(self, message: Message, table: Table) -> None:
        """Take one message to heart."""
        if isinstance(message, PersonErased):
            self._erased.add(message.person_id)
            for upload_id in table.pop(message.person_id, {}):
                self._counts.drop(upload_id)
