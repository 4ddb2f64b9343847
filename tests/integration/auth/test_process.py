"""The service as a process: requests over Kafka, dead letters, readiness, silence about secrets, SIGTERM."""

import asyncio
import base64
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from aiokafka import AIOKafkaConsumer

from chassis.clock import system_clock
from chassis.publish import Publisher
from chassis.rpc import Requester, RequestRefused
from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages.people import (
    BeginSignIn,
    CheckCredential,
    CompleteSignIn,
    CredentialChecked,
    SignedIn,
    SignInBegun,
)
from contracts.topics import Topic, load_topics
from stack.double.http.app import create_app
from stack.double.settings import Settings
from stack.double.world import create_world
from stack.ports import free_port
from stack.probes import says_ok, wait_until
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB

PUBLIC_URL = "http://127.0.0.1:8080"
REDIRECT = PUBLIC_URL + "/auth/callback"
KEY = base64.b64encode(b"process key of thirty-two bytes!").decode()
NONCE, SESSION = credential_hash("process nonce"), credential_hash("process session")


@dataclass
class Service:
    """The running process; `log` is what it wrote so far."""

    process: asyncio.subprocess.Process
    requester: Requester
    publisher: Publisher
    http: aiohttp.ClientSession
    ops: str
    log: Path

    async def ask(self, message: Message) -> Message:
        """The reply over Kafka."""
        return await self.requester.ask(Topic.AUTH_REQUESTS, "key", message, timeout_s=20)

    async def sign_in(self) -> tuple[SignedIn, list[str]]:
        """Sign in at the double; the reply, and what must stay secret."""
        begun = await self.ask(BeginSignIn(nonce_hash=NONCE, next="/"))
        assert isinstance(begun, SignInBegun)
        async with self.http.get(f"{begun.authorize_url}&as=petra", allow_redirects=False) as answer:
            query = {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}
        state, code = query["state"], query["code"]
        request = CompleteSignIn(nonce_hash=NONCE, state=state, code=code, error=None, session_hash=SESSION)
        signed_in = await self.ask(request)
        assert isinstance(signed_in, SignedIn)
        return signed_in, [state, code]


@asynccontextmanager
async def _requester(kafka: Kafka, publisher: Publisher) -> AsyncIterator[Requester]:
    requester = Requester(kafka.bootstrap, publisher, Topic.GATEWAY_REPLIES, system_clock)
    await requester.follower.start()
    following = asyncio.create_task(requester.follower.run())
    yield requester
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)


@pytest.fixture
async def service(kafka: Kafka, mariadb: MariaDB, tmp_path: Path) -> AsyncIterator[Service]:
    world = create_world(
        Settings("127.0.0.1", 0, "http://d.example", "client", "s3cret", (REDIRECT,), None), system_clock
    )
    publisher, port, log = Publisher(kafka.bootstrap), free_port(), tmp_path / "auth.log"
    await publisher.start()
    async with TestServer(create_app(world)) as double, aiohttp.ClientSession() as http:
        address = str(double.make_url("")).rstrip("/")
        environment = os.environ | {
            "NACHKLANG_KAFKA": kafka.bootstrap,
            "NACHKLANG_MARIADB_PORT": str(mariadb.port),
            "NACHKLANG_MARIADB_PASSWORD": mariadb.passwords["auth"],
            "NACHKLANG_OPS_PORT": str(port),
            "NACHKLANG_PUBLIC_URL": PUBLIC_URL,
            "NACHKLANG_TOKEN_KEY": KEY,
            "NACHKLANG_LOG_LEVEL": "DEBUG",
            "SPOTIFY_CLIENT_ID": "client",
            "SPOTIFY_CLIENT_SECRET": "s3cret",
            "SPOTIFY_ACCOUNTS_URL": address,
            "SPOTIFY_API_URL": address,
        }
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "auth", env=environment, stdout=output, stderr=output
            )
        try:
            assert await wait_until(lambda: says_ok(f"http://127.0.0.1:{port}/readyz"), 30), log.read_text()
            async with _requester(kafka, publisher) as requester:
                yield Service(process, requester, publisher, http, f"http://127.0.0.1:{port}", log)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            await publisher.stop()


async def test_it_serves_over_kafka_keeps_its_secrets_and_stops_in_order(service: Service, mariadb: MariaDB) -> None:
    signed_in, secrets = await service.sign_in()
    assert signed_in.profile.name == "Petra"
    checked = await service.ask(CheckCredential(kind="session", credential_hash=SESSION))
    assert checked == CredentialChecked(profile=signed_in.profile)

    with pytest.raises(RequestRefused) as refused:
        await service.ask(CompleteSignIn(nonce_hash=NONCE, state="made up", code="c", error=None, session_hash=SESSION))
    assert refused.value.failure.code == "sign_in_expired"

    async with service.http.get(f"{service.ops}/metrics") as answer:
        assert 'auth_requests_total{outcome="done",schema="complete-sign-in.v1"} 1.0' in await answer.text()
    async with service.http.get(f"{service.ops}/healthz") as answer:
        assert answer.status == 200

    service.process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(service.process.wait(), 10) == 0
    log = service.log.read_text()
    assert "signed in" in log
    for secret in (*secrets, "s3cret", KEY, mariadb.passwords["auth"], "Bearer", "code_verifier="):
        assert secret not in log


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
        async with asyncio.timeout(20):
            while (record := await dead.getone()).value != marker:
                pass
    finally:
        await dead.stop()
    origin = dict(record.headers)
    assert origin["original_topic"] == b"auth-requests"
    assert b"credential_hash" in origin["reason"]
