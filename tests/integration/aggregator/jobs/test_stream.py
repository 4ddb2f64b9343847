"""The stream as a process on a broker and a database of its own: killed, stopped, robbed of its records, and what it
computes beside."""

import os
import shutil
import signal
import sys
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from aggregator.adapters.eraser import MariaDbEraser
from aggregator.adapters.sharing_store import MariaDbSharingStore
from aggregator.domain.segment import decode as decode_segment
from chassis.database import Database
from chassis.publish import Publisher
from chassis.settings import MariaDbSettings
from contracts.codec import decode
from contracts.messages import Message
from contracts.messages.plays import HistoryChanged
from contracts.messages.uploads import StoredFile, UploadStored
from contracts.topics import Topic, load_topics
from stack.layout import JARS, Layout
from stack.ports import free_port
from stack.probes import says_ok, wait_until
from stack.runner import Runner
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.spec import ProcessSpec, StartError
from tests.harness.plays_records import end_of, plays_of
from tests.harness.servers import running_kafka

PATIENCE_S = 120.0
RECORDS = 40
PLAYS_A_RECORD = 500
FIRST_MOMENT = 1_600_000_000_000
SECOND = 1000


@dataclass
class Room:
    """What stands around the stream."""

    kafka: Kafka
    database: Database
    publisher: Publisher
    runner: Runner
    checkpoints: Path
    ops: str

    async def upload(self, records: int = RECORDS) -> tuple[str, str]:
        """Send an upload of somebody new as the uploader does; ids of upload and person."""
        ids = (uuid.uuid4().hex, uuid.uuid4().hex)
        for seq in range(records):
            first = FIRST_MOMENT + seq * PLAYS_A_RECORD * SECOND
            plays = [{"played_at": first + number * SECOND, "ms_played": SECOND} for number in range(PLAYS_A_RECORD)]
            await self.publisher.publish(Topic.PLAYS, ids[1], plays_of(ids, seq, plays))
        await self.publisher.publish(Topic.PLAYS, ids[1], end_of(ids, records))
        return ids

    async def said(self, topic: Topic, person_id: str) -> list[Message]:
        """Everything said about a person in a topic."""
        consumer = AIOKafkaConsumer(bootstrap_servers=self.kafka.bootstrap, auto_offset_reset="earliest")
        await consumer.start()
        try:
            partitions = [TopicPartition(topic, number) for number in range(load_topics()[topic].partitions)]
            consumer.assign(partitions)
            ends = await consumer.end_offsets(partitions)
            found = []
            for partition, end in ends.items():
                while await consumer.position(partition) < end:
                    found += (await consumer.getmany(partition, timeout_ms=1000)).get(partition, [])
        finally:
            await consumer.stop()
        return [decode(record.value, record.headers) for record in found if record.key == person_id.encode()]

    async def stored(self, ids: tuple[str, str]) -> list[UploadStored]:
        """What was said of an upload, once it was."""
        found: list[UploadStored] = []

        async def told() -> bool:
            messages = await self.said(Topic.UPLOADS_STORED, ids[1])
            found[:] = [message for message in messages if isinstance(message, UploadStored)]
            return bool(found)

        assert await wait_until(told, PATIENCE_S)
        return found

    async def count(self, query: str, *args: Any) -> int:
        row = await self.database.fetch_one(query, args)
        return int(row[0]) if row else 0

    async def everything(self, ids: tuple[str, str]) -> list[Any]:
        """What is stored of a person."""
        tables = ("serving.plays_by_year", "serving.segments", "serving.people_revisions", "durable_uploads")
        return [
            await self.database.fetch_all(f"SELECT * FROM {table} WHERE person_id = %s ORDER BY 2", (ids[1],))
            for table in tables
        ]

    async def replayed(self) -> int:
        """Records that the process found durable already, by its own figures."""
        async with ClientSession() as session, session.get(f"{self.ops}/metrics") as answer:
            text = await answer.text()
        (line,) = [line for line in text.splitlines() if line.startswith('aggregator_records_total{what="replayed"}')]
        return int(float(line.split()[-1]))

    async def check(self, ids: tuple[str, str], records: int = RECORDS) -> None:
        """The upload is stored, counted, said and served, every play of it once."""
        plays = records * PLAYS_A_RECORD
        for message in await self.stored(ids):
            assert message.files == (StoredFile(file=0, imported=plays, improved=0),)
        assert await self.count("SELECT SUM(plays) FROM serving.plays_by_year WHERE person_id = %s", ids[1]) == plays
        bodies = await self.database.fetch_all("SELECT body FROM serving.segments WHERE person_id = %s", (ids[1],))
        assert sum(decode_segment(body).num_rows for (body,) in bodies) == plays
        revision = await self.count("SELECT revision FROM serving.people_revisions WHERE person_id = %s", ids[1])
        assert HistoryChanged(person_id=ids[1], revision=revision) in await self.said(Topic.HISTORY_CHANGES, ids[1])


@pytest.fixture(scope="module")
async def room(
    tmp_path_factory: pytest.TempPathFactory, mariadb: MariaDB, mariadb_settings: MariaDbSettings, tables: Database
) -> AsyncIterator[Room]:
    folder = tmp_path_factory.mktemp("stream")
    async with running_kafka(folder / "kafka") as kafka, _publisher(kafka.server) as publisher:
        port = free_port()
        runner = Runner(_spec(folder, kafka.server, mariadb, port), Layout(folder))
        async with runner:
            address = f"http://127.0.0.1:{port}"
            yield Room(kafka.server, tables, publisher, runner, folder / "checkpoints", address)


@asynccontextmanager
async def _publisher(kafka: Kafka) -> AsyncIterator[Publisher]:
    publisher = Publisher(kafka.bootstrap)
    await publisher.start()
    try:
        yield publisher
    finally:
        await publisher.stop()


def _spec(folder: Path, kafka: Kafka, mariadb: MariaDB, port: int) -> ProcessSpec:
    return ProcessSpec(
        name="aggregator-stream",
        argv=(sys.executable, "-m", "aggregator", "stream"),
        env={
            "NACHKLANG_KAFKA": kafka.bootstrap,
            "NACHKLANG_MARIADB_PORT": str(mariadb.port),
            "NACHKLANG_MARIADB_PASSWORD": mariadb.passwords["aggregator"],
            "NACHKLANG_OPS_PORT": str(port),
            "NACHKLANG_SPARK_JARS": str(JARS / "spark"),
            "NACHKLANG_CHECKPOINTS": str(folder / "checkpoints"),
            "NACHKLANG_STANDINGS_EVERY_MS": "1000",
        },
        ready=partial(says_ok, f"http://127.0.0.1:{port}/readyz"),
        patience=PATIENCE_S,
        grace=10.0,
    )


async def test_an_upload_becomes_durable(room: Room) -> None:
    await room.check(await room.upload())


async def test_killed_at_any_point_it_loses_and_doubles_nothing(room: Room) -> None:
    query = "SELECT COUNT(*) FROM durable_records WHERE upload_id = %s"
    ids = await room.upload()

    async def begun() -> bool:
        return await room.count(query, ids[0]) > 0

    assert await wait_until(begun, PATIENCE_S)
    await room.runner.restart()

    await room.check(ids)


async def test_read_from_the_beginning_again_it_changes_nothing(room: Room) -> None:
    ids = await room.upload()
    await room.check(ids)
    before, told = await room.everything(ids), len(await room.stored(ids))
    await room.runner.stop()
    shutil.rmtree(room.checkpoints)

    await room.runner.start()
    last = await room.upload()
    await room.check(last)

    async def told_again() -> bool:
        return len(await room.stored(ids)) > told

    assert await wait_until(told_again, PATIENCE_S)
    await room.check(ids)
    assert await room.everything(ids) == before
    assert await room.replayed() >= RECORDS


async def test_records_that_were_lost_do_not_stop_it_for_ever(room: Room) -> None:
    await room.runner.stop()
    lost = await room.upload()
    await _delete_records(room.kafka)
    kept = await room.upload()
    with suppress(StartError):  # it may notice before it was ready
        await room.runner.start()
        assert await room.runner.wait() != 0

    await room.runner.start()
    await room.check(kept)

    assert await room.said(Topic.UPLOADS_STORED, lost[1]) == []


async def test_standings_are_computed_beside_it_and_anew_when_somebody_left(room: Room) -> None:
    await room.database.execute("DELETE FROM people_sharing")
    people = [(await room.upload(1))[1] for _ in range(6)]
    sharing = MariaDbSharingStore(room.database)
    for number, person_id in enumerate(people):
        await sharing.put(person_id, number, sharing=True)

    async def among_each_other(*people: str) -> bool:
        rows = await room.database.fetch_all("SELECT DISTINCT person_id, people FROM serving.standings")
        return set(rows) == {(person_id, len(people)) for person_id in people}

    assert await wait_until(lambda: among_each_other(*people), PATIENCE_S)
    await MariaDbEraser(room.database).erase(people[0], 1)
    assert await wait_until(lambda: among_each_other(*people[1:]), PATIENCE_S)
    ids = await room.upload()
    await room.check(ids)


async def test_asked_to_stop_it_stops_in_order(room: Room) -> None:
    assert room.runner.pid is not None
    os.kill(room.runner.pid, signal.SIGTERM)

    assert await room.runner.wait() == 0


async def _delete_records(kafka: Kafka) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()
    try:
        partitions = range(load_topics()[Topic.PLAYS].partitions)
        everything = RecordsToDelete(before_offset=-1)
        await admin.delete_records({TopicPartition(Topic.PLAYS, number): everything for number in partitions})
    finally:
        await admin.close()
