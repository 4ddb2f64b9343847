"""Spotify's tokens in MariaDB, sealed."""

import logging

from auth.adapters.cipher import Cipher, Unreadable
from auth.domain.connections import Connection
from chassis.database import Connection as Transaction
from chassis.database import Database

_LOG = logging.getLogger(__name__)

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
    WHERE person_id = %s AND authorized_at = %s
"""
_GET = """
    SELECT key_id, access_token, refresh_token, expires_at, authorized_at, ended FROM connections WHERE person_id = %s
"""


class MariaDbConnections:
    """Implements the port Connections. One made anew has another `authorized_at`, so nothing old overwrites it."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    async def get(self, person_id: str) -> Connection | None:
        """The connection, opened. One whose key is gone is as good as none, and comes back with its key."""
        row = await self._database.fetch_one(_GET, (person_id,))
        if row is None:
            return None
        key_id, sealed_access, sealed_refresh, expires_at, authorized_at, ended = row
        try:
            access = self._cipher.open(key_id, sealed_access, _purpose("access", person_id))
            refresh = self._cipher.open(key_id, sealed_refresh, _purpose("refresh", person_id))
        except Unreadable as error:
            _LOG.error("a connection cannot be opened", extra={"person_id": person_id, "reason": str(error)})
            return None
        return Connection(access, refresh, expires_at, authorized_at, ended=bool(ended))

    async def put(self, transaction: Transaction, person_id: str, connection: Connection) -> None:
        """Keep a new authorization, within somebody's transaction."""
        sealed = self._sealed(person_id, connection)
        moments = (connection.expires_at, connection.authorized_at, connection.authorized_at)
        await transaction.execute(_PUT, (person_id, *sealed, *moments))

    async def renew(self, person_id: str, old: Connection, new: Connection) -> None:
        """Keep a renewal of `old`."""
        sealed = self._sealed(person_id, new)
        await self._database.execute(_RENEW, (*sealed, new.expires_at, person_id, old.authorized_at))

    async def end(self, person_id: str, old: Connection) -> None:
        """Note that `old` has ended."""
        sql = "UPDATE connections SET ended = TRUE WHERE person_id = %s AND authorized_at = %s"
        await self._database.execute(sql, (person_id, old.authorized_at))

    async def looked(self, person_id: str, now: int) -> None:
        """Note that the account was read."""
        await self._database.execute("UPDATE connections SET looked_at = %s WHERE person_id = %s", (now, person_id))

    async def to_look_at(self, before: int, limit: int) -> list[str]:
        """Those whose account was not read for the longest time."""
        sql = "SELECT person_id FROM connections WHERE NOT ended AND looked_at <= %s ORDER BY looked_at LIMIT %s"
        return [row[0] for row in await self._database.fetch_all(sql, (before, limit))]

    def _sealed(self, person_id: str, connection: Connection) -> tuple[str, bytes, bytes]:
        access = self._cipher.seal(connection.access_token, _purpose("access", person_id))
        refresh = self._cipher.seal(connection.refresh_token, _purpose("refresh", person_id))
        return self._cipher.key_id, access, refresh


def _purpose(kind: str, person_id: str) -> str:
    return f"{kind} token of {person_id}"
