"""Invitations in MariaDB, by the sha256 of their secret."""

import uuid

from auth.adapters import person_rows
from auth.adapters.outbox import MariaDbOutbox
from auth.domain import account_refusals as refusals
from auth.domain.local_accounts import INVITATION_LIFE_MS
from chassis.database import Database
from contracts.messages.accounts import Invitation, InvitationSeen

_KEEP = """
    INSERT INTO invitations (invitation_id, code_hash, invited_by, admin, created_at, expires_at)
    VALUES (%s, %s, %s, %s, %s, %s)
    ON DUPLICATE KEY UPDATE code_hash = code_hash
"""
_COLUMNS = "SELECT invitation_id, created_at, expires_at, admin FROM invitations"
_REVOKE = """
    DELETE FROM invitations WHERE invitation_id = %s AND person_id IS NULL AND resets IS NULL AND expires_at > %s
"""
_LOOK = """
    SELECT p.name, i.expires_at, r.login
    FROM invitations i LEFT JOIN people p ON p.person_id = i.invited_by LEFT JOIN people r ON r.person_id = i.resets
    WHERE i.code_hash = %s AND i.person_id IS NULL AND i.expires_at > %s
"""
_SWEEP = "DELETE FROM invitations WHERE expires_at <= %s LIMIT 100"


class MariaDbInvitations:
    """Implements the port Invitations."""

    def __init__(self, database: Database, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._outbox = outbox

    async def keep(self, code_hash: str, invited_by: str | None, admin: bool, now: int) -> Invitation | None:
        """Insert it unless the hash is there; then what is there, if it is by the same. Old ones are swept out."""
        await self._database.execute(_SWEEP, (now,))
        invitation_id = uuid.uuid4().hex
        row = (invitation_id, code_hash, invited_by, admin, now, now + INVITATION_LIFE_MS)
        async with self._database.transaction() as transaction:
            if invited_by is not None and not await person_rows.held(transaction, invited_by):
                raise refusals.not_admin()
            if await transaction.execute(_KEEP, row):
                detail = "admin" if admin else None
                await self._outbox.audit(
                    transaction, "invited", person_id=invited_by, subject=invitation_id, detail=detail
                )
            sql = f"{_COLUMNS} WHERE code_hash = %s AND invited_by <=> %s"
            kept = await transaction.fetch_one(sql, (code_hash, invited_by))
        return _invitation(*kept) if kept else None

    async def open(self, now: int) -> list[Invitation]:
        """Oldest first."""
        open_ones = "person_id IS NULL AND resets IS NULL AND expires_at > %s"
        sql = f"{_COLUMNS} WHERE {open_ones} ORDER BY created_at, invitation_id"
        return [_invitation(*row) for row in await self._database.fetch_all(sql, (now,))]

    async def revoke(self, by: str, invitation_id: str, now: int) -> bool:
        """Delete it, if it can still be taken."""
        async with self._database.transaction() as transaction:
            found = bool(await transaction.execute(_REVOKE, (invitation_id, now)))
            if found:
                await self._outbox.audit(transaction, "invitation-revoked", person_id=by, subject=invitation_id)
        return found

    async def look(self, code_hash: str, now: int) -> InvitationSeen | None:
        """Who invites, until when, and whose password it sets anew, while it can be taken."""
        row = await self._database.fetch_one(_LOOK, (code_hash, now))
        return InvitationSeen(invited_by=row[0], expires_at=row[1], login=row[2]) if row else None

    async def taken(self, code_hash: str, session_hash: str) -> str | None:
        """Who took it and got this very session by it."""
        sql = "SELECT person_id FROM invitations WHERE code_hash = %s AND session_hash = %s"
        row = await self._database.fetch_one(sql, (code_hash, session_hash))
        return str(row[0]) if row else None


def _invitation(invitation_id: str, created_at: int, expires_at: int, admin: int) -> Invitation:
    return Invitation(id=invitation_id, created_at=created_at, expires_at=expires_at, admin=bool(admin))
