"""Profiles in MariaDB."""

from auth.adapters import identities
from auth.adapters.outbox import MariaDbOutbox
from auth.domain.connections import connected_until
from chassis.database import Connection as Transaction
from chassis.database import Database
from contracts.messages.audit import Happening
from contracts.messages.people import Profile
from contracts.messages.people_changes import SharingChanged
from contracts.topics import Topic

_PROFILE = """
    SELECT p.person_id, p.name, p.picture, p.time_zone, p.locale, p.sharing, p.login, p.admin, p.zone_told,
        c.authorized_at, c.ended
    FROM people p LEFT JOIN connections c ON c.person_id = p.person_id
    WHERE p.person_id = %s
"""
_CHANGE = """
    UPDATE people
    SET time_zone = COALESCE(%s, time_zone), locale = COALESCE(%s, locale), sharing = COALESCE(%s, sharing),
        zone_told = zone_told OR %s
    WHERE person_id = %s
"""
_APPOINT = "UPDATE people SET admin = TRUE WHERE person_id = %s AND NOT admin"


class MariaDbPeople:
    """Implements the port People."""

    def __init__(self, database: Database, outbox: MariaDbOutbox) -> None:
        self._database = database
        self._outbox = outbox

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
            reconnect=authorized_at is not None and until is None,
            login=row[6],
            admin=bool(row[7]),
            zone_told=bool(row[8]),
        )

    async def change(self, person_id: str, time_zone: str | None, locale: str | None, sharing: bool | None) -> None:
        """Set what is not None, and put another value of `sharing` into the outbox: both or neither."""
        async with self._database.transaction() as transaction:
            row = await transaction.fetch_one(
                "SELECT sharing FROM people WHERE person_id = %s FOR UPDATE", (person_id,)
            )
            if row is None:
                return
            await transaction.execute(_CHANGE, (time_zone, locale, sharing, time_zone is not None, person_id))
            if sharing is not None and sharing != bool(row[0]):
                await self._tell_sharing(transaction, person_id, sharing)

    async def rename(self, person_id: str, name: str, picture: str | None) -> None:
        """Set what Spotify says; who has a local account keeps the name that they chose."""
        async with self._database.transaction() as transaction:
            await identities.rename(transaction, person_id, name, picture)

    async def appoint(self, person_id: str) -> str | None:
        """Make the person an operator, told once; their name, None if there is nobody with this id."""
        async with self._database.transaction() as transaction:
            sql = "SELECT name FROM people WHERE person_id = CONVERT(%s USING ascii) FOR UPDATE"
            row = await transaction.fetch_one(sql, (person_id,))
            if row is None:
                return None
            if await transaction.execute(_APPOINT, (person_id,)):
                await self._outbox.audit(transaction, "appointed", person_id=person_id)
        return str(row[0])

    async def _tell_sharing(self, transaction: Transaction, person_id: str, sharing: bool) -> None:
        """The caller holds the person's row."""
        changed = SharingChanged(person_id=person_id, sharing=sharing, change=0)
        await self._outbox.put(transaction, Topic.PEOPLE_CHANGES, person_id, changed)
        happening: Happening = "sharing-started" if sharing else "sharing-stopped"
        await self._outbox.audit(transaction, happening, person_id=person_id)
