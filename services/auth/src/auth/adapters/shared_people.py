"""Those who share their history, in MariaDB."""

from chassis.database import Database
from contracts.messages.sharing import SharedPerson

_COLUMNS = "SELECT person_id, name, picture, time_zone FROM people"
_OTHERS = f"{_COLUMNS} WHERE sharing AND person_id <> %s ORDER BY name COLLATE utf8mb4_unicode_ci, person_id"
_VISIBLE = f"{_COLUMNS} WHERE person_id = %s AND (sharing OR person_id = %s)"


class MariaDbSharedPeople:
    """Implements the port SharedPeople."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def others(self, viewer_id: str) -> list[SharedPerson]:
        """Those who share, by name, without the viewer."""
        return [_person(*row) for row in await self._database.fetch_all(_OTHERS, (viewer_id,))]

    async def visible(self, viewer_id: str, person_id: str) -> SharedPerson | None:
        """The person, if the viewer may look at their history."""
        row = await self._database.fetch_one(_VISIBLE, (person_id, viewer_id))
        return _person(*row) if row else None


def _person(person_id: str, name: str, picture: str | None, time_zone: str) -> SharedPerson:
    return SharedPerson(person_id=person_id, name=name, picture=picture, time_zone=time_zone)
