"""Personal access tokens in MariaDB, by their sha256."""

import uuid

from chassis.database import Database
from contracts.messages.people import Token

_MINUTE_MS = 60_000
_CREATE = """
    INSERT INTO tokens (token_id, person_id, name, token_hash, created_at) VALUES (%s, %s, %s, %s, %s)
    ON DUPLICATE KEY UPDATE token_hash = token_hash
"""
_COLUMNS = "SELECT token_id, name, created_at, last_used_at FROM tokens"


class MariaDbCredentials:
    """Implements the port Credentials."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def token_owner(self, token_hash: str, now: int) -> str | None:
        """The person behind a token. Its use is noted to the minute, so that a busy script costs one write a minute."""
        sql = "SELECT person_id, last_used_at FROM tokens WHERE token_hash = %s"
        row = await self._database.fetch_one(sql, (token_hash,))
        if row is None:
            return None
        person_id, last_used_at = row
        if last_used_at is None or now - last_used_at >= _MINUTE_MS:
            await self._database.execute("UPDATE tokens SET last_used_at = %s WHERE token_hash = %s", (now, token_hash))
        return str(person_id)

    async def create_token(self, person_id: str, name: str, token_hash: str, now: int) -> Token | None:
        """Insert it unless the hash is there; then what is there, if it is the person's."""
        await self._database.execute(_CREATE, (uuid.uuid4().hex, person_id, name, token_hash, now))
        sql = f"{_COLUMNS} WHERE token_hash = %s AND person_id = %s"
        row = await self._database.fetch_one(sql, (token_hash, person_id))
        return Token(id=row[0], name=row[1], created_at=row[2], last_used_at=row[3]) if row else None

    async def tokens(self, person_id: str) -> list[Token]:
        """Oldest first."""
        sql = f"{_COLUMNS} WHERE person_id = %s ORDER BY created_at, token_id"
        rows = await self._database.fetch_all(sql, (person_id,))
        return [Token(id=row[0], name=row[1], created_at=row[2], last_used_at=row[3]) for row in rows]

    async def revoke_token(self, person_id: str, token_id: str) -> str | None:
        """Delete it; nobody can delete another's."""
        async with self._database.transaction() as transaction:
            sql = "SELECT token_hash FROM tokens WHERE token_id = %s AND person_id = %s FOR UPDATE"
            row = await transaction.fetch_one(sql, (token_id, person_id))
            await transaction.execute(
                "DELETE FROM tokens WHERE token_id = %s AND person_id = %s", (token_id, person_id)
            )
        return str(row[0]) if row else None
