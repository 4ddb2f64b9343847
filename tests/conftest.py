"""Real servers for every test that asks for them: started at the first question, once a run, on free ports."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import settings

from stack.servers.hdfs import Hdfs
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.servers.redis import Redis
from stack.settings import OWN_HDFS
from tests.harness.servers import running_hdfs, running_kafka, running_mariadb, running_redis
from tests.harness.stack import Nachklang, running_nachklang

# How long an example takes is for `make bench` to say: on a busy machine a deadline fails what is right.
settings.register_profile("nachklang", deadline=None)
settings.load_profile("nachklang")


@pytest.fixture(scope="session")
async def kafka(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Kafka]:
    """A broker with the contract's topics, shared: give topics, groups and keys of your own to what must be apart."""
    async with running_kafka(tmp_path_factory.mktemp("kafka")) as running:
        yield running.server


@pytest.fixture(scope="session")
async def mariadb(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[MariaDB]:
    """A database server with schemas, users and grants, shared: migrate what you use, give people ids of their own."""
    async with running_mariadb(tmp_path_factory.mktemp("mariadb")) as running:
        yield running.server


@pytest.fixture(scope="session")
async def redis(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Redis]:
    """A cache, shared: give keys of your own to what must be apart."""
    async with running_redis(tmp_path_factory.mktemp("redis")) as running:
        yield running.server


@pytest.fixture(scope="session")
async def hdfs(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Hdfs]:
    """A file system, shared: take a folder of your own."""
    async with running_hdfs(tmp_path_factory.mktemp("hdfs")) as running:
        yield running.server


@pytest.fixture(scope="session")
async def nachklang(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Nachklang]:
    """The whole of Nachklang, shared: sign in as people of your own."""
    async with running_nachklang(tmp_path_factory.mktemp("nachklang"), OWN_HDFS) as running:
        yield running
