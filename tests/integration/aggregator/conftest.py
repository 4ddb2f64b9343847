"""A worker of the aggregator on real servers, the histories it answers from, and somebody who asks."""

import asyncio
import sys
import uuid
from collections.abc import AsyncIterator, Iterable, Mapping
from functools import partial
from typing import Any

import pytest

from chassis.clock import system_clock
from chassis.database import Database
from chassis.publish import Publisher
from chassis.rpc import Requester
from chassis.settings import MariaDbSettings, Secret
from contracts.topics import Topic
from stack.layout import Layout
from stack.ports import free_port
from stack.probes import says_ok
from stack.runner import Runner
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.spec import ProcessSpec
from tests.harness.segments import bodies


class Histories:
    """Puts histories where Spark would put them."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def put(self, rows: Iterable[Mapping[str, Any]], *, person_id: str = "", revision: int = 1) -> str:
        """The rows become the whole history of a person, new unless named, at `revision`; their id."""
        person_id = person_id or uuid.uuid4().hex
        async with self.database.transaction() as connection:
            await connection.execute("DELETE FROM serving.segments WHERE person_id = %s", (person_id,))
            segments = [(person_id, year, 1, body) for year, body in bodies(rows).items()]
            await connection.execute_many("INSERT INTO serving.segments VALUES (%s, %s, %s, %s)", segments)
            await connection.execute("REPLACE INTO serving.people_revisions VALUES (%s, %s)", (person_id, revision))
        return person_id


@pytest.fixture(scope="session")
async def database(mariadb: MariaDB) -> AsyncIterator[Database]:
    password = Secret(mariadb.passwords["aggregator"])
    database = Database(MariaDbSettings("127.0.0.1", mariadb.port, password), user="aggregator", schema="aggregator")
    yield database
    await database.close()


@pytest.fixture(scope="session")
async def worker(kafka: Kafka, mariadb: MariaDB, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Runner]:
    """The process, ready: its migrations are applied, it has its partitions. Tests may crash and restart it."""
    layout = Layout(tmp_path_factory.mktemp("worker"))
    port = free_port()
    spec = ProcessSpec(
        name="aggregator-worker",
        argv=(sys.executable, "-m", "aggregator", "worker"),
        env={
            "NACHKLANG_KAFKA": kafka.bootstrap,
            "NACHKLANG_MARIADB_PORT": str(mariadb.port),
            "NACHKLANG_MARIADB_PASSWORD": mariadb.passwords["aggregator"],
            "NACHKLANG_OPS_PORT": str(port),
        },
        ready=partial(says_ok, f"http://127.0.0.1:{port}/readyz"),
        grace=10.0,
    )
    async with Runner(spec, layout) as runner:
        yield runner


@pytest.fixture(scope="session")
def histories(worker: Runner, database: Database) -> Histories:
    return Histories(database)


@pytest.fixture(scope="session")
async def publisher(kafka: Kafka) -> AsyncIterator[Publisher]:
    publisher = Publisher(kafka.bootstrap)
    await publisher.start()
    yield publisher
    await publisher.stop()


@pytest.fixture(scope="session")
async def requester(kafka: Kafka, publisher: Publisher) -> AsyncIterator[Requester]:
    """Asks as a gateway does."""
    requester = Requester(kafka.bootstrap, publisher, Topic.GATEWAY_REPLIES, system_clock)
    await requester.follower.start()
    reading = asyncio.create_task(requester.follower.run())
    yield requester
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
