"""Sign-ins under way in MariaDB, and the transaction that completes one."""

import logging
import uuid

from auth.adapters.cipher import Cipher, Unreadable
from auth.adapters.connections import MariaDbConnections
from auth.domain.connections import Connection
from auth.domain.people import DEFAULT_LOCALE, DEFAULT_ZONE, Account
from auth.domain.sign_ins import SESSION_LIFE_MS, SignIn
from chassis.database import Connection as Transaction
from chassis.database import Database

_LOG = logging.getLogger(__name__)

_KEPT_MS = 24 * 3_600_000
_BEGIN = """
    INSERT INTO sign_ins (state_hash, nonce_hash, key_id, verifier, next_path, created_at)
    VALUES (%s, %s, %s, %s, %s, %s)
"""
_FORGET_SIGN_INS = "DELETE FROM sign_ins WHERE created_at < %s LIMIT 100"
_FORGET_SESSIONS = "DELETE FROM sessions WHERE expires_at < %s LIMIT 100"
_FIND = """
    SELECT nonce_hash, key_id, verifier, next_path, created_at, session_hash, person_id FROM sign_ins
    WHERE state_hash = %s
"""
_CLAIM = "UPDATE sign_ins SET session_hash = %s WHERE state_hash = %s AND session_hash IS NULL"
_NEW_PERSON = """
    INSERT INTO people (person_id, identity, name, picture, time_zone, locale, sharing, created_at)
    VALUES (%s, %s, %s, %s, %s, %s, FALSE, %s)
    ON DUPLICATE KEY UPDATE identity = identity
"""
_KNOWN_PERSON = "UPDATE people SET identity = %s, name = %s, picture = %s WHERE person_id = %s"
_NEW_SESSION = """
    INSERT INTO sessions (session_hash, person_id, created_at, expires_at) VALUES (%s, %s, %s, %s)
    ON DUPLICATE KEY UPDATE session_hash = session_hash
"""


class MariaDbSignIns:
    """Implements the port SignIns."""

    def __init__(self, database: Database, cipher: Cipher, connections: MariaDbConnections) -> None:
        self._database = database
        self._cipher = cipher
        self._connections = connections

    async def begin(self, state_hash: str, sign_in: SignIn) -> None:
        """Keep it; those of yesterday and sessions that have ended are swept out on the way."""
        verifier = self._cipher.seal(sign_in.verifier, _purpose(state_hash))
        row = (
            state_hash,
            sign_in.nonce_hash,
            self._cipher.key_id,
            verifier,
            sign_in.next_path,
            sign_in.created_at,
        )
        await self._database.execute(_FORGET_SIGN_INS, (sign_in.created_at - _KEPT_MS,))
        await self._database.execute(_FORGET_SESSIONS, (sign_in.created_at,))
        await self._database.execute(_BEGIN, row)

    async def find(self, state_hash: str) -> SignIn | None:
        """The sign-in, its verifier opened. One whose key is gone is over."""
        row = await self._database.fetch_one(_FIND, (state_hash,))
        if row is None:
            return None
        nonce_hash, key_id, verifier, next_path, created_at, session_hash, person_id = row
        try:
            opened = self._cipher.open(key_id, verifier, _purpose(state_hash))
        except Unreadable as error:
            _LOG.error("a sign-in cannot be opened", extra={"reason": str(error)})
            return None
        return SignIn(nonce_hash, opened, next_path, created_at, session_hash, person_id)

    async def claim(self, state_hash: str, session_hash: str) -> bool:
        """Take it, or find that this very session took it before."""
        if await self._database.execute(_CLAIM, (session_hash, state_hash)):
            return True
        row = await self._database.fetch_one("SELECT session_hash FROM sign_ins WHERE state_hash = %s", (state_hash,))
        return row == (session_hash,)

    async def complete(
        self, state_hash: str, account: Account, connection: Connection, session_hash: str, now: int
    ) -> str:
        """All that a sign-in changes, or nothing."""
        async with self._database.transaction() as transaction:
            person_id = await _person(transaction, account, now)
            await self._connections.put(transaction, person_id, connection)
            await transaction.execute(_NEW_SESSION, (session_hash, person_id, now, now + SESSION_LIFE_MS))
            await transaction.execute(
                "UPDATE sign_ins SET person_id = %s WHERE state_hash = %s", (person_id, state_hash)
            )
        return person_id


async def _person(transaction: Transaction, account: Account, now: int) -> str:
    """The person with this identity, found by its older form too, or made; the row is locked until the commit.

    Looked for without a lock, then inserted: a lock on a row that is not there would keep out every other new person,
    and two of them would deadlock.
    """
    known = await _known(transaction, account)
    if known is None:
        row = (uuid.uuid4().hex, account.identity, account.name, account.picture, DEFAULT_ZONE, DEFAULT_LOCALE, now)
        await transaction.execute(_NEW_PERSON, row)
        known = await _inserted(transaction, account)
    await transaction.execute(_KNOWN_PERSON, (account.identity, account.name, account.picture, known))
    return known


async def _known(transaction: Transaction, account: Account) -> str | None:
    sql = "SELECT person_id FROM people WHERE identity = %s"
    for identity in (account.identity, account.legacy):
        row = await transaction.fetch_one(sql, (identity,)) if identity else None
        if row is not None:
            return str(row[0])
    return None


async def _inserted(transaction: Transaction, account: Account) -> str:
    """Ours, or that of a sign-in that was faster: only a locking read sees it."""
    row = await transaction.fetch_one(
        "SELECT person_id FROM people WHERE identity = %s FOR UPDATE", (account.identity,)
    )
    if row is None:
        raise RuntimeError("a person that was just inserted is not there")
    return str(row[0])


def _purpose(state_hash: str) -> str:
    return f"verifier of {state_hash}"
