"""Public shares in the serving store, which the aggregator keeps."""

from chassis.database import Database
from contracts.messages.shares import Share
from gateway.adapters.queries import in_time
from gateway.ports import FrozenShare


class MariaDbSharesStore:
    """Implements ports.SharesStore."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def shares(self, person_id: str) -> list[Share]:
        """A person's shares, newest first."""
        sql = (
            "SELECT share_id, created_at, first_day, last_day FROM shares "
            "WHERE person_id = %s ORDER BY created_at DESC, share_id"
        )
        async with in_time():
            rows = await self._database.fetch_all(sql, (person_id,))
        return [
            Share(id=str(share_id), created_at=int(created_at), first_day=first_day, last_day=last_day)
            for share_id, created_at, first_day, last_day in rows
        ]

    async def share(self, share_id: str) -> FrozenShare | None:
        """One share, whosever it is."""
        sql = "SELECT person_id, name, created_at, body FROM shares WHERE share_id = %s"
        async with in_time():
            rows = await self._database.fetch_all(sql, (share_id,))
        if not rows:
            return None
        person_id, name, created_at, body = rows[0]
        return FrozenShare(str(person_id), str(name), int(created_at), bytes(body))
