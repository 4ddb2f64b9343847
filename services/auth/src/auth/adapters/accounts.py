"""Local accounts in MariaDB."""

import uuid

from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.person_rows import held
from auth.adapters.sessions import MariaDbSessions
from auth.domain import account_refusals as refusals
from auth.domain.local_accounts import KeptPassword, NewAccount
from auth.domain.sessions import NewSession
from chassis.database import Connection as Transaction
from chassis.database import Database, Row

_INVITATION = """
    SELECT invitation_id, admin, person_id, session_hash FROM invitations
    WHERE code_hash = %s AND resets IS NULL AND expires_at > %s FOR UPDATE
"""
_TAKE = "UPDATE invitations SET person_id = %s, session_hash = %s WHERE invitation_id = %s"
_NEW_PERSON = """
    INSERT INTO people (person_id, login, name, picture, time_zone, locale, sharing, admin, created_at)
    VALUES (%s, %s, %s, NULL, %s, %s, FALSE, %s, %s)
    ON DUPLICATE KEY UPDATE login = login
"""
_NEW_PASSWORD = "INSERT INTO passwords (person_id, encoded, changed_at) VALUES (%s, %s, %s)"  # noqa: S105  # SQL
_KEPT = """
    SELECT p.person_id, p.login, w.encoded, w.request_hash, w.changed_at
    FROM people p JOIN passwords w ON w.person_id = p.person_id
"""
_CHANGED_AT = "SELECT changed_at FROM passwords WHERE person_id = %s FOR UPDATE"
_CHANGE = """
    UPDATE passwords SET encoded = %s, request_hash = %s, changed_at = %s WHERE person_id = %s AND encoded = %s
"""


class MariaDbAccounts:
    """Implements the port Accounts."""

    def __init__(self, database: Database, sessions: MariaDbSessions, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._sessions = sessions
        self._outbox = outbox

    async def join(self, code_hash: str, account: NewAccount, session: NewSession, now: int) -> str:
        """Person, password, session, and the invitation used up, or nothing. Its lock lets one of many win."""
        async with self._database.transaction() as transaction:
            invitation = await transaction.fetch_one(_INVITATION, (code_hash, now))
            if invitation is None:
                raise refusals.invitation_over()
            invitation_id, admin, taken_by, its_session = invitation
            if taken_by is not None:
                return _same_request(taken_by, its_session == session.session_hash)
            person_id = await _made(transaction, account, bool(admin), now)
            await transaction.execute(_TAKE, (person_id, session.session_hash, invitation_id))
            await self._outbox.audit(transaction, "joined", person_id=person_id, subject=invitation_id)
            await self._sessions.open(transaction, person_id, session, now)
        return person_id

    async def password(self, login: str) -> KeptPassword | None:
        """By login; what is not ASCII becomes question marks, which no login has."""
        sql = f"{_KEPT} WHERE p.login = CONVERT(%s USING ascii)"
        return _kept(await self._database.fetch_one(sql, (login,)))

    async def password_of(self, person_id: str) -> KeptPassword | None:
        """By person."""
        return _kept(await self._database.fetch_one(f"{_KEPT} WHERE p.person_id = %s", (person_id,)))

    async def encode_anew(self, kept: KeptPassword, encoded: str) -> None:
        """The same password in another encoding, unless it was changed meanwhile."""
        sql = "UPDATE passwords SET encoded = %s WHERE person_id = %s AND encoded = %s"
        await self._database.execute(sql, (encoded, kept.person_id, kept.encoded))

    async def sign_in(self, kept: KeptPassword, session: NewSession, now: int) -> bool:
        """Checking takes long: if another password was set meanwhile, all sessions have ended, and none opens anew."""
        async with self._database.transaction() as transaction:
            if not await held(transaction, kept.person_id):
                return False
            if await transaction.fetch_one(_CHANGED_AT, (kept.person_id,)) != (kept.changed_at,):
                return False
            await self._sessions.open(transaction, kept.person_id, session, now)
        return True

    async def change_password(
        self, kept: KeptPassword, encoded: str, request_hash: str, keep_hash: str | None, now: int
    ) -> list[str] | None:
        """Password and sessions, or nothing."""
        async with self._database.transaction() as transaction:
            row = (encoded, request_hash, now, kept.person_id, kept.encoded)
            if not await transaction.execute(_CHANGE, row):
                return None
            await self._outbox.audit(transaction, "password-changed", person_id=kept.person_id)
            return await self._sessions.end_others(transaction, kept.person_id, keep_hash)


async def _made(transaction: Transaction, account: NewAccount, admin: bool, now: int) -> str:
    person_id = uuid.uuid4().hex
    row = (person_id, account.login, account.name, account.time_zone, account.locale, admin, now)
    if not await transaction.execute(_NEW_PERSON, row):
        raise refusals.login_taken()
    await transaction.execute(_NEW_PASSWORD, (person_id, account.encoded, now))
    return person_id


def _same_request(person_id: str, same: bool) -> str:
    if not same:
        raise refusals.invitation_over()
    return person_id


def _kept(row: Row | None) -> KeptPassword | None:
    return KeptPassword(*row) if row else None
