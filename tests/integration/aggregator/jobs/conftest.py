"""The durable side of the aggregator on real servers: its tables, one Spark session, and what is said on Kafka."""

import asyncio
import uuid
from collections.abc import AsyncIterator

import pytest
from pyspark.sql import SparkSession

from aggregator.jobs.bootstrap import MIGRATIONS
from aggregator.jobs.session import create_session
from aggregator.settings import SparkSettings
from chassis.database import Database
from chassis.migrate import migrate
from chassis.settings import MariaDbSettings, Secret
from stack.layout import JARS
from stack.servers.mariadb import MariaDB
from tests.integration.aggregator.jobs.folding import Folding


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
async def spark() -> AsyncIterator[SparkSession]:
    settings = SparkSettings(master="local[2]", jars=str(JARS / "spark"), driver_memory="640m", conf="")
    session = await asyncio.to_thread(create_session, settings, "tests")
    yield session
    await asyncio.to_thread(session.stop)


@pytest.fixture
def folding(spark: SparkSession, mariadb_settings: MariaDbSettings, tables: Database) -> Folding:
    return Folding(spark, mariadb_settings, tables)


@pytest.fixture
def ids() -> tuple[str, str]:
    """A new upload of somebody new."""
    return uuid.uuid4().hex, uuid.uuid4().hex
