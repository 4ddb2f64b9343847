"""Standings and common taste in the serving schema of MariaDB."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import astuple

from aggregator.domain.standings import CommonTaste, Standing
from aggregator.domain.standings_state import StandingsState
from chassis.database import Connection, Database

_ADD_STANDING = """
    INSERT INTO serving.standings (period, measure, person_id, value, per_mille, people) VALUES (%s, %s, %s, %s, %s, %s)
"""
_ADD_TASTE = """
    INSERT INTO serving.common_taste (period, kind, rank, artist, title, people, ms_played)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
# Who stopped to share, or was erased, while the job computed. It locks what it reads of people_sharing, so that whoever
# stops now waits for the commit and then removes the new rows.
_STANDINGS_OF_THE_SILENT = """
    DELETE FROM serving.standings WHERE NOT EXISTS (
        SELECT 1 FROM people_sharing WHERE people_sharing.person_id = standings.person_id AND people_sharing.sharing
    )
"""
# Revisions only grow, and so do the numbers of changes: as long as nobody leaves, no two states have the same three.
_STATE = """
    SELECT began_at, seen_leavings, digest, leavings, (
        SELECT IF(COUNT(*) = 0, '', SHA2(CONCAT_WS('.', COUNT(*), SUM(COALESCE(revision, 0)), MAX(change_number)), 256))
        FROM people_sharing LEFT JOIN serving.people_revisions USING (person_id) WHERE sharing
    )
    FROM standings_state
"""
_SEEN = "UPDATE standings_state SET began_at = %s, seen_leavings = %s, digest = %s"


class MariaDbStandingsStore:
    """Implements the port `StandingsStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def state(self) -> StandingsState:
        """What the last run knew, and what there is now, as of one moment."""
        ((began_at, seen_leavings, seen_digest, leavings, digest),) = await self._database.fetch_all(_STATE)
        return StandingsState(began_at, seen_leavings, seen_digest, leavings, digest)

    async def sharing(self) -> list[str]:
        """Those who share, in the order of their ids."""
        rows = await self._database.fetch_all("SELECT person_id FROM people_sharing WHERE sharing ORDER BY person_id")
        return [person_id for (person_id,) in rows]

    @asynccontextmanager
    async def replacement(self, state: StandingsState, began_at: int) -> AsyncIterator["MariaDbReplacement"]:
        """All rows anew in one transaction: readers see the old ones or the new ones."""
        async with self._database.transaction() as connection:
            await connection.execute("DELETE FROM serving.standings")
            await connection.execute("DELETE FROM serving.common_taste")
            yield MariaDbReplacement(connection)
            await connection.execute(_STANDINGS_OF_THE_SILENT)
            await connection.execute(_SEEN, (began_at, state.leavings, state.digest))


class MariaDbReplacement:
    """Implements the port `Replacement`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add_standings(self, standings: Sequence[Standing]) -> None:
        """Add some of them."""
        await self._connection.execute_many(_ADD_STANDING, [astuple(each) for each in standings])

    async def add_tastes(self, tastes: Sequence[CommonTaste]) -> None:
        """Add some of them."""
        await self._connection.execute_many(_ADD_TASTE, [astuple(each) for each in tastes])
