"""The auth service's handlers on a real MariaDB, with the Spotify double on the other side and one clock for both."""

import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import aiohttp
import argon2
import pytest
from aiohttp.test_utils import TestServer

from auth import bootstrap
from auth.adapters import spotify_http
from auth.adapters.cipher import Cipher
from auth.adapters.connections import MariaDbConnections
from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.password_hasher import Argon2Hasher
from auth.adapters.spotify import SpotifyAdapter
from auth.adapters.token_seals import TokenSeals
from auth.bootstrap import MIGRATIONS, Handlers, create_handlers
from auth.domain.people import Account
from auth.domain.refusals import Refusal
from auth.settings import AuthSettings, SpotifySettings
from chassis.database import Database
from chassis.errors import Retryable
from chassis.migrate import migrate
from chassis.retry import retry
from chassis.settings import KafkaSettings, MariaDbSettings, OpsSettings, Secret
from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages.audit import Audited
from contracts.messages.people import BeginSignIn, CompleteSignIn, SignedIn, SignInBegun
from contracts.topics import Topic
from stack.double.http.app import create_app
from stack.double.settings import Settings
from stack.double.switches import Switches
from stack.double.world import World, create_world
from stack.servers.mariadb import MariaDB

PUBLIC_URL = "http://127.0.0.1:8080"
REDIRECT = PUBLIC_URL + "/auth/callback"
PATIENT = aiohttp.ClientTimeout(total=60)
KEY = base64.b64encode(b"k" * 32).decode()
START = 1_790_000_000_000
NONCE, SESSION = credential_hash("nonce"), credential_hash("session")

M = TypeVar("M", bound=Message)


@dataclass
class Time:
    """A clock that both sides read."""

    now: int = START

    def __call__(self) -> int:
        """Unix ms."""
        return self.now


@dataclass(frozen=True)
class Heard:
    """What was announced, and where."""

    topic: Topic
    key: str
    message: Message


@dataclass
class Listener:
    """Somebody who hears what is announced. `deaf`: hears nothing; `silent`: hears it, and the sender never knows."""

    heard: list[Heard] = field(default_factory=list)
    deaf: bool = False
    silent: bool = False
    refused: int = 0

    async def tell(self, topic: Topic, key: str, message: Message) -> None:
        """Hear it."""
        if not self.deaf:
            self.heard.append(Heard(topic, key, message))
        if self.deaf or self.silent:
            self.refused += 1
            raise Retryable("no acknowledgement")

    def messages(self, kind: type[M]) -> list[M]:
        """Those of one kind, in the order in which they came."""
        return [heard.message for heard in self.heard if isinstance(heard.message, kind)]

    def happenings(self, person_id: str | None) -> list[str]:
        """What the audit says about somebody."""
        return [each.happening for each in self.messages(Audited) if each.person_id == person_id]


@dataclass
class House:
    """The auth service and the double, as a test sees them."""

    handlers: Handlers
    database: Database
    locks: Database
    world: World
    time: Time
    http: aiohttp.ClientSession
    settings: AuthSettings
    listener: Listener
    sessions: int = field(default=0)

    async def ask(self, message: Message) -> Any:
        """The reply to a request; raises Refusal."""
        return await self.handlers.requests[type(message)](message)

    async def delivered(self, message: Message) -> Any:
        """The same as the consumer asks, which tries again after what a later try can mend, as after a deadlock."""
        return await retry(lambda: self.ask(message))

    async def refused(self, message: Message) -> str:
        """The code with which a request is refused."""
        with pytest.raises(Refusal) as raised:
            await self.ask(message)
        assert raised.value.detail
        return raised.value.code

    async def read_account(self, access_token: str) -> Account:
        """GET /v1/me."""
        spotify = SpotifyAdapter(self.http, self.settings.spotify, self.settings.redirect_uri, self.time)
        return await spotify.me(access_token)

    async def begin(self, next_path: str = "/") -> str:
        """The address to send the browser to."""
        begun: SignInBegun = await self.ask(BeginSignIn(nonce_hash=NONCE, next=next_path))
        return begun.authorize_url

    async def callback(self, person: str, next_path: str = "/") -> dict[str, str]:
        """What the browser brings back from Spotify."""
        address = await self.begin(next_path)
        async with self.http.get(f"{address}&as={person}", allow_redirects=False) as answer:
            assert answer.status == 302, await answer.text()
            location = urlsplit(answer.headers["Location"])
        return {name: values[0] for name, values in parse_qs(location.query).items()}

    async def sign_in(self, person: str, next_path: str = "/") -> SignedIn:
        """A whole sign-in with a session of its own."""
        self.sessions += 1
        answer = await self.callback(person, next_path)
        session = credential_hash(f"{person} {self.sessions}")
        signed_in: SignedIn = await self.delivered(completion(answer, session=session))
        return signed_in

    def connections(self, keys: str = KEY) -> MariaDbConnections:
        """The stored connections, as a process with these keys sees them."""
        outbox = MariaDbOutbox(self.database, self.time)
        return MariaDbConnections(self.database, self.locks, TokenSeals(Cipher(keys)), outbox)

    def switch(self, **changes: Any) -> None:
        """Set switches of the double."""
        self.world.switches.now = Switches(**changes)


def completion(answer: dict[str, str], session: str = SESSION, nonce: str = NONCE) -> CompleteSignIn:
    """The request that the gateway makes of a callback."""
    return CompleteSignIn(
        nonce_hash=nonce,
        state=answer.get("state"),
        code=answer.get("code"),
        error=answer.get("error"),
        session_hash=session,
    )


@pytest.fixture
async def house(mariadb: MariaDB, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """A fresh schema and a fresh double.

    Argon2 with little work, since hundreds of passwords are checked here; and the double has more than the five seconds
    that Spotify gets, since it answers hundreds at once on a machine that may be busy.
    """
    cheap = argon2.PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(bootstrap, "Argon2Hasher", lambda: Argon2Hasher(cheap))
    monkeypatch.setattr(spotify_http, "_TIMEOUT", PATIENT)
    time = Time()
    world = create_world(Settings("127.0.0.1", 0, "http://double.example", "client", "secret", (REDIRECT,), None), time)
    store = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["auth"]))
    database, locks = (Database(store, user="auth", schema="auth") for _ in range(2))
    async with TestServer(create_app(world)) as double, aiohttp.ClientSession() as http:
        address = str(double.make_url("")).rstrip("/")
        settings = AuthSettings(
            kafka=KafkaSettings("127.0.0.1:1", user="", password=Secret("")),
            mariadb=store,
            ops=OpsSettings("127.0.0.1", 0, "INFO"),
            spotify=SpotifySettings("client", Secret("secret"), address, address),
            public_url=PUBLIC_URL,
            token_keys=Secret(KEY),
        )
        await migrate(database, MIGRATIONS, "auth")
        for table in (
            "outbox",
            "sign_ins",
            "tokens",
            "sessions",
            "connections",
            "attempts",
            "invitations",
            "people",
            "erased_people",
        ):
            await database.execute(f"DELETE FROM {table}")
        listener = Listener()
        handlers = create_handlers(settings, database, locks, listener, http, time)
        yield House(handlers, database, locks, world, time, http, settings, listener)
        await locks.close()
        await database.close()
