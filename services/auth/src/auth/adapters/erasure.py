"""Erasing a person from MariaDB."""

from auth.adapters import attempts
from auth.adapters.outbox import MariaDbOutbox
from chassis.database import Connection as Transaction
from chassis.database import Database
from contracts.messages.people_changes import PersonErased
from contracts.topics import Topic

_PERSON = "SELECT login FROM people WHERE person_id = %s FOR UPDATE"
_ERASED = "SELECT 1 FROM erased_people WHERE person_id = %s"
_CREDENTIALS = """
    SELECT session_hash FROM sessions WHERE person_id = %s UNION SELECT token_hash FROM tokens WHERE person_id = %s
"""
_TOMBSTONE = "INSERT INTO erased_people (person_id, erased_at) VALUES (%s, %s)"
_FORGET_SIGN_INS = "DELETE FROM sign_ins WHERE person_id = %s OR connects = %s"
_FORGET = "DELETE FROM people WHERE person_id = %s"
"""And all that hangs on the row: identities, password, connection, sessions, tokens, invitations."""


class MariaDbErasure:
    """Implements the port Erasure. Everything that is written about a person holds their row, and so comes before."""

    def __init__(self, database: Database, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._outbox = outbox

    async def erase(self, person_id: str, now: int) -> list[str] | None:
        """Delete all of it and leave a tombstone, in one transaction; the hashes of their credentials."""
        async with self._database.transaction() as transaction:
            person = await transaction.fetch_one(_PERSON, (person_id,))
            if person is None:
                erased = await transaction.fetch_one(_ERASED, (person_id,))
                return None if erased is None else []
            rows = await transaction.fetch_all(_CREDENTIALS, (person_id, person_id))
            await _forget(transaction, person_id, person[0])
            await transaction.execute(_TOMBSTONE, (person_id, now))
            await self._outbox.put(transaction, Topic.PEOPLE_CHANGES, person_id, PersonErased(person_id=person_id))
            await self._outbox.audit(transaction, "erased", person_id=person_id)
        return [row[0] for row in rows]


async def _forget(transaction: Transaction, person_id: str, login: str | None) -> None:
    await attempts.forget(transaction, person_id, login)
    await transaction.execute(_FORGET_SIGN_INS, (person_id, person_id))
    await transaction.execute(_FORGET, (person_id,))
