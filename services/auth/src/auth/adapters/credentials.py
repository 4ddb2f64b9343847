"""Personal access tokens in MariaDB, by their sha256."""

import uuid

from auth.adapters import person_rows
from auth.adapters.outbox import MariaDbOutbox
from auth.domain import refusals
from chassis.database import Database
from contracts.messages.people import Token

_MINUTE_MS = 60_000
_CREATE = """
    INSERT INTO tokens (token_id, person_id, name, token_hash, created_at) VALUES (%s, %s, %s, %s, %s)
    ON DUPLICATE KEY UPDATE token_hash = token_hash
"""
_COLUMNS = "SELECT token_id, name, created_at, last_used_at FROM tokens"
_OWNER = "SELECT person_id, token_id, last_used_at FROM tokens WHERE token_hash = %s"
_USED = """
    UPDATE tokens SET last_used_at = %s WHERE token_id = %s AND (last_used_at IS NULL OR last_used_at <= %s)
"""


class MariaDbCredentials:
    """Implements the port Credentials."""

    def __init__(self, database: Database, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._outbox = outbox

    async def token_owner(self, token_hash: str, now: int) -> str | None:
        """The person behind a token. Its use is noted to the minute, so that a busy script costs one write a minute."""
        row = await self._database.fetch_one(_OWNER, (token_hash,))
        if row is None:
            return None
        person_id, token_id, last_used_at = row
        if last_used_at is None or now - last_used_at >= _MINUTE_MS:
            await self._used(person_id, token_id, now)
        return str(person_id)

    async def create_token(self, person_id: str, name: str, token_hash: str, now: int) -> Token | None:
        """Insert it unless the hash is there; then what is there, if it is the person's."""
        token_id = uuid.uuid4().hex
        async with self._database.transaction() as transaction:
            if not await person_rows.held(transaction, person_id):
                raise refusals.unknown_person()
            if await transaction.execute(_CREATE, (token_id, person_id, name, token_hash, now)):
                await self._outbox.audit(transaction, "token-created", person_id=person_id, subject=token_id)
            sql = f"{_COLUMNS} WHERE token_hash = %s AND person_id = %s"
            row = await transaction.fetch_one(sql, (token_hash, person_id))
        return _token(*row) if row else None

    async def tokens(self, person_id: str) -> list[Token]:
        """Oldest first."""
        sql = f"{_COLUMNS} WHERE person_id = %s ORDER BY created_at, token_id"
        return [_token(*row) for row in await self._database.fetch_all(sql, (person_id,))]

    async def revoke_token(self, person_id: str, token_id: str) -> str | None:
        """Delete it; nobody can delete another's."""
        async with self._database.transaction() as transaction:
            sql = "SELECT token_hash FROM tokens WHERE token_id = %s AND person_id = %s FOR UPDATE"
            row = await transaction.fetch_one(sql, (token_id, person_id))
            if row is None:
                return None
            await transaction.execute("DELETE FROM tokens WHERE token_id = %s", (token_id,))
            await self._outbox.audit(transaction, "token-revoked", person_id=person_id, subject=token_id)
        return str(row[0])

    async def _used(self, person_id: str, token_id: str, now: int) -> None:
        """Note it, unless another replica has noted it within the minute."""
        async with self._database.transaction() as transaction:
            if await transaction.execute(_USED, (now, token_id, now - _MINUTE_MS)):
                await self._outbox.audit(transaction, "token-used", person_id=person_id, subject=token_id)


def _token(token_id: str, name: str, created_at: int, last_used_at: int | None) -> Token:
    return Token(id=token_id, name=name, created_at=created_at, last_used_at=last_used_at)
