"""Calls made and lock-outs in MariaDB, written only by who has the turn."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pymysql

from chassis.database import Connection, Database
from enricher.domain.budget import day_of
from enricher.ports import TurnLost

_LOCK = "enricher.turn"
_WAIT_S = 5
_LONGEST_REASON = 200


class MariaDbLedger:
    """The tables `enricher.calls` and `enricher.blocks`. Implements Turns and Ledger.

    The turn is a lock of the server, held by one connection; every call is counted on that connection before it is
    made. So who has lost it, without knowing, makes no call: counting fails.
    """

    def __init__(self, database: Database, wait_s: int = _WAIT_S) -> None:
        """`wait_s`: how long to wait for a turn before giving up for the moment."""
        self._database = database
        self._wait_s = wait_s
        self._connection: Connection | None = None
        self._one_at_a_time = asyncio.Lock()
        self._blocks: dict[str, int] = {}

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Hold the turn. Raises Retryable where another has it."""
        async with self._database.lock(_LOCK, self._wait_s) as connection:
            rows = await connection.fetch_all("SELECT family, until_ms FROM blocks")
            kept = {str(family): int(until) for family, until in rows}
            unsaved = {family: until for family, until in self._blocks.items() if until > kept.get(family, 0)}
            self._blocks = kept | unsaved
            self._connection = connection
            for family, until in unsaved.items():
                await self.block(family, until, "heard of when the database was away")
            try:
                yield
            finally:
                self._connection = None

    async def count(self, family: str, day: int, most: int | None) -> bool:
        """Count one call, if it may still be made."""
        async with self._holder() as connection:
            row = await connection.fetch_one("SELECT made FROM calls WHERE family = %s AND day = %s", (family, day))
            if most is not None and (int(row[0]) if row else 0) >= most:
                return False
            await connection.execute(
                "INSERT INTO calls (family, day, made) VALUES (%s, %s, 1) ON DUPLICATE KEY UPDATE made = made + 1",
                (family, day),
            )
        return True

    async def until(self, family: str) -> int:
        """The end of the family's lock-out; nobody else locks out while the turn is held."""
        return self._blocks.get(family, 0)

    async def block(self, family: str, until_ms: int, reason: str) -> None:
        """Lock the family out until then. Raises TurnLost, and remembers it all the same until the next turn."""
        self._blocks[family] = max(until_ms, self._blocks.get(family, 0))
        async with self._holder() as connection:
            await connection.execute(
                """
                INSERT INTO blocks (family, until_ms, reason) VALUES (%s, %s, %s)
                ON DUPLICATE KEY UPDATE reason = IF(VALUES(until_ms) > until_ms, VALUES(reason), reason),
                    until_ms = GREATEST(until_ms, VALUES(until_ms))
                """,
                (family, until_ms, reason[:_LONGEST_REASON]),
            )

    async def clear(self, now_ms: int) -> None:
        """Forget what was called on days before."""
        await self._database.execute("DELETE FROM calls WHERE day < %s", (day_of(now_ms),))

    @asynccontextmanager
    async def _holder(self) -> AsyncIterator[Connection]:
        """The connection that holds the turn, for one at a time. Raises TurnLost where there is none or it broke."""
        async with self._one_at_a_time:
            if self._connection is None:
                raise TurnLost("another replica works on the wishes")
            try:
                yield self._connection
            except (pymysql.err.MySQLError, ConnectionError, TimeoutError, asyncio.IncompleteReadError) as error:
                raise TurnLost(f"MariaDB: {error}") from error
