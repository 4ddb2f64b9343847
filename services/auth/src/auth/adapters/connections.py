"""Spotify's tokens in MariaDB, sealed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from auth.adapters import resealing
from auth.adapters.cipher import Unreadable
from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.token_seals import TokenSeals
from auth.domain import refusals
from auth.domain.connections import GRANT_LIFE_MS, Connection, connected_until
from chassis.database import Connection as Transaction
from chassis.database import Database
from contracts.messages.people_changes import ConnectionChanged
from contracts.topics import Topic

_PUT = """
    INSERT INTO connections
        (person_id, key_id, access_token, refresh_token, expires_at, authorized_at, looked_at, ended)
    VALUES (%s, %s, %s, %s, %s, %s, %s, FALSE)
    ON DUPLICATE KEY UPDATE key_id = VALUES(key_id), access_token = VALUES(access_token),
        refresh_token = VALUES(refresh_token), expires_at = VALUES(expires_at), authorized_at = VALUES(authorized_at),
        looked_at = VALUES(looked_at), ended = FALSE
"""
_RENEW = """
    UPDATE connections SET key_id = %s, access_token = %s, refresh_token = %s, expires_at = %s
    WHERE person_id = %s AND authorized_at = %s AND NOT ended
"""
_GET = """
    SELECT key_id, access_token, refresh_token, expires_at, authorized_at, ended FROM connections WHERE person_id = %s
"""
_END = """
    UPDATE connections SET ended = TRUE, access_token = '', refresh_token = ''
    WHERE person_id = %s AND authorized_at = %s AND NOT ended
"""
_OVERDUE = "SELECT person_id, authorized_at FROM connections WHERE NOT ended AND authorized_at <= %s"
_BEFORE = "SELECT authorized_at, ended FROM connections WHERE person_id = %s"
_RENEWAL_SECONDS = 10
"""Longer than Spotify is given for its answer."""


class MariaDbConnections:
    """Implements the port Connections. One made anew has another `authorized_at`, so nothing old overwrites it.

    `locks` is a pool of its own: renewals hold a connection while Spotify answers, and must not take those away that
    everything else needs.
    """

    def __init__(self, database: Database, locks: Database, seals: TokenSeals, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._locks = locks
        self._seals = seals
        self._outbox = outbox

    async def get(self, person_id: str) -> Connection | None:
        """The connection, opened; one that has ended has no tokens any more. Raises Refusal without its key."""
        row = await self._database.fetch_one(_GET, (person_id,))
        if row is None:
            return None
        *sealed, expires_at, authorized_at, ended = row
        if ended:
            return Connection("", "", expires_at, authorized_at, ended=True)
        try:
            access, refresh = self._seals.opened(person_id, *sealed)
        except Unreadable as error:
            raise refusals.key_missing() from error
        return Connection(access, refresh, expires_at, authorized_at)

    @asynccontextmanager
    async def renewal(self, person_id: str) -> AsyncIterator[None]:
        """A lock of the server, by the person."""
        async with self._locks.lock(f"auth-renewal-{person_id}", _RENEWAL_SECONDS):
            yield

    async def put(self, transaction: Transaction, person_id: str, connection: Connection) -> None:
        """Keep a new authorization, within somebody's transaction, and tell that the person is connected."""
        before = await transaction.fetch_one(_BEFORE, (person_id,))
        sealed = self._seals.sealed(person_id, connection)
        authorized_at = connection.authorized_at
        await transaction.execute(_PUT, (person_id, *sealed, connection.expires_at, authorized_at, authorized_at))
        await self._tell(transaction, person_id, connected=True)
        if before is None or connected_until(before[0], bool(before[1]), authorized_at) is None:
            await self._outbox.audit(transaction, "spotify-connected", person_id=person_id)

    async def renew(self, person_id: str, old: Connection, new: Connection) -> None:
        """Keep a renewal of `old`."""
        sealed = self._seals.sealed(person_id, new)
        await self._database.execute(_RENEW, (*sealed, new.expires_at, person_id, old.authorized_at))

    async def end(self, person_id: str, old: Connection) -> None:
        """Forget the tokens of `old`, and tell it."""
        await self._end(person_id, old.authorized_at, "invalid_grant")

    async def end_overdue(self, now: int) -> int:
        """Those that were authorized six months ago."""
        rows = await self._database.fetch_all(_OVERDUE, (now - GRANT_LIFE_MS,))
        return sum([await self._end(person_id, authorized_at, "six_months") for person_id, authorized_at in rows])

    async def reseal(self) -> int:
        """What was sealed with another key than the first."""
        return await resealing.reseal(self._database, self._seals)

    async def looked(self, person_id: str, now: int) -> None:
        """Note that the account was read."""
        await self._database.execute("UPDATE connections SET looked_at = %s WHERE person_id = %s", (now, person_id))

    async def to_look_at(self, before: int, limit: int) -> list[str]:
        """Those whose account was not read for the longest time."""
        sql = "SELECT person_id FROM connections WHERE NOT ended AND looked_at <= %s ORDER BY looked_at LIMIT %s"
        return [row[0] for row in await self._database.fetch_all(sql, (before, limit))]

    async def _end(self, person_id: str, authorized_at: int, why: str) -> bool:
        async with self._database.transaction() as transaction:
            ended = bool(await transaction.execute(_END, (person_id, authorized_at)))
            if ended:
                await self._tell(transaction, person_id, connected=False)
                await self._outbox.audit(transaction, "spotify-disconnected", person_id=person_id, detail=why)
        return ended

    async def _tell(self, transaction: Transaction, person_id: str, *, connected: bool) -> None:
        """The caller has written the person's connection, and so holds its row."""
        changed = ConnectionChanged(person_id=person_id, connected=connected, change=0)
        await self._outbox.put(transaction, Topic.PEOPLE_CHANGES, person_id, changed)
