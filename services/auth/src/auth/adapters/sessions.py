"""Sessions in MariaDB, by their sha256."""

from auth.adapters.outbox import MariaDbOutbox
from auth.domain.sessions import IDLE_MS, LIFE_MS, SEEN_EVERY_MS, NewSession, ends_at, session_id
from chassis.database import Connection as Transaction
from chassis.database import Database
from contracts.messages.sessions import Session

_OPEN = """
    INSERT INTO sessions (session_hash, session_id, person_id, created_at, last_seen_at, expires_at, way, device)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
    ON DUPLICATE KEY UPDATE session_hash = session_hash
"""
_SEEN = "SELECT person_id, last_seen_at FROM sessions WHERE session_hash = %s AND expires_at > %s AND last_seen_at > %s"
_LIVING = """
    SELECT session_hash, session_id, created_at, last_seen_at, way, device FROM sessions
    WHERE person_id = %s AND expires_at > %s AND last_seen_at > %s ORDER BY created_at DESC, session_id
"""
_THEIRS = "SELECT session_hash, session_id FROM sessions WHERE person_id = %s FOR UPDATE"
_ONE_OF = "SELECT 1 FROM sessions WHERE person_id = %s AND session_hash IN (%s, %s) FOR UPDATE"
_END = "DELETE FROM sessions WHERE session_hash = %s"
_SWEEP = "DELETE FROM sessions WHERE expires_at <= %s OR last_seen_at <= %s LIMIT 100"


class MariaDbSessions:
    """Implements the port Sessions."""

    def __init__(self, database: Database, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._outbox = outbox

    async def open(self, transaction: Transaction, person_id: str, session: NewSession, now: int) -> None:
        """Open it within somebody's transaction, and end the one that it replaces. Once more: it is there already."""
        row = (session.session_hash, session_id(session.session_hash), person_id, now, now, now + LIFE_MS)
        if not await transaction.execute(_OPEN, (*row, session.way, session.label)):
            return
        await self._outbox.audit(
            transaction, "signed-in", person_id=person_id, subject=session_id(session.session_hash), detail=session.way
        )
        if session.replaces:
            await self._replace(transaction, session.replaces)

    async def has_one_of(self, transaction: Transaction, person_id: str, one: str | None, other: str) -> bool:
        """Whether one of these is a session of the person, which stays so until the commit."""
        return await transaction.fetch_one(_ONE_OF, (person_id, one, other)) is not None

    async def owner(self, session_hash: str, now: int) -> str | None:
        """The person behind a living session. Its use is noted to five minutes, so that a page costs no write."""
        row = await self._database.fetch_one(_SEEN, (session_hash, now, now - IDLE_MS))
        if row is None:
            return None
        person_id, last_seen_at = row
        if now - last_seen_at >= SEEN_EVERY_MS:
            sql = "UPDATE sessions SET last_seen_at = %s WHERE session_hash = %s"
            await self._database.execute(sql, (now, session_hash))
        return str(person_id)

    async def sign_out(self, session_hash: str) -> None:
        """Delete it."""
        async with self._database.transaction() as transaction:
            person_id = await _ended(transaction, session_hash)
            if person_id:
                await self._outbox.audit(
                    transaction, "signed-out", person_id=person_id, subject=session_id(session_hash)
                )

    async def living(self, person_id: str, current_hash: str | None, now: int) -> list[Session]:
        """Newest first."""
        rows = await self._database.fetch_all(_LIVING, (person_id, now, now - IDLE_MS))
        return [
            Session(
                id=public_id,
                created_at=created_at,
                last_seen_at=last_seen_at,
                expires_at=ends_at(created_at, last_seen_at),
                way=way,
                device=device,
                current=session_hash == current_hash,
            )
            for session_hash, public_id, created_at, last_seen_at, way, device in rows
        ]

    async def end(self, person_id: str, public_id: str | None, keep_hash: str | None) -> list[str]:
        """Delete the one with this id, or without one all but that which is kept; their hashes."""
        async with self._database.transaction() as transaction:
            if public_id is None:
                return await self.end_others(transaction, person_id, keep_hash)
            rows = await transaction.fetch_all(_THEIRS, (person_id,))
            return await self._end(transaction, person_id, [row[0] for row in rows if row[1] == public_id])

    async def end_others(self, transaction: Transaction, person_id: str, keep_hash: str | None) -> list[str]:
        """All but one, within somebody's transaction; their hashes."""
        rows = await transaction.fetch_all(_THEIRS, (person_id,))
        return await self._end(transaction, person_id, [row[0] for row in rows if row[0] != keep_hash])

    async def sweep(self, now: int) -> None:
        """Delete some of those that are over."""
        await self._database.execute(_SWEEP, (now, now - IDLE_MS))

    async def _end(self, transaction: Transaction, person_id: str, hashes: list[str]) -> list[str]:
        for session_hash in hashes:
            await transaction.execute(_END, (session_hash,))
            subject = session_id(session_hash)
            await self._outbox.audit(transaction, "session-ended", person_id=person_id, subject=subject)
        return hashes

    async def _replace(self, transaction: Transaction, session_hash: str) -> None:
        person_id = await _ended(transaction, session_hash)
        if person_id:
            subject = session_id(session_hash)
            await self._outbox.audit(
                transaction, "session-ended", person_id=person_id, subject=subject, detail="replaced"
            )


async def _ended(transaction: Transaction, session_hash: str) -> str | None:
    """Whose it was, now that it is deleted."""
    row = await transaction.fetch_one("SELECT person_id FROM sessions WHERE session_hash = %s", (session_hash,))
    return str(row[0]) if row and await transaction.execute(_END, (session_hash,)) else None
