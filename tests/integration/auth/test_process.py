"""The service as a process: requests over Kafka, dead letters, readiness, silence about secrets, SIGTERM."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer

from chassis.rpc import RequestRefused
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential, CompleteSignIn, CredentialChecked
from contracts.topics import Topic, load_topics
from stack.probes import wait_until
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from tests.integration.auth.service import KEY, NONCE, SESSION, Service, completion, running_service

PATIENCE_S = 60.0


@pytest.fixture
async def service(kafka: Kafka, mariadb: MariaDB, tmp_path: Path) -> AsyncIterator[Service]:
    async with running_service(kafka, mariadb, tmp_path / "auth.log") as running:
        yield running


async def test_it_serves_over_kafka_keeps_its_secrets_and_stops_in_order(service: Service, mariadb: MariaDB) -> None:
    signed_in, secrets = await service.sign_in()
    assert signed_in.profile.name == "Petra"
    checked = await service.ask(CheckCredential(kind="session", credential_hash=SESSION))
    assert checked == CredentialChecked(profile=signed_in.profile)

    with pytest.raises(RequestRefused) as refused:
        await service.ask(CompleteSignIn(nonce_hash=NONCE, state="made up", code="c", error=None, session_hash=SESSION))
    assert refused.value.failure.code == "sign_in_expired"

    assert await wait_until(lambda: _counted(service), PATIENCE_S)
    async with service.http.get(f"{service.ops}/healthz") as answer:
        assert answer.status == 200

    service.process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(service.process.wait(), PATIENCE_S) == 0
    log = service.log.read_text()
    assert "signed in" in log
    for secret in (*secrets, "s3cret", KEY, mariadb.passwords["auth"], "Bearer", "code_verifier="):
        assert secret not in log


async def _counted(service: Service) -> bool:
    """Whether the sign-in stands in the metrics, where it comes a moment after its reply."""
    async with service.http.get(f"{service.ops}/metrics") as answer:
        return 'auth_requests_total{outcome="done",schema="complete-sign-in.v1"} 1.0' in await answer.text()


async def test_what_is_no_request_becomes_a_dead_letter_and_the_next_is_answered(
    service: Service, kafka: Kafka
) -> None:
    broken = [("schema", b"check-credential.v1"), ("request_id", b"x"), ("reply_to", b"gateway-replies")]
    dead = AIOKafkaConsumer(
        load_topics()[Topic.AUTH_REQUESTS].dlq_name, bootstrap_servers=kafka.bootstrap, auto_offset_reset="earliest"
    )
    await dead.start()
    try:
        marker = b'{"kind": "session", "credential_hash": "not a digest"}'
        await service.publisher.publish_dead(Topic.AUTH_REQUESTS, b"key", marker, broken)
        reply = await service.ask(CheckCredential(kind="session", credential_hash=credential_hash("nobody")))
        assert reply == CredentialChecked(profile=None)
        async with asyncio.timeout(PATIENCE_S):
            while (record := await dead.getone()).value != marker:
                pass
    finally:
        await dead.stop()
    origin = dict(record.headers)
    assert origin["original_topic"] == b"auth-requests"
    assert b"credential_hash" in origin["reason"]


async def test_a_slow_spotify_holds_up_no_credential_check(service: Service) -> None:
    """All requests here go through one partition, and each sign-in waits for Spotify for three seconds."""
    callbacks = [await service.callback() for _ in range(3)]
    service.world.switches.change(b'{"latency_ms": 3000}')
    signing_in = [
        asyncio.create_task(service.ask(completion(query, credential_hash(query["state"])))) for query in callbacks
    ]
    while service.world.calls["api me"] < 3:
        await asyncio.sleep(0.01)
    answered = 0
    while not any(task.done() for task in signing_in):
        await service.ask(CheckCredential(kind="session", credential_hash=SESSION))
        answered += 1
    assert answered > 1, "the last may have been answered after a sign-in, those before were not"
    await asyncio.gather(*signing_in)
