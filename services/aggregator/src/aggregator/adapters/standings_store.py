"""Standings and common taste in the serving schema of MariaDB."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import astuple

from aggregator.domain.standings import CommonTaste, Standing
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


class MariaDbStandingsStore:
    """Implements the port `StandingsStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def sharing(self) -> list[str]:
        """Those who share, in the order of their ids."""
        rows = await self._database.fetch_all("SELECT person_id FROM people_sharing WHERE sharing ORDER BY person_id")
        return [person_id for (person_id,) in rows]

    @asynccontextmanager
    async def replacement(self) -> AsyncIterator["MariaDbReplacement"]:
        """All rows anew in one transaction: readers see the old ones or the new ones."""
        async with self._database.transaction() as connection:
            await connection.execute("DELETE FROM serving.standings")
            await connection.execute("DELETE FROM serving.common_taste")
            yield MariaDbReplacement(connection)
            await connection.execute(_STANDINGS_OF_THE_SILENT)


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
