"""MariaDB through a pool: utf8mb4, UTC, explicit transactions, and faults of the world as Retryable."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiomysql
import pymysql

from chassis.errors import Retryable
from chassis.settings import MariaDbSettings

Row = tuple[Any, ...]

# 1040 too many connections, 1053 shutdown, 1205 lock wait, 1213 deadlock, 1927 killed, 2002..2013 connection lost
_WORLD_CODES = frozenset({1040, 1053, 1205, 1213, 1927, 2002, 2003, 2006, 2013})


class Connection:
    """One connection inside a transaction."""

    def __init__(self, raw: aiomysql.Connection) -> None:
        self._raw = raw

    async def execute(self, sql: str, args: Sequence[Any] = ()) -> int:
        """Run one statement; the number of rows it touched."""
        async with self._raw.cursor() as cursor:
            return int(await cursor.execute(sql, args or None) or 0)

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for every row, as one multi-row INSERT where it is one."""
        if rows:
            async with self._raw.cursor() as cursor:
                await cursor.executemany(sql, rows)

    async def fetch_all(self, sql: str, args: Sequence[Any] = ()) -> list[Row]:
        """Every row of the answer."""
        async with self._raw.cursor() as cursor:
            await cursor.execute(sql, args or None)
            return list(await cursor.fetchall())

    async def fetch_one(self, sql: str, args: Sequence[Any] = ()) -> Row | None:
        """The first row of the answer, or None."""
        rows = await self.fetch_all(sql, args)
        return rows[0] if rows else None


class Database:
    """A pool of connections of one user. `schema` is where unqualified names live."""

    def __init__(self, settings: MariaDbSettings, *, user: str, schema: str, size: int = 4) -> None:
        self._settings = settings
        self._user = user
        self._schema = schema
        self._size = size
        self._pool: aiomysql.Pool | None = None
        self._opening = asyncio.Lock()
        # taken before a connection, so that nobody waits inside the pool: it wakes no one when a broken one comes back
        self._slots = asyncio.Semaphore(size)

    async def close(self) -> None:
        """Give every connection back."""
        if self._pool is not None:
            self._pool.terminate()
            await self._pool.wait_closed()
            self._pool = None

    @asynccontextmanager
    async def transaction(self, *, snapshot: bool = False) -> AsyncIterator[Connection]:
        """One transaction: committed at the end, rolled back on any error. `snapshot`: a consistent one, for reading.

        Raises Retryable for what a later try can mend. A connection that was cancelled or broken in the middle is
        closed, never reused: its answers would be read by the next user.
        """
        async with self._connection() as raw:
            await _begin(raw, snapshot)
            yield Connection(raw)
            await raw.commit()

    @asynccontextmanager
    async def lock(self, name: str, wait_s: int) -> AsyncIterator[Connection]:
        """A connection that holds the server's lock `name` meanwhile; each statement on it is committed at once.

        The lock is free again when the connection is gone, also where this process was killed. Raises Retryable where
        somebody else still holds it after `wait_s` seconds.
        """
        async with self._connection() as raw:
            connection = Connection(raw)
            if await connection.fetch_one("SELECT GET_LOCK(%s, %s)", (name, wait_s)) != (1,):
                raise Retryable(f"MariaDB: the lock {name} was not free for {wait_s} s")
            yield connection
            await connection.fetch_one("SELECT RELEASE_LOCK(%s)", (name,))

    async def execute(self, sql: str, args: Sequence[Any] = ()) -> int:
        """One statement, committed at once."""
        async with self._connection() as raw:
            return await Connection(raw).execute(sql, args)

    async def fetch_all(self, sql: str, args: Sequence[Any] = ()) -> list[Row]:
        """Every row of one query."""
        async with self._connection() as raw:
            return await Connection(raw).fetch_all(sql, args)

    async def fetch_one(self, sql: str, args: Sequence[Any] = ()) -> Row | None:
        """The first row of one query, or None."""
        async with self._connection() as raw:
            return await Connection(raw).fetch_one(sql, args)

    async def ping(self) -> None:
        """Raise Retryable unless the database answers."""
        await self.fetch_one("SELECT 1")

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[aiomysql.Connection]:
        async with self._slots:
            pool = await self._open()
            raw = await _world(pool.acquire())
            try:
                yield raw
            except (pymysql.err.MySQLError, ConnectionError, TimeoutError, asyncio.IncompleteReadError) as error:
                raw.close()
                raise _translated(error) from error
            except BaseException:
                raw.close()
                raise
            finally:
                await pool.release(raw)

    async def _open(self) -> aiomysql.Pool:
        if self._pool is not None:
            return self._pool
        async with self._opening:
            if self._pool is None:
                self._pool = await _world(
                    aiomysql.create_pool(
                        host=self._settings.host,
                        port=self._settings.port,
                        user=self._user,
                        password=self._settings.password.reveal(),
                        db=self._schema,
                        minsize=0,
                        maxsize=self._size,
                        pool_recycle=300,
                        charset="utf8mb4",
                        init_command="SET time_zone = '+00:00', sql_notes = 0",  # CREATE … IF NOT EXISTS is no news
                        autocommit=True,
                        connect_timeout=5,
                    )
                )
            return self._pool


async def _begin(raw: aiomysql.Connection, snapshot: bool) -> None:
    if snapshot:
        async with raw.cursor() as cursor:
            await cursor.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
    else:
        await raw.begin()


async def _world(action: Any) -> Any:
    try:
        return await action
    except (pymysql.err.MySQLError, ConnectionError, TimeoutError, asyncio.IncompleteReadError) as error:
        raise _translated(error) from error


def _translated(error: Exception) -> Exception:
    code = error.args[0] if error.args else None
    lost = isinstance(error, pymysql.err.InterfaceError) or not isinstance(error, pymysql.err.MySQLError)
    return Retryable(f"MariaDB: {error}") if lost or code in _WORLD_CODES else error
