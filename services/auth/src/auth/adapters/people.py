"""Profiles in MariaDB."""

from auth.adapters.untold_changes import MariaDbUntoldChanges
from auth.domain.connections import connected_until
from chassis.database import Database
from contracts.messages.people import Profile

_PROFILE = """
    SELECT p.person_id, p.name, p.picture, p.time_zone, p.locale, p.sharing, c.authorized_at, c.ended
    FROM people p LEFT JOIN connections c ON c.person_id = p.person_id
    WHERE p.person_id = %s
"""
_CHANGE = """
    UPDATE people
    SET time_zone = COALESCE(%s, time_zone), locale = COALESCE(%s, locale), sharing = COALESCE(%s, sharing)
    WHERE person_id = %s
"""


class MariaDbPeople:
    """Implements the port People."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def profile(self, person_id: str, now: int) -> Profile | None:
        """The profile with the state of the connection at `now`."""
        row = await self._database.fetch_one(_PROFILE, (person_id,))
        if row is None:
            return None
        *_, authorized_at, ended = row
        until = connected_until(authorized_at, bool(ended), now)
        return Profile(
            person_id=row[0],
            name=row[1],
            picture=row[2],
            time_zone=row[3],
            locale=row[4],
            sharing=bool(row[5]),
            connected=until is not None,
            connected_until=until,
        )

    async def change(self, person_id: str, time_zone: str | None, locale: str | None, sharing: bool | None) -> None:
        """Set what is not None, and note another value of `sharing` as untold: both or neither."""
        async with self._database.transaction() as transaction:
            row = await transaction.fetch_one(
                "SELECT sharing FROM people WHERE person_id = %s FOR UPDATE", (person_id,)
            )
            if row is None:
                return
            await transaction.execute(_CHANGE, (time_zone, locale, sharing, person_id))
            if sharing is not None and sharing != bool(row[0]):
                await MariaDbUntoldChanges.note(transaction, person_id, sharing)

    async def rename(self, person_id: str, name: str, picture: str | None) -> None:
        """Set what Spotify says."""
        sql = "UPDATE people SET name = %s, picture = %s WHERE person_id = %s"
        await self._database.execute(sql, (name, picture, person_id))
