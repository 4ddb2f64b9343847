"""The auth service as a process, with a gateway's way to it and the double that it speaks to."""

import asyncio
import base64
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
from aiohttp.test_utils import TestServer

from chassis.clock import system_clock
from chassis.publish import Publisher
from chassis.rpc import Requester
from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages.people import BeginSignIn, CompleteSignIn, SignedIn, SignInBegun
from contracts.topics import Topic
from stack.double.http.app import create_app
from stack.double.settings import Settings
from stack.double.tokens import Grant, TokenMint
from stack.double.world import World, create_world
from stack.ports import free_port
from stack.probes import says_ok, wait_until
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB

PUBLIC_URL = "http://127.0.0.1:8080"
REDIRECT = PUBLIC_URL + "/auth/callback"
KEY = base64.b64encode(b"process key of thirty-two bytes!").decode()
CLIENT_SECRET = "s3cret"
NONCE, SESSION = credential_hash("process nonce"), credential_hash("process session")


class RememberingMint(TokenMint):
    """Knows every token that the double has given away."""

    def __init__(self) -> None:
        super().__init__(CLIENT_SECRET)
        self.given: list[str] = []

    def access(self, grant: Grant, now: int) -> str:
        """Remembered."""
        return self._remember(super().access(grant, now))

    def refresh(self, grant: Grant) -> str:
        """Remembered."""
        return self._remember(super().refresh(grant))

    def _remember(self, token: str) -> str:
        self.given.append(token)
        return token


@dataclass
class Service:
    """The running process; `log` is what it wrote so far."""

    process: asyncio.subprocess.Process
    requester: Requester
    publisher: Publisher
    http: aiohttp.ClientSession
    ops: str
    log: Path
    world: World
    mint: RememberingMint

    async def ask(self, message: Message) -> Message:
        """The reply over Kafka; all requests go through one partition."""
        return await self.requester.ask(Topic.AUTH_REQUESTS, "key", message, timeout_s=60)

    async def callback(self) -> dict[str, str]:
        """What the browser brings back from the double."""
        begun = await self.ask(BeginSignIn(nonce_hash=NONCE, next="/"))
        assert isinstance(begun, SignInBegun)
        async with self.http.get(f"{begun.authorize_url}&as=petra", allow_redirects=False) as answer:
            return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}

    async def sign_in(self, session: str = SESSION) -> tuple[SignedIn, list[str]]:
        """Sign in at the double; the reply, and what must stay secret."""
        query = await self.callback()
        signed_in = await self.ask(completion(query, session))
        assert isinstance(signed_in, SignedIn)
        return signed_in, [query["state"], query["code"]]


def completion(query: dict[str, str], session: str = SESSION) -> CompleteSignIn:
    """The request that the gateway makes of a callback."""
    return CompleteSignIn(nonce_hash=NONCE, state=query["state"], code=query["code"], error=None, session_hash=session)


@asynccontextmanager
async def running_service(kafka: Kafka, mariadb: MariaDB, log: Path) -> AsyncIterator[Service]:
    """`python -m auth` against a double of its own."""
    settings = Settings("127.0.0.1", 0, "http://d.example", "client", CLIENT_SECRET, (REDIRECT,), None)
    world, mint = create_world(settings, system_clock), RememberingMint()
    world.mint = mint
    publisher, port = Publisher(kafka.bootstrap), free_port()
    await publisher.start()
    async with TestServer(create_app(world)) as double, aiohttp.ClientSession() as http:
        environment = _environment(kafka, mariadb, port, str(double.make_url("")).rstrip("/"))
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "auth", env=environment, stdout=output, stderr=output
            )
        try:
            ops = f"http://127.0.0.1:{port}"
            assert await wait_until(lambda: says_ok(f"{ops}/readyz"), 60), f"the reason is in {log}"
            async with _requester(kafka, publisher) as requester:
                yield Service(process, requester, publisher, http, ops, log, world, mint)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            await publisher.stop()


def _environment(kafka: Kafka, mariadb: MariaDB, port: int, spotify: str) -> dict[str, str]:
    return os.environ | {
        "NACHKLANG_KAFKA": kafka.bootstrap,
        "NACHKLANG_MARIADB_PORT": str(mariadb.port),
        "NACHKLANG_MARIADB_PASSWORD": mariadb.passwords["auth"],
        "NACHKLANG_OPS_PORT": str(port),
        "NACHKLANG_PUBLIC_URL": PUBLIC_URL,
        "NACHKLANG_TOKEN_KEY": KEY,
        "NACHKLANG_LOG_LEVEL": "DEBUG",
        "SPOTIFY_CLIENT_ID": "client",
        "SPOTIFY_CLIENT_SECRET": CLIENT_SECRET,
        "SPOTIFY_ACCOUNTS_URL": spotify,
        "SPOTIFY_API_URL": spotify,
    }


@asynccontextmanager
async def _requester(kafka: Kafka, publisher: Publisher) -> AsyncIterator[Requester]:
    requester = Requester(kafka.bootstrap, publisher, Topic.GATEWAY_REPLIES, system_clock)
    await requester.follower.start()
    following = asyncio.create_task(requester.follower.run())
    yield requester
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
