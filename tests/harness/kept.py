"""Everything that a stack keeps, piece by piece, to look for what must not be kept.

Compressed tables of plays are unpacked first; Kafka's client unpacks its records.
"""

import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import aiomysql
import pyarrow as pa
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from redis.asyncio import Redis as RedisClient

from contracts.topics import Topic
from stack.servers import kafka, mariadb
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.servers.redis import Redis
from tests.harness.stack import Nachklang

Piece = tuple[str, bytes]  # where it lies, and what it is
ARROW_STREAM = b"\xff\xff\xff\xff"
OWN_SCHEMAS = ("information_schema", "mysql", "performance_schema", "sys")


async def everything(nachklang: Nachklang) -> AsyncIterator[Piece]:
    """All of it."""
    async for piece in in_topics(nachklang.parts.kafka):
        yield piece
    async for piece in but_for_topics(nachklang):
        yield piece


async def but_for_topics(nachklang: Nachklang) -> AsyncIterator[Piece]:
    """All that lies elsewhere than in the broker's topics."""
    parts = nachklang.parts
    async for piece in in_database(parts.mariadb):
        yield piece
    async for piece in in_cache(parts.redis):
        yield piece
    for piece in in_logs(nachklang):
        yield piece
    for piece in in_folders(nachklang):
        yield piece


async def in_database(mariadb: MariaDB) -> AsyncIterator[Piece]:
    """Every value of every table of every schema."""
    connection = await aiomysql.connect(unix_socket=str(mariadb.socket), user="root")
    try:
        async with connection.cursor() as cursor:
            await cursor.execute(
                "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema NOT IN %s",
                [OWN_SCHEMAS],
            )
            for schema, table in await cursor.fetchall():
                await cursor.execute(f"SELECT * FROM `{schema}`.`{table}`")
                for row in await cursor.fetchall():
                    yield f"{schema}.{table}", b"\0".join(_bytes(value) for value in row)
    finally:
        connection.close()


async def in_topics(kafka: Kafka) -> AsyncIterator[Piece]:
    """Every record of every topic, with its key and headers."""
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()
    try:
        topics = sorted(await admin.list_topics())
    finally:
        await admin.close()
    async for piece in in_topic(kafka, *topics):
        yield piece


async def in_topic(kafka: Kafka, *topics: str) -> AsyncIterator[Piece]:
    """Every record of these topics."""
    async for record in _records(kafka, *topics):
        headers = b"\0".join(name.encode() + value for name, value in record.headers)
        yield f"topic {record.topic}", b"\0".join((record.key or b"", record.value or b"", headers))


async def raw_uploads(kafka: Kafka) -> dict[int, list[str]]:
    """The uploads whose raw bytes the broker still has, by partition, in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    async for record in _records(kafka, Topic.UPLOAD_CHUNKS):
        found[record.partition].append(record.key.decode())
    return found


async def in_cache(redis: Redis) -> AsyncIterator[Piece]:
    """Every key, and what it holds."""
    client = RedisClient.from_url(redis.url)
    try:
        async for key in client.scan_iter():
            yield "redis", key + b"\0" + (await client.dump(key) or b"")
    finally:
        await client.aclose()


def in_logs(nachklang: Nachklang) -> Iterator[Piece]:
    """Every file that a process prints into."""
    for path in sorted(nachklang.parts.layout.log("x").parent.iterdir()):
        yield f"log {path.name}", path.read_bytes()


def in_folders(nachklang: Nachklang) -> Iterator[Piece]:
    """Every other file of the run directory: spooled uploads, checkpoints on HDFS or in a folder, tables of streams.

    What the database and the broker keep is read through them: their own files hold what they have let go of until
    they write over it.
    """
    layout = nachklang.parts.layout
    read_otherwise = {layout.data(kafka.NAME), layout.data(mariadb.NAME), layout.log("x").parent, layout.secrets}
    for path in sorted(layout.run.rglob("*")):
        if path.is_file() and not path.is_symlink() and read_otherwise.isdisjoint(path.parents):
            with contextlib.suppress(FileNotFoundError):  # work goes on meanwhile
                yield f"file {path.relative_to(layout.run)}", path.read_bytes()


async def _partitions(kafka: Kafka, topics: Sequence[str]) -> list[TopicPartition]:
    """A consumer without a group learns them only of topics that it reads already."""
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()
    try:
        described = await admin.describe_topics(list(topics))
    finally:
        await admin.close()
    return [TopicPartition(one["topic"], part["partition"]) for one in described for part in one["partitions"]]


async def _records(kafka: Kafka, *topics: str) -> AsyncIterator[Any]:
    """Every record of these topics, by a consumer of its own."""
    partitions = await _partitions(kafka, topics)
    # To begin at the end and go back afterwards is a race with the client's own look-up of the end.
    consumer = AIOKafkaConsumer(
        bootstrap_servers=kafka.bootstrap, group_id=None, enable_auto_commit=False, auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        consumer.assign(partitions)
        first, ends = await consumer.beginning_offsets(partitions), await consumer.end_offsets(partitions)
        left = {partition for partition in partitions if first[partition] < ends[partition]}
        while left:
            for batch in (await consumer.getmany(*left, timeout_ms=1_000)).values():
                for record in batch:
                    yield record
            left = {partition for partition in left if await consumer.position(partition) < ends[partition]}
    finally:
        await consumer.stop()


def _bytes(value: Any) -> bytes:
    if not isinstance(value, bytes):
        return str(value).encode()
    if not value.startswith(ARROW_STREAM):
        return value
    with pa.ipc.open_stream(value) as reader:
        return _unpacked(reader.read_all())


def _unpacked(table: pa.Table) -> bytes:
    """All of it as Arrow has it in memory, where every text stands as it is."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())
