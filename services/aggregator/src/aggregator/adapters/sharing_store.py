"""Who shares, in MariaDB."""

from aggregator.adapters.eraser import SOMEBODY_LEFT
from chassis.database import Database

# Nothing of an erased person comes back, and an older change never replaces a newer one.
_PUT = """
    INSERT INTO people_sharing (person_id, sharing, change_number)
    SELECT %s, %s, %s FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM erased_people WHERE person_id = %s)
    ON DUPLICATE KEY UPDATE
        sharing = IF(VALUES(change_number) > change_number, VALUES(sharing), sharing),
        change_number = GREATEST(VALUES(change_number), change_number)
"""
_STANDINGS_OF_THE_SILENT = """
    DELETE FROM serving.standings WHERE person_id = %s
    AND NOT EXISTS (SELECT 1 FROM people_sharing WHERE person_id = %s AND sharing)
"""
_UPDATED = 2
"""So many rows MariaDB says that an INSERT touched which became an UPDATE."""


class MariaDbSharingStore:
    """Implements the port `SharingStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, person_id: str, change: int, *, sharing: bool) -> bool:
        """The newest change holds. Who shares no more has no standings, and those of the others are to be made anew."""
        async with self._database.transaction() as connection:
            changed = await connection.execute(_PUT, (person_id, sharing, change, person_id))
            await connection.execute(_STANDINGS_OF_THE_SILENT, (person_id, person_id))
            if changed == _UPDATED and not sharing:
                await connection.execute(SOMEBODY_LEFT)
        return changed > 0
