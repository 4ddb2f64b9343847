"""Users of Kafka's: each service can do its work with the rights that the charts give it, and nothing else."""

import asyncio
import time
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiokafka.errors import GroupAuthorizationFailedError, TopicAuthorizationFailedError
from pyspark.sql import SparkSession

from aggregator.jobs import checkpoints
from aggregator.streams.app import bytes_of, create_app
from aggregator.streams.running import check_running, run_app
from chassis.clock import system_clock
from chassis.consume import Consumer
from chassis.errors import Retryable
from chassis.kafka import java_connection
from chassis.ops import Heartbeat
from chassis.publish import Publisher
from chassis.settings import KafkaSettings, Secret
from contracts.messages import Message
from contracts.messages.uploads import ReadUpload
from contracts.topics import Topic
from tests.harness.guarded_kafka import GuardedKafka, running_guarded_kafka
from uploader.adapters.chunk_log import KafkaChunkLog

WITHIN_SECONDS = 60


@pytest.fixture(scope="module")
async def guarded(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[GuardedKafka]:
    async with running_guarded_kafka(tmp_path_factory.mktemp("guarded-kafka")) as kafka:
        yield kafka


async def published(settings: KafkaSettings, topic: Topic) -> Any:
    """What becomes of a record that this user sends."""
    publisher = Publisher(settings)
    await publisher.start()
    try:
        return await publisher.acknowledged(await publisher._send(topic, b"key", b"{}", []))
    finally:
        await publisher.stop()


async def test_a_service_writes_what_it_produces_and_nothing_else(guarded: GuardedKafka) -> None:
    await published(guarded.as_user("uploader"), Topic.IMPORT_CHANGES)
    with pytest.raises(TopicAuthorizationFailedError):
        await published(guarded.as_user("uploader"), Topic.AUTH_REQUESTS)


async def test_a_wrong_password_opens_nothing_and_is_tried_again(
    guarded: GuardedKafka, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = KafkaSettings(guarded.address, user="uploader", password=Secret("guessed"))
    with pytest.raises(Retryable):
        await published(wrong, Topic.IMPORT_CHANGES)
    assert "SaslAuthenticationFailed" in caplog.text


async def test_a_service_reads_what_is_for_it(guarded: GuardedKafka) -> None:
    upload = uuid.uuid4().hex
    gateway, seen = Publisher(guarded.as_user("gateway")), asyncio.Event()
    await gateway.start()
    request = ReadUpload(
        upload_id=upload, person_id="p", created_at=0, filename=None, bytes=1, chunks=1, partition=0,
        first_offset=0, last_offset=0,
    )  # fmt: skip
    await gateway.publish(Topic.UPLOAD_REQUESTS, "p", request)
    await gateway.stop()

    async def handle(message: Message, _: Any) -> None:
        if isinstance(message, ReadUpload) and message.upload_id == upload:
            seen.set()

    uploader = guarded.as_user("uploader")
    publisher = Publisher(uploader)
    await publisher.start()
    topics = (Topic.UPLOAD_REQUESTS, Topic.UPLOADS_STORED, Topic.PEOPLE_CHANGES, Topic.RECENT_PLAYS)
    consumer = Consumer(uploader, "uploader-v1", topics, handle, publisher, Heartbeat(system_clock))
    running = asyncio.create_task(consumer.run())
    await asyncio.wait_for(seen.wait(), WITHIN_SECONDS)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await publisher.stop()


async def test_nobody_reads_as_somebody_elses_group(guarded: GuardedKafka) -> None:
    enricher = guarded.as_user("enricher")

    async def handle(_: Message, __: Any) -> None: ...

    consumer = Consumer(
        enricher, "auth-v1", [Topic.PEOPLE_CHANGES], handle, Publisher(enricher), Heartbeat(system_clock)
    )
    with pytest.raises(GroupAuthorizationFailedError):
        await asyncio.wait_for(consumer.run(), WITHIN_SECONDS)


async def test_only_the_uploader_deletes_chunks(guarded: GuardedKafka) -> None:
    sent = await published(guarded.as_user("gateway"), Topic.UPLOAD_CHUNKS)
    everything = (sent.offset, sent.offset + 1)
    uploader, gateway = (KafkaChunkLog(guarded.as_user(service)) for service in ("uploader", "gateway"))
    with pytest.raises(TopicAuthorizationFailedError):
        await gateway.delete_before(sent.partition, everything[1])
    assert await uploader.bounds(sent.partition) == everything
    await uploader.delete_before(sent.partition, everything[1])
    assert await uploader.bounds(sent.partition) == (everything[1], everything[1])


async def test_faust_works_as_the_aggregator(
    guarded: GuardedKafka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # it makes folders where it is started
    app = create_app(guarded.as_user("aggregator"), Heartbeat(system_clock))
    app.Table("live", key_type=str)
    seen: list[bytes] = []

    async def agent(stream: Any) -> None:
        async for value in stream:
            seen.append(value)

    app.agent(bytes_of(app, Topic.PLAYS), name="see")(agent)
    running = asyncio.create_task(run_app(app))
    await published(guarded.as_user("uploader"), Topic.PLAYS)
    deadline = time.monotonic() + WITHIN_SECONDS
    while not (seen and await _runs(app)):
        assert time.monotonic() < deadline and not running.done()
        await asyncio.sleep(0.1)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_spark_works_as_the_aggregator(guarded: GuardedKafka, spark: SparkSession) -> None:
    await published(guarded.as_user("uploader"), Topic.PLAYS)
    brokers = guarded.as_user("aggregator")
    place = await asyncio.to_thread(checkpoints.location, spark, "/checkpoints", brokers, Topic.PLAYS)
    assert place.startswith("/checkpoints/")
    options = {f"kafka.{key}": value for key, value in java_connection(brokers).items()}
    frame = spark.read.format("kafka").options(subscribe=Topic.PLAYS, **options).load()
    assert await asyncio.to_thread(frame.count)


async def _runs(app: Any) -> bool:
    try:
        await check_running(app)
    except Retryable:
        return False
    return True
