"""The end of all that is kept of a person in MariaDB."""

from aggregator.adapters.play_statements import LOCK
from chassis.database import Database

# First, and committed with the rest: whoever would store something of the person now waits for that, and is refused.
_ERASE = """
    INSERT INTO erased_people (person_id, erased_at) VALUES (%s, %s) ON DUPLICATE KEY UPDATE erased_at = erased_at
"""
# Who shares goes before the standings: so the job, which looks there last, cannot leave new ones behind.
_STOP_SHARING = "DELETE FROM people_sharing WHERE person_id = %s AND sharing"
SOMEBODY_LEFT = "UPDATE standings_state SET leavings = leavings + 1"
_DELETE_THE_REST = tuple(
    f"DELETE FROM {table} WHERE person_id = %s"  # noqa: S608  # this module's own names
    for table in (
        "people_sharing",
        "serving.standings",
        "serving.plays_by_year",
        "serving.segments",
        "serving.answers",
        "serving.shares",
        "share_changes",
        "durable_records",
        "durable_uploads",
        "serving.people_revisions",
    )
)


class MariaDbEraser:
    """Implements the port `Eraser`. Only the id and the moment stay, in `erased_people`.

    The sums of common taste, which tell nothing of one person, are computed anew without them within a minute.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def erase(self, person_id: str, erased_at: int) -> None:
        """In one transaction, under the lock by which the writers of the history take turns."""
        async with self._database.transaction() as connection:
            await connection.execute(_ERASE, (person_id, erased_at))
            await connection.fetch_one(LOCK, (person_id,))
            if await connection.execute(_STOP_SHARING, (person_id,)):
                await connection.execute(SOMEBODY_LEFT)
            for statement in _DELETE_THE_REST:
                await connection.execute(statement, (person_id,))
