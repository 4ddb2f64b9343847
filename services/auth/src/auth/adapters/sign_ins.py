"""Sign-ins under way in MariaDB, and the transaction that completes one."""

import logging

from auth.adapters import identities
from auth.adapters.cipher import Cipher, Unreadable
from auth.adapters.connections import MariaDbConnections
from auth.adapters.sessions import MariaDbSessions
from auth.domain import account_refusals
from auth.domain.connections import Connection
from auth.domain.people import Account
from auth.domain.sessions import NewSession
from auth.domain.sign_ins import SignIn
from chassis.database import Database

_LOG = logging.getLogger(__name__)

_KEPT_MS = 24 * 3_600_000
_BEGIN = """
    INSERT INTO sign_ins (state_hash, nonce_hash, key_id, verifier, next_path, created_at, connects)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_FORGET_SIGN_INS = "DELETE FROM sign_ins WHERE created_at < %s LIMIT 100"
_FIND = """
    SELECT nonce_hash, key_id, verifier, next_path, created_at, session_hash, person_id, connects FROM sign_ins
    WHERE state_hash = %s
"""
_CLAIM = "UPDATE sign_ins SET session_hash = %s WHERE state_hash = %s AND session_hash IS NULL"
_DONE = "UPDATE sign_ins SET person_id = %s WHERE state_hash = %s"


class MariaDbSignIns:
    """Implements the port SignIns."""

    def __init__(
        self, database: Database, cipher: Cipher, connections: MariaDbConnections, sessions: MariaDbSessions
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._connections = connections
        self._sessions = sessions

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
            sign_in.connects,
        )
        await self._database.execute(_FORGET_SIGN_INS, (sign_in.created_at - _KEPT_MS,))
        await self._sessions.sweep(sign_in.created_at)
        await self._database.execute(_BEGIN, row)

    async def find(self, state_hash: str) -> SignIn | None:
        """The sign-in, its verifier opened. One whose key is gone is over."""
        row = await self._database.fetch_one(_FIND, (state_hash,))
        if row is None:
            return None
        nonce_hash, key_id, verifier, next_path, created_at, session_hash, person_id, connects = row
        try:
            opened = self._cipher.open(key_id, verifier, _purpose(state_hash))
        except Unreadable as error:
            _LOG.error("a sign-in cannot be opened", extra={"reason": str(error)})
            return None
        return SignIn(nonce_hash, opened, next_path, created_at, session_hash, person_id, connects)

    async def claim(self, state_hash: str, session_hash: str) -> bool:
        """Take it, or find that this very session took it before."""
        if await self._database.execute(_CLAIM, (session_hash, state_hash)):
            return True
        row = await self._database.fetch_one("SELECT session_hash FROM sign_ins WHERE state_hash = %s", (state_hash,))
        return row == (session_hash,)

    async def complete(
        self,
        state_hash: str,
        account: Account,
        connection: Connection,
        session: NewSession,
        connects: str | None,
        now: int,
    ) -> str:
        """All that a sign-in changes, or nothing.

        To connect, the browser must still be signed in, by its old session or, the second time, by the new one: it may
        have been signed out while Spotify was asked.
        """
        async with self._database.transaction() as transaction:
            person_id = connects or await identities.found_or_made(transaction, account, now)
            if connects:
                await identities.connected(transaction, account, connects)
                if not await self._sessions.has_one_of(transaction, connects, session.replaces, session.session_hash):
                    raise account_refusals.signed_out_while_connecting()
            await self._connections.put(transaction, person_id, connection)
            await self._sessions.open(transaction, person_id, session, now)
            await transaction.execute(_DONE, (person_id, state_hash))
        return person_id


def _purpose(state_hash: str) -> str:
    return f"verifier of {state_hash}"
