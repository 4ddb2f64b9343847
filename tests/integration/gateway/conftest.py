"""The gateway as a process of its own, on a broker and a cache of its own, with its neighbours played."""

import asyncio
import json
import re
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import pytest
from jsonschema import Draft202012Validator

from chassis.database import Database
from chassis.migrate import migrate
from chassis.settings import MariaDbSettings, Secret
from gateway.domain.csrf import csrf_token
from stack.layout import REPOSITORY, Layout
from stack.ports import free_port
from stack.probes import says_ok
from stack.runner import Runner
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.servers.redis import Redis
from stack.spec import ProcessSpec
from tests.harness.servers import Running, running_kafka, running_redis
from tests.integration.gateway.neighbours import Neighbours

WITHIN_SECONDS = 120.0
MAX_UPLOAD_BYTES = 3 * 1024 * 1024
OWNERS = ("uploader", "aggregator", "enricher")
PAGE = "<!doctype html><title>Nachklang</title><script>document.title += '!'</script><script src='/a.js'></script>"


class Told:
    """An answer that was read."""

    def __init__(self, status: int, headers: Any, body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Described:
    """The OpenAPI document of the gateway: every answer that a test gets must be one that it describes."""

    def __init__(self) -> None:
        self._document: Any = None

    async def check(self, url: str, method: str, path: str, told: Told) -> None:
        """Fail where the document knows no such operation, status, content type or body."""
        if self._document is None:
            self._document = (await ask("GET", f"{url}/api/openapi.json")).json
        answers = self._answers(method, path.partition("?")[0])
        answer = answers.get(str(told.status)) or answers["default"]
        content = answer.get("content", {})
        if not told.body:
            return
        described = content[told.headers["Content-Type"].partition(";")[0]]
        if told.headers["Content-Type"].partition(";")[0].endswith("json"):
            schema = {**described["schema"], "components": self._document["components"]}
            Draft202012Validator(schema).validate(told.json)

    def _answers(self, method: str, path: str) -> Any:
        for template, methods in self._document["paths"].items():
            if method.lower() in methods and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                return methods[method.lower()]["responses"]
        raise AssertionError(f"{method} {path} is not described")


class Room:
    """A running gateway and what stands around it."""

    def __init__(
        self,
        port: int,
        ops_port: int,
        process: Runner,
        neighbours: Neighbours,
        databases: dict[str, Database],
        layout: Layout,
    ) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.ops_url = f"http://127.0.0.1:{ops_port}"
        self.process = process
        self.described = Described()
        self.neighbours = neighbours
        self.databases = databases
        self._layout = layout

    def log(self) -> str:
        """What the gateway has logged so far."""
        return self._layout.log("gateway").read_text()

    def as_someone(self, name: str = "Ada", **given: Any) -> "Caller":
        """Somebody new who is signed in; `given` are fields of their profile."""
        person, secret = self.neighbours.auth.someone(name, **given)
        return Caller(self.url, person.person_id, secret, self.described)


class Caller:
    """Asks with a session's cookie; what changes something carries the CSRF token."""

    def __init__(self, url: str, person_id: str, secret: str, described: Described) -> None:
        self.described = described
        self.url = url
        self.person_id = person_id
        self.secret = secret
        self.csrf = csrf_token(secret)

    async def ask(self, method: str, path: str, **options: Any) -> "Told":
        """The answer, read to its end and as the document says. `headers` given here come on top."""
        headers = {"Cookie": f"nachklang_session={self.secret}", "X-CSRF-Token": self.csrf} | options.pop("headers", {})
        told = await ask(method, self.url + path, headers=headers, **options)
        await self.described.check(self.url, method, path, told)
        return told

    async def get(self, path: str) -> Any:
        """The JSON of a GET that succeeds."""
        told = await self.ask("GET", path)
        assert told.status == 200, told.text
        return told.json


async def ask(method: str, url: str, **options: Any) -> Told:
    """One request without any cookie jar, redirects not followed."""
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        http.request(method, url, allow_redirects=False, **options) as answer,
    ):
        return Told(answer.status, answer.headers, await answer.read())


async def eventually(found: Callable[[], Awaitable[Any]]) -> Any:
    """What `found` gives as soon as it gives anything."""
    deadline = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < deadline:
        if result := await found():
            return result
        await asyncio.sleep(0.02)
    raise AssertionError(f"nothing within {WITHIN_SECONDS} s")


@pytest.fixture(scope="session")
async def own_kafka(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running[Kafka]]:
    """Others' services answer on the shared broker; on this one only the neighbours do."""
    async with running_kafka(tmp_path_factory.mktemp("gateway-kafka")) as running:
        yield running


@pytest.fixture(scope="session")
async def own_redis(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running[Redis]]:
    """A cache that tests may take away."""
    async with running_redis(tmp_path_factory.mktemp("gateway-redis")) as running:
        yield running


@pytest.fixture(scope="session")
async def databases(mariadb: MariaDB) -> AsyncIterator[dict[str, Database]]:
    """The serving store with its tables, as each owner sees it."""
    opened = {}
    for owner in OWNERS:
        settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords[owner]))
        opened[owner] = Database(settings, user=owner, schema=owner)
        await migrate(opened[owner], REPOSITORY / "services" / owner / "migrations", owner)
    yield opened
    for database in opened.values():
        await database.close()


@pytest.fixture(scope="session")
async def neighbours(own_kafka: Running[Kafka], databases: dict[str, Database]) -> AsyncIterator[Neighbours]:
    played = Neighbours(own_kafka.server.bootstrap, databases["aggregator"])
    await played.start()
    yield played
    await played.stop()


@pytest.fixture(scope="session")
def web_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page as the build exports it."""
    root = tmp_path_factory.mktemp("web")
    for name in ("index.html", "imports/index.html", "404.html"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(PAGE)
    (root / "_next/static").mkdir(parents=True)
    (root / "_next/static/a-1234.js").write_text("1")
    (root / "manifest.webmanifest").write_text("{}")
    (root / "worker.js").write_text("1")
    return root


@pytest.fixture(scope="session")
async def room(
    own_kafka: Running[Kafka],
    own_redis: Running[Redis],
    mariadb: MariaDB,
    neighbours: Neighbours,
    databases: dict[str, Database],
    web_root: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Room]:
    """The process, ready: the whole path can serve."""
    around = Around(own_kafka.server, own_redis.server, mariadb, web_root)
    folder = tmp_path_factory.mktemp("gateway")
    async with running_gateway(around, folder) as (port, ops_port, process):
        yield Room(port, ops_port, process, neighbours, databases, Layout(folder))


@pytest.fixture
async def second(
    room: Room,
    own_kafka: Running[Kafka],
    own_redis: Running[Redis],
    mariadb: MariaDB,
    web_root: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Room]:
    """Another gateway beside the first, with the same neighbours, cache and stores."""
    around = Around(own_kafka.server, own_redis.server, mariadb, web_root)
    folder = tmp_path_factory.mktemp("second")
    async with running_gateway(around, folder) as (port, ops_port, process):
        yield Room(port, ops_port, process, room.neighbours, room.databases, Layout(folder))


class Around(NamedTuple):
    """What a gateway needs."""

    kafka: Kafka
    redis: Redis
    mariadb: MariaDB
    web_root: Path


@asynccontextmanager
async def running_gateway(around: Around, folder: Path) -> AsyncIterator[tuple[int, int, Runner]]:
    """A gateway as a process, ready: its port, that of its operation, and the process."""
    port, ops_port = free_port(), free_port()
    spec = ProcessSpec(
        name="gateway",
        argv=(sys.executable, "-m", "gateway"),
        env={
            "NACHKLANG_KAFKA": around.kafka.bootstrap,
            "NACHKLANG_MARIADB_PORT": str(around.mariadb.port),
            "NACHKLANG_MARIADB_PASSWORD": around.mariadb.passwords["gateway"],
            "NACHKLANG_REDIS_URL": around.redis.url,
            "NACHKLANG_PORT": str(port),
            "NACHKLANG_OPS_PORT": str(ops_port),
            "NACHKLANG_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "NACHKLANG_WEB_ROOT": str(around.web_root),
            "NACHKLANG_FRAME_ORIGINS": "http://127.0.0.1:9",
            "NACHKLANG_SAMPLES": "deezer",
            "NACHKLANG_MAX_UPLOAD_BYTES": str(MAX_UPLOAD_BYTES),
        },
        ready=partial(says_ok, f"http://127.0.0.1:{port}/readyz"),
        grace=10.0,
    )
    async with Runner(spec, Layout(folder)) as process:
        yield port, ops_port, process
