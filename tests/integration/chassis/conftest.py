"""A publisher at the shared broker, and the chassis' own way into the shared database."""

from collections.abc import AsyncIterator

import pytest

from chassis.database import Database
from chassis.publish import Publisher
from chassis.settings import MariaDbSettings, Secret
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB


@pytest.fixture
async def publisher(kafka: Kafka) -> AsyncIterator[Publisher]:
    publisher = Publisher(kafka.bootstrap)
    await publisher.start()
    yield publisher
    await publisher.stop()


@pytest.fixture
async def database(mariadb: MariaDB) -> AsyncIterator[Database]:
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["enricher"]))
    database = Database(settings, user="enricher", schema="enricher", size=3)
    yield database
    await database.close()
