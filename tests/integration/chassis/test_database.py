"""Transactions on a real MariaDB, and what a broken connection does to the next user."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from chassis.database import Database
from chassis.errors import Retryable
from chassis.migrate import migrate
from chassis.settings import MariaDbSettings, Secret
from stack.servers.mariadb import MariaDB

FREE_WITHIN_S = 30
"""The server lets go of a lock when it has noticed that its connection is gone."""


@pytest.fixture
async def table(database: Database) -> AsyncIterator[str]:
    name = f"t{uuid.uuid4().hex}"
    await database.execute(f"CREATE TABLE {name} (n INT PRIMARY KEY, word TEXT)")
    yield name
    await database.execute(f"DROP TABLE {name}")


async def test_a_transaction_is_whole_or_nothing(database: Database, table: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as connection:
            await connection.execute(f"INSERT INTO {table} VALUES (1, 'one')")
            raise ZeroDivisionError
    assert await database.fetch_all(f"SELECT * FROM {table}") == []
    async with database.transaction() as connection:
        await connection.execute_many(f"INSERT INTO {table} VALUES (%s, %s)", [(1, "eins"), (2, "🎧\0 слово")])
    assert await database.fetch_all(f"SELECT * FROM {table} ORDER BY n") == [(1, "eins"), (2, "🎧\0 слово")]


async def test_a_snapshot_does_not_see_later_writes(database: Database, table: str) -> None:
    async with database.transaction(snapshot=True) as reader:
        before = await reader.fetch_all(f"SELECT * FROM {table}")
        await database.execute(f"INSERT INTO {table} VALUES (1, 'one')")
        assert await reader.fetch_all(f"SELECT * FROM {table}") == before == []


async def test_a_cancelled_query_does_not_spoil_the_next(database: Database) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(database.fetch_one("SELECT SLEEP(5)"), 0.2)
    answers = await asyncio.gather(*(database.fetch_one("SELECT %s", (n,)) for n in range(20)))
    assert answers == [(n,) for n in range(20)]


async def test_a_killed_connection_is_a_fault_of_the_world(database: Database) -> None:
    async with database.transaction() as victim:
        (row,) = await victim.fetch_all("SELECT CONNECTION_ID()")
    with pytest.raises(Retryable):
        async with database.transaction() as connection:
            (own,) = await connection.fetch_all("SELECT CONNECTION_ID()")
            await database.execute(f"KILL {own[0]}")
            await connection.fetch_all("SELECT 1")
    assert await database.fetch_one("SELECT 1") == (1,)
    assert row


async def test_nobody_there_is_a_fault_of_the_world() -> None:
    database = Database(MariaDbSettings("127.0.0.1", 1, Secret("x")), user="x", schema="x")
    with pytest.raises(Retryable):
        await database.ping()


async def test_migrations_run_once_also_when_two_start_together(database: Database, tmp_path: Path) -> None:
    name = f"m{uuid.uuid4().hex}"
    (tmp_path / "0001_create_table.sql").write_text(f"CREATE TABLE IF NOT EXISTS {name} (n INT);\n")
    (tmp_path / "0002_add_row.sql").write_text(f"INSERT INTO {name} VALUES (1);\n")
    await database.execute("DROP TABLE IF EXISTS migrations")
    done = await asyncio.gather(*(migrate(database, tmp_path, name) for _ in range(3)))
    assert sorted(map(len, done)) == [0, 0, 2]
    assert await database.fetch_all(f"SELECT n FROM {name}") == [(1,)]
    await database.execute("DROP TABLE migrations")


async def test_a_lock_is_held_by_one_over_all_pools_and_each_statement_counts_at_once(
    database: Database, mariadb: MariaDB, table: str
) -> None:
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["enricher"]))
    other = Database(settings, user="enricher", schema="enricher", size=1)
    async with database.lock("test-lock", 0) as connection:
        await connection.execute(f"INSERT INTO {table} VALUES (1, 'one')")
        assert await other.fetch_one(f"SELECT n FROM {table}") == (1,)
        with pytest.raises(Retryable, match="test-lock"):
            async with other.lock("test-lock", 0):
                raise AssertionError("two have it")
    async with other.lock("test-lock", 0):
        pass
    await other.close()


async def test_a_lock_is_free_again_whatever_ends_its_holder(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.lock("test-lock", 0):
            raise ZeroDivisionError
    held = asyncio.Event()

    async def hold() -> None:
        async with database.lock("test-lock", FREE_WITHIN_S):
            held.set()
            await asyncio.Event().wait()

    holder = asyncio.create_task(hold())
    await held.wait()
    holder.cancel()
    await asyncio.gather(holder, return_exceptions=True)
    async with database.lock("test-lock", FREE_WITHIN_S):
        pass
