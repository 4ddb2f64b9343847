"""Real servers for tests, on free ports and in a folder of their own; each can be killed and started again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from stack.credentials import Credentials
from stack.layout import Layout
from stack.ports import free_port
from stack.runner import Runner
from stack.servers.grants import USERS
from stack.servers.hdfs import Hdfs
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.servers.redis import Redis
from stack.servers.yarn import Yarn
from stack.topics import create_topics

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Running(Generic[S]):
    """A server that runs: `server` has its addresses, `process` stops, kills or restarts it, with its port and data."""

    server: S
    process: Runner


@asynccontextmanager
async def running_kafka(folder: Path) -> AsyncIterator[Running[Kafka]]:
    """A broker with the contract's topics."""
    layout = Layout(folder)
    kafka = Kafka(layout, free_port(), free_port())
    async with Runner(kafka.spec(finish=partial(create_topics, kafka.bootstrap)), layout) as process:
        yield Running(kafka, process)


@asynccontextmanager
async def running_mariadb(folder: Path) -> AsyncIterator[Running[MariaDB]]:
    """A database server with the services' schemas, users and grants, and no table yet."""
    layout = Layout(folder)
    credentials = Credentials(layout.secrets)
    mariadb = MariaDB(layout, free_port(), {user: credentials.get(f"mariadb-{user}") for user in USERS})
    async with Runner(mariadb.spec(), layout) as process:
        yield Running(mariadb, process)


@asynccontextmanager
async def running_redis(folder: Path) -> AsyncIterator[Running[Redis]]:
    """An empty cache."""
    layout = Layout(folder)
    redis = Redis(layout, free_port(), Credentials(layout.secrets).get("redis"))
    async with Runner(redis.spec(), layout) as process:
        yield Running(redis, process)


@asynccontextmanager
async def running_hdfs(folder: Path) -> AsyncIterator[Running[Hdfs]]:
    """An empty file system."""
    layout = Layout(folder)
    hdfs = Hdfs(layout, free_port(), free_port())
    async with Runner(hdfs.spec(), layout) as process:
        yield Running(hdfs, process)


@asynccontextmanager
async def running_yarn(folder: Path) -> AsyncIterator[Running[Yarn]]:
    """A cluster without jobs."""
    layout = Layout(folder)
    yarn = Yarn(layout)
    async with Runner(yarn.spec(), layout) as process:
        yield Running(yarn, process)
