"""The segments that Spark wrote, in the serving schema of MariaDB."""

from aggregator.ports import StoredHistory
from chassis.database import Database


class MariaDbSegmentStore:
    """Implements the port `SegmentStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, person_id: str) -> StoredHistory:
        """Revision and segments in one consistent snapshot: never years of two revisions."""
        async with self._database.transaction(snapshot=True) as connection:
            row = await connection.fetch_one(
                "SELECT revision FROM serving.people_revisions WHERE person_id = %s", (person_id,)
            )
            rows = await connection.fetch_all(
                "SELECT body FROM serving.segments WHERE person_id = %s ORDER BY year", (person_id,)
            )
        return StoredHistory(revision=row[0] if row else 0, segments=[body for (body,) in rows])
