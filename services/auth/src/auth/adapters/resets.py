"""Passwords that are set anew, in MariaDB. The links for it lie among the invitations."""

import uuid

from auth.adapters import attempts
from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.person_rows import held
from auth.adapters.sessions import MariaDbSessions
from auth.domain import account_refusals as refusals
from auth.domain.local_accounts import RESET_LIFE_MS, PasswordSet
from auth.domain.sessions import NewSession
from chassis.database import Database

_PERSON = "SELECT person_id FROM people WHERE login = CONVERT(%s USING ascii) FOR UPDATE"
_FORGET_EARLIER = "DELETE FROM invitations WHERE resets = %s AND person_id IS NULL"
_KEEP = """
    INSERT INTO invitations (invitation_id, code_hash, admin, resets, created_at, expires_at)
    VALUES (%s, %s, FALSE, %s, %s, %s)
"""
_WHOSE = "SELECT resets FROM invitations WHERE code_hash = %s AND resets IS NOT NULL"
_LINK = """
    SELECT invitation_id, session_hash FROM invitations
    WHERE code_hash = %s AND expires_at > %s FOR UPDATE
"""
_TAKE = "UPDATE invitations SET person_id = %s, session_hash = %s WHERE invitation_id = %s"
_SET = "UPDATE passwords SET encoded = %s, request_hash = NULL, changed_at = %s WHERE person_id = %s"


class MariaDbResets:
    """Implements the port Resets."""

    def __init__(self, database: Database, sessions: MariaDbSessions, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._sessions = sessions
        self._outbox = outbox

    async def keep(self, code_hash: str, login: str, now: int) -> bool:
        """Of the links for one person the newest holds, so that one that went astray is ended by making another."""
        link_id = uuid.uuid4().hex
        async with self._database.transaction() as transaction:
            row = await transaction.fetch_one(_PERSON, (login,))
            if row is None:
                return False
            person_id = str(row[0])
            await transaction.execute(_FORGET_EARLIER, (person_id,))
            await transaction.execute(_KEEP, (link_id, code_hash, person_id, now, now + RESET_LIFE_MS))
            await self._outbox.audit(transaction, "invited", person_id=person_id, subject=link_id, detail="reset")
        return True

    async def use(self, code_hash: str, login: str, encoded: str, session: NewSession, now: int) -> PasswordSet:
        """Password, sessions, attempts, and the link used up, or nothing. The person's row is locked before the link's,
        as whoever erases them does it.
        """
        person_id = await self._whose(code_hash)
        async with self._database.transaction() as transaction:
            if not await held(transaction, person_id):
                raise refusals.invitation_over()
            link = await transaction.fetch_one(_LINK, (code_hash, now))
            if link is None or link[1] not in (None, session.session_hash):
                raise refusals.invitation_over()
            if link[1] is not None:
                return PasswordSet(person_id)
            await transaction.execute(_TAKE, (person_id, session.session_hash, link[0]))
            await transaction.execute(_SET, (encoded, now, person_id))
            await attempts.forget(transaction, person_id, login)
            await self._outbox.audit(transaction, "password-changed", person_id=person_id, detail="reset")
            ended = await self._sessions.end_others(transaction, person_id, None)
            await self._sessions.open(transaction, person_id, session, now)
        return PasswordSet(person_id, tuple(ended))

    async def _whose(self, code_hash: str) -> str:
        row = await self._database.fetch_one(_WHOSE, (code_hash,))
        if row is None:
            raise refusals.invitation_over()
        return str(row[0])
