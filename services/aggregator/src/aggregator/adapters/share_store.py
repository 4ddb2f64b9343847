"""Public shares in the serving schema of MariaDB."""

import msgspec

from aggregator.ports import KeptShare, NewShare, NotKept, RevokedShare
from chassis.database import Connection, Database
from contracts.messages.shares import Share

REVOKED_KNOWN_MS = 24 * 60 * 60_000

_FIND = """
    SELECT created_at, first_day, last_day, number FROM serving.shares AS share
    JOIN share_changes AS made ON made.share_id = share.share_id AND made.happening = 'share-created'
    WHERE share.share_id = %s AND share.person_id = %s
"""
# Locks: whoever erases the person waits until the share is kept, and then deletes it.
_ERASED = "SELECT 1 FROM erased_people WHERE person_id = %s LOCK IN SHARE MODE"
_TAKEN = "SELECT happening FROM share_changes WHERE share_id = %s"
# Locks: of two that would both be the last one, one begins anew.
_COUNT = "SELECT COUNT(*) FROM serving.shares WHERE person_id = %s FOR UPDATE"
_ADD = """
    INSERT INTO serving.shares (share_id, person_id, name, created_at, first_day, last_day, question, revision, body)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, UNHEX(%s))
"""
_NOTE = "INSERT INTO share_changes (share_id, person_id, happening, changed_at) VALUES (%s, %s, %s, %s)"
_REVOKED = """
    SELECT number, changed_at FROM share_changes
    WHERE share_id = %s AND person_id = %s AND happening = 'share-revoked'
"""
_FORGET_REVOKED = """
    DELETE FROM share_changes WHERE person_id = %s AND share_id IN (
        SELECT share_id FROM (
            SELECT share_id FROM share_changes
            WHERE person_id = %s AND happening = 'share-revoked' AND changed_at < %s
        ) AS long_ago
    )
"""


class MariaDbShareStore:
    """Implements the port `ShareStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, person_id: str, share_id: str) -> KeptShare | None:
        """The share if it is kept and the person's."""
        row = await self._database.fetch_one(_FIND, (share_id, person_id))
        if row is None:
            return None
        created_at, first_day, last_day, number = row
        share = Share(id=share_id, created_at=created_at, first_day=first_day, last_day=last_day)
        return KeptShare(share, number)

    async def keep(self, share: NewShare, most: int) -> KeptShare | NotKept:
        """In one transaction: whether the person is there, how many there are, the share and its number."""
        person_id, share_id = share.question.person_id, share.share.id
        async with self._database.transaction() as connection:
            if await connection.fetch_one(_ERASED, (person_id,)):
                return NotKept.ERASED
            ((count,),) = await connection.fetch_all(_COUNT, (person_id,))
            happened = [happening for (happening,) in await connection.fetch_all(_TAKEN, (share_id,))]
            if not happened:
                return await _kept(connection, share) if count < most else NotKept.TOO_MANY
        if "share-revoked" in happened:
            return NotKept.REVOKED
        return await self.find(person_id, share_id) or NotKept.SOMEBODY_ELSES  # another process was first

    async def revoke(self, person_id: str, share_id: str, at: int) -> RevokedShare | None:
        """Delete it and note so, in one transaction; what was revoked long ago is forgotten."""
        async with self._database.transaction() as connection:
            await connection.execute(_FORGET_REVOKED, (person_id, person_id, at - REVOKED_KNOWN_MS))
            deleted = await connection.execute(
                "DELETE FROM serving.shares WHERE share_id = %s AND person_id = %s", (share_id, person_id)
            )
            if deleted:
                await connection.execute(_NOTE, (share_id, person_id, "share-revoked", at))
            row = await connection.fetch_one(_REVOKED, (share_id, person_id))
        return RevokedShare(number=row[0], at=row[1]) if row else None


async def _kept(connection: Connection, new: NewShare) -> KeptShare:
    share, person_id = new.share, new.question.person_id
    question = msgspec.json.encode(new.question).decode()
    shown = (share.id, person_id, new.name, share.created_at, share.first_day, share.last_day)
    await connection.execute(_ADD, (*shown, question, new.revision, new.body.hex()))
    await connection.execute(_NOTE, (share.id, person_id, "share-created", share.created_at))
    ((number,),) = await connection.fetch_all("SELECT LAST_INSERT_ID()")
    return KeptShare(share, number)
