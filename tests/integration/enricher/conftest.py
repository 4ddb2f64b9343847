"""The enricher's catalogue with the Spotify double on the other side and one clock for both."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from chassis.database import Database
from chassis.migrate import migrate
from chassis.settings import MariaDbSettings, Secret
from contracts.keys import media_key
from contracts.messages.media import MediaItem, MediaKind
from enricher.adapters.samples.other import OtherSamples
from enricher.bootstrap import MIGRATIONS
from enricher.bootstrap.catalogues import Kept, World, catalogue_of
from enricher.domain.media import KEPT_MS
from enricher.ports import Catalogue
from enricher.settings import PaceSettings, SpotifySettings
from stack.double.http.app import create_app
from stack.double.ids import id_of
from stack.double.items import track_of
from stack.double.settings import Settings
from stack.double.world import create_world
from stack.ports import free_port
from stack.servers.mariadb import MariaDB

NOW = 1_790_000_000_000
SINGLY = {"several tracks": False, "several artists": False}
"""Abilities of an application that is known to have to ask for one thing at a time."""
UNLIMITED = PaceSettings(per_second=0, in_flight=10, a_day="unlimited")


class Ledger:
    """Calls and lock-outs in memory."""

    def __init__(self) -> None:
        self.ends: dict[str, int] = {}
        self.made: dict[tuple[str, int], int] = {}

    async def count(self, family: str, day: int, most: int | None) -> bool:
        made = self.made.get((family, day), 0)
        if most is not None and made >= most:
            return False
        self.made[family, day] = made + 1
        return True

    async def until(self, family: str) -> int:
        return self.ends.get(family, 0)

    async def block(self, family: str, until_ms: int, reason: str) -> None:
        self.ends[family] = max(until_ms, self.ends.get(family, 0))


class Answers:
    """Known answers in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], tuple[bytes | None, str | None, int]] = {}

    async def get(self, family: str, ids: Collection[str], now_ms: int) -> dict[str, bytes | None]:
        found = {item_id: self.kept.get((family, item_id)) for item_id in ids}
        return {item_id: entry[0] for item_id, entry in found.items() if entry and entry[2] > now_ms}

    async def named(self, names_key: str, now_ms: int) -> bytes | None:
        return next((answer for answer, key, ends in self.kept.values() if key == names_key and ends > now_ms), None)

    async def put(self, family: str, answers: Mapping[str, tuple[bytes | None, str | None]], now_ms: int) -> None:
        for item_id, (answer, key) in answers.items():
            self.kept[family, item_id] = answer, key, now_ms + KEPT_MS


class Abilities:
    """What was tried, in memory."""

    def __init__(self) -> None:
        self.known: dict[str, bool] = {}

    async def get(self, ability: str, _: int) -> bool | None:
        return self.known.get(ability)

    async def learn(self, ability: str, _: int, *, allowed: bool) -> None:
        self.known[ability] = allowed


class Room:
    """A double, a catalogue that asks it, and a clock that only sleeping moves."""

    def __init__(
        self, session: aiohttp.ClientSession, address: str, pace: PaceSettings, *, double: bool = True
    ) -> None:
        """`double`: at the address is the double, whose clock moves too."""
        self.session, self.address, self.now = session, address, NOW
        self.ledger, self.answers, self.abilities = Ledger(), Answers(), Abilities()
        self.pace = pace
        self.double = double
        self.asleep: asyncio.Event | None = None
        self.sleeping = 0
        self.catalogue = self.made()

    def made(self, client_id: str = "client", samples: OtherSamples | None = None) -> Catalogue:
        """A catalogue as after a start: it remembers what the stores do."""
        kept = Kept(self.ledger, self.answers, self.abilities)
        world = World(self.session, lambda: self.now, self.sleep)
        return catalogue_of(self.settings(client_id), self.pace, samples or OtherSamples([]), kept, world)

    def settings(self, client_id: str = "client") -> SpotifySettings:
        """Where the double is, and an application that it knows."""
        return SpotifySettings(client_id, Secret("secret"), self.address, self.address, self.address, "DE")

    async def sleep(self, seconds: float) -> None:
        if self.asleep:
            self.sleeping += 1
            await self.asleep.wait()
        self.now += round(seconds * 1000)
        if self.double:
            await self.switch(clock_offset_ms=self.now - NOW)
        await asyncio.sleep(0)

    async def switch(self, **fields: object) -> None:
        async with self.session.post(f"{self.address}/_double/switches", json=fields) as answer:
            assert answer.status == 200, await answer.text()

    async def calls(self, family: str) -> int:
        """How often the family was called; `oembed` is the open site's."""
        async with self.session.get(f"{self.address}/_double/calls") as answer:
            return int((await answer.json()).get(family if family == "oembed" else f"api {family}", 0))


MakeRoom = Callable[[PaceSettings], Room]


@pytest.fixture
async def make_room() -> AsyncIterator[MakeRoom]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = Settings("127.0.0.1", port, address, "client", "secret", ("http://127.0.0.1:1/auth/callback",), None)
    app = create_app(create_world(settings, lambda: NOW))
    async with TestServer(app, port=port) as server, aiohttp.ClientSession() as session:
        yield lambda pace: Room(session, str(server.make_url("")).rstrip("/"), pace)


@pytest.fixture
async def room(make_room: MakeRoom) -> Room:
    return make_room(UNLIMITED)


@pytest.fixture
async def database(mariadb: MariaDB) -> AsyncIterator[Database]:
    """The enricher's tables, empty but for media."""
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["enricher"]))
    database = Database(settings, user="enricher", schema="enricher")
    await migrate(database, MIGRATIONS, "enricher")
    for table in ("wishes", "answers", "calls", "abilities", "blocks"):
        await database.execute(f"DELETE FROM {table}")
    yield database
    await database.close()


def item(kind: MediaKind, artist: str, title: str | None = None, sample_id: str | None = None) -> MediaItem:
    return MediaItem(key=media_key(kind, artist, title), kind=kind, artist=artist, title=title, sample_id=sample_id)


def artist_of(track_id: str) -> MediaItem:
    """The artist of a made-up track of the double, by that track: it takes a call for the track, and one for them."""
    return item("artist", track_of(track_id).artists[0].name, None, track_id)


def artists(count: int, start: int = 0) -> list[MediaItem]:
    """Different artists, by one of their tracks each."""
    by_name = {one.artist: one for one in (artist_of(id_of("track", "a", str(n))) for n in range(1_000))}
    return list(by_name.values())[start : start + count]
