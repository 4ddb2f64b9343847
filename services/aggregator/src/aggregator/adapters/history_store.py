"""The durable plays of a person, year by year, in the serving schema of MariaDB."""

from aggregator.ports import StoredYear
from chassis.database import Database

_YEAR_FROM = """
    SELECT year, body, EXISTS (
        SELECT 1 FROM serving.plays_by_year AS later WHERE later.person_id = here.person_id AND later.year > here.year
    )
    FROM serving.plays_by_year AS here WHERE person_id = %s AND year >= %s ORDER BY year LIMIT 1
"""
_TOMBSTONE = "SELECT 1 FROM erased_people WHERE person_id = %s"


class MariaDbHistoryStore:
    """Implements the port `HistoryStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def year_from(self, person_id: str, year: int) -> StoredYear | None:
        """The first year with plays that is not before `year`."""
        row = await self._database.fetch_one(_YEAR_FROM, (person_id, year))
        return StoredYear(row[0], row[1], later=bool(row[2])) if row else None

    async def is_erased(self, person_id: str) -> bool:
        """Whether there is a tombstone: it comes in the transaction that deletes the plays."""
        return await self._database.fetch_one(_TOMBSTONE, (person_id,)) is not None
