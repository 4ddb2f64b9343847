"""The outbox in MariaDB: what was changed and not told yet."""

from collections.abc import Awaitable, Callable

from chassis.database import Connection as Transaction
from chassis.database import Database
from contracts.messages.people_changes import SharingChanged

_NOTE = "INSERT INTO untold_changes (person_id, sharing) VALUES (%s, %s)"
_OLDEST = "SELECT change_id, person_id, sharing FROM untold_changes ORDER BY change_id LIMIT %s FOR UPDATE"
_FORGET = "DELETE FROM untold_changes WHERE change_id = %s"
_AT_ONCE = 100


class MariaDbUntoldChanges:
    """Implements the port UntoldChanges."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @staticmethod
    async def note(transaction: Transaction, person_id: str, sharing: bool) -> None:
        """Keep a change within the transaction that makes it and holds the person's row: numbers keep that order."""
        await transaction.execute(_NOTE, (person_id, sharing))

    async def tell(self, send: Callable[[SharingChanged], Awaitable[None]]) -> int:
        """Send the oldest in their order, then forget them. The lock on them keeps other replicas waiting meanwhile."""
        async with self._database.transaction() as transaction:
            rows = await transaction.fetch_all(_OLDEST, (_AT_ONCE,))
            for change_id, person_id, sharing in rows:
                await send(SharingChanged(person_id=person_id, sharing=bool(sharing), change=change_id))
            for change_id, *_ in rows:
                await transaction.execute(_FORGET, (change_id,))
        return len(rows)
