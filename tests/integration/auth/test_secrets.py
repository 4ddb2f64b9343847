"""No token of Spotify's and no secret of ours in a log line, a Kafka message or a table, whatever the service does."""

import asyncio
import base64
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from chassis.database import Database
from chassis.settings import MariaDbSettings, Secret
from contracts.keys import credential_hash
from contracts.messages.feed import FetchRecentPlays
from contracts.messages.people import ChangeProfile, CheckCredential, CreateToken
from contracts.messages.sharing import ErasePerson
from contracts.topics import Topic, load_topics
from stack.probes import wait_until
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from tests.integration.auth.service import CLIENT_SECRET, KEY, Service, running_service

FETCHES = 5
SIGNATURE = slice(2, 23)
"""Of a token of the double: what no other token has, so that a shortened one is found too."""


@pytest.fixture
async def service(kafka: Kafka, mariadb: MariaDB, tmp_path: Path) -> AsyncIterator[Service]:
    async with running_service(kafka, mariadb, tmp_path / "auth.log") as running:
        yield running


@pytest.fixture
async def database(mariadb: MariaDB) -> AsyncIterator[Database]:
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["auth"]))
    database = Database(settings, user="auth", schema="auth")
    yield database
    await database.close()


async def test_secrets_are_nowhere(service: Service, kafka: Kafka, database: Database) -> None:
    before = await _ends(kafka)
    spoken = await _live(service)
    held = await _tables(database)
    signed_in, _ = await service.sign_in(credential_hash("to be erased"))
    await service.ask(ErasePerson(person_id=signed_in.profile.person_id))
    service.process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(service.process.wait(), 60) == 0

    secrets = [token[SIGNATURE] for token in service.mint.given]
    assert len(secrets) > FETCHES
    login = base64.b64encode(f"client:{CLIENT_SECRET}".encode()).decode()
    secrets += [CLIENT_SECRET, login, KEY, "Bearer", "code_verifier="]
    places = {"log": service.log.read_bytes(), "tables": held, "kafka": await _told(kafka, before)}
    assert all(len(text) > 1_000 for text in places.values())
    found = [(place, secret) for place, text in places.items() for secret in secrets if secret.encode() in text]
    # state and code travel through the gateway and back, are of use once and for one browser, and are kept nowhere
    found += [(place, secret) for place in ("log", "tables") for secret in spoken if secret.encode() in places[place]]
    assert found == []


async def _live(service: Service) -> list[str]:
    """Everything that uses a token, and every way in which one fails; what was secret in it."""
    signed_in, secrets = await service.sign_in()
    person_id = signed_in.profile.person_id
    token = CreateToken(person_id=person_id, name="script", token_hash=credential_hash("nk_secret"))
    await service.ask(token)
    await service.ask(CheckCredential(kind="token", credential_hash=token.token_hash))
    await service.ask(ChangeProfile(person_id=person_id, sharing=True))
    switches = [
        b'{"refresh_token": "rotate", "clock_offset_ms": 3600000}',
        b'{"api_outage": "html", "clock_offset_ms": 7200000}',
        b'{"api_outage": "none", "rate_limit": 0}',
        b'{"rate_limit": null, "unregistered": ["petra"]}',
        b'{"revoked": ["petra"]}',
    ]
    assert len(switches) == FETCHES
    for number, switch in enumerate(switches, start=1):
        service.world.switches.change(switch)
        request = FetchRecentPlays(person_id=person_id, request_id=str(number))
        await service.publisher.publish(Topic.FEED_REQUESTS, person_id, request)

        async def answered(expected: int = number) -> bool:
            return await _fetched(service) >= expected

        assert await wait_until(answered, 60)
    service.world.switches.reset()
    return secrets


async def _fetched(service: Service) -> int:
    """How many requests for plays the process has answered."""
    async with service.http.get(f"{service.ops}/metrics") as answer:
        lines = (await answer.text()).splitlines()
    return int(sum(float(line.split()[-1]) for line in lines if line.startswith("auth_feed_fetches_total")))


async def _tables(database: Database) -> bytes:
    rows = [
        row
        for (table,) in await database.fetch_all("SHOW TABLES")
        for row in await database.fetch_all(f"SELECT * FROM {table}")
    ]
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row)


def _told_topics() -> list[str]:
    """Where the service writes: its topics and every dead-letter queue of what it reads."""
    specs = load_topics().values()
    written = [spec.topic for spec in specs if "auth" in spec.producers]
    return written + [spec.dlq_name for spec in specs if "auth" in spec.consumers and spec.dlq]


async def _ends(kafka: Kafka) -> dict[TopicPartition, int]:
    consumer = AIOKafkaConsumer(*_told_topics(), bootstrap_servers=kafka.bootstrap)
    await consumer.start()
    try:
        return dict(await consumer.end_offsets(list(consumer.assignment())))
    finally:
        await consumer.stop()


async def _told(kafka: Kafka, since: dict[TopicPartition, int]) -> bytes:
    """What was written since then, keys and headers too."""
    ends, told = await _ends(kafka), bytearray()
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka.bootstrap)
    await consumer.start()
    try:
        consumer.assign(list(ends))
        for partition in ends:
            consumer.seek(partition, since.get(partition, 0))
        async with asyncio.timeout(60):
            while any([await consumer.position(partition) < end for partition, end in ends.items()]):
                for records in (await consumer.getmany(timeout_ms=500)).values():
                    for record in records:
                        told += repr((record.key, record.value, record.headers)).encode()
    finally:
        await consumer.stop()
    return bytes(told)
