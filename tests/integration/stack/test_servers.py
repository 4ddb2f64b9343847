"""Each server comes up, keeps what it should over a crash, and comes back on the same port."""

from pathlib import Path

import aiohttp
import aiomysql
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from redis.asyncio import Redis as RedisClient
from redis.exceptions import AuthenticationError

from contracts.topics import load_topics
from stack.servers.hdfs import Hdfs
from stack.servers.mariadb import MariaDB
from stack.topics import create_topics, wanted_topics
from tests.harness.servers import running_hdfs, running_kafka, running_mariadb, running_redis


async def test_kafka_keeps_records_over_a_crash(tmp_path: Path) -> None:
    async with running_kafka(tmp_path) as kafka:
        async with AIOKafkaProducer(bootstrap_servers=kafka.server.bootstrap, acks="all") as producer:
            await producer.send_and_wait("plays", b"kept", key=b"someone")

        await kafka.process.restart()

        async with AIOKafkaConsumer(
            "plays", bootstrap_servers=kafka.server.bootstrap, auto_offset_reset="earliest"
        ) as consumer:
            record = await consumer.getone()
        assert record.value == b"kept"


async def test_kafka_has_exactly_the_topics_of_the_contract(tmp_path: Path) -> None:
    async with running_kafka(tmp_path) as kafka:
        await create_topics(kafka.server.bootstrap)  # the second time: the first was the start

        async with AIOKafkaConsumer(bootstrap_servers=kafka.server.bootstrap) as consumer:
            there = {name for name in await consumer.topics() if not name.startswith("__")}
        assert there == {topic.name for topic in wanted_topics(load_topics().values())}


async def test_mariadb_keeps_rows_over_a_crash(tmp_path: Path) -> None:
    async with running_mariadb(tmp_path) as mariadb:
        await execute(mariadb.server, "aggregator", "CREATE TABLE serving.plays (title VARCHAR(20))")
        await execute(mariadb.server, "aggregator", "INSERT INTO serving.plays VALUES ('Résumé 🎧')")

        await mariadb.process.restart()

        assert await execute(mariadb.server, "gateway", "SELECT title FROM serving.plays") == [("Résumé 🎧",)]


@pytest.mark.parametrize(
    ("user", "statement"),
    [
        ("gateway", "CREATE TABLE serving.imports (id INT)"),
        ("gateway", "SELECT * FROM auth.people"),
        ("uploader", "CREATE TABLE serving.media (id INT)"),
        ("enricher", "CREATE TABLE uploader.things (id INT)"),
    ],
)
async def test_no_service_reaches_what_is_another_ones(mariadb: MariaDB, user: str, statement: str) -> None:
    with pytest.raises(aiomysql.OperationalError, match="denied"):
        await execute(mariadb, user, statement)


async def test_redis_forgets_and_needs_its_password(tmp_path: Path) -> None:
    async with running_redis(tmp_path) as redis:
        async with RedisClient.from_url(redis.server.url) as client:
            await client.set("key", "value")

        await redis.process.restart()

        async with RedisClient.from_url(redis.server.url) as client:
            assert await client.get("key") is None
        async with RedisClient(port=redis.server.port) as stranger:
            with pytest.raises(AuthenticationError):
                await stranger.get("key")


async def test_hdfs_comes_back_with_its_files(tmp_path: Path) -> None:
    async with running_hdfs(tmp_path) as hdfs:
        await ask_hdfs("PUT", hdfs.server, "checkpoints?op=MKDIRS")

        await hdfs.process.restart()

        listing = await ask_hdfs("GET", hdfs.server, "?op=LISTSTATUS")
        assert "checkpoints" in listing


async def ask_hdfs(method: str, server: Hdfs, question: str) -> str:
    """The answer of WebHDFS."""
    url = f"http://127.0.0.1:{server.web_port}/webhdfs/v1/{question}"
    async with aiohttp.request(method, url, raise_for_status=True) as response:
        return await response.text()


async def execute(server: MariaDB, user: str, statement: str) -> list[tuple[object, ...]]:
    """Run one statement as a service's user; the rows."""
    connection = await aiomysql.connect(
        host="127.0.0.1",
        port=server.port,
        user=user,
        password=server.passwords[user],
        charset="utf8mb4",
        autocommit=True,
    )
    try:
        async with connection.cursor() as cursor:
            await cursor.execute(statement)
            return list(await cursor.fetchall())
    finally:
        connection.close()
