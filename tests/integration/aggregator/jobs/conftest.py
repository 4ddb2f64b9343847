"""The durable side of the aggregator on real servers: its tables, one Spark session, and what is said on Kafka."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from pyspark.sql import SparkSession

from aggregator.adapters.play_store import MariaDbPlayStore
from aggregator.jobs.bootstrap import MIGRATIONS
from aggregator.jobs.session import create_session
from aggregator.settings import SparkSettings
from chassis.clock import system_clock
from chassis.database import Database
from chassis.migrate import migrate
from chassis.settings import MariaDbSettings, Secret
from stack.layout import JARS
from stack.servers.mariadb import MariaDB


@pytest.fixture(scope="session")
def mariadb_settings(mariadb: MariaDB) -> MariaDbSettings:
    return MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["aggregator"]))


@pytest.fixture(scope="session")
async def tables(mariadb_settings: MariaDbSettings) -> AsyncIterator[Database]:
    """The database with the aggregator's tables."""
    database = Database(mariadb_settings, user="aggregator", schema="aggregator")
    await migrate(database, MIGRATIONS, "aggregator")
    yield database
    await database.close()


@pytest.fixture(scope="session")
def store(tables: Database) -> MariaDbPlayStore:
    return MariaDbPlayStore(tables, system_clock)


@pytest.fixture(scope="session")
async def spark() -> AsyncIterator[SparkSession]:
    settings = SparkSettings(master="local[2]", jars=str(JARS / "spark"), driver_memory="640m", conf="")
    session = await asyncio.to_thread(create_session, settings, "tests")
    yield session
    await asyncio.to_thread(session.stop)
