"""The enricher's catalogue with the Spotify double on the other side and one clock for both."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from chassis.settings import Secret
from contracts.keys import media_key
from contracts.messages.media import MediaItem, MediaKind
from enricher.adapters.spotify_api import SpotifyApi
from enricher.adapters.spotify_catalogue import SpotifyCatalogue
from enricher.settings import SpotifySettings
from stack.double.http.app import create_app
from stack.double.settings import Settings
from stack.double.world import create_world

NOW = 1_790_000_000_000


class Blocks:
    """Lock-outs in memory."""

    def __init__(self) -> None:
        self.ends: dict[str, int] = {}

    async def until(self, family: str) -> int:
        return self.ends.get(family, 0)

    async def block(self, family: str, until_ms: int) -> None:
        self.ends[family] = until_ms


class Room:
    """A double, a catalogue that asks it, and a clock that only sleeping moves."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session, self.address, self.now, self.blocks = session, address, NOW, Blocks()
        settings = SpotifySettings("client", Secret("secret"), address, address, f"{address}/embed", "DE")
        api = SpotifyApi(session, settings, self.blocks, lambda: self.now, self.sleep)
        self.catalogue = SpotifyCatalogue(api, settings.embed_url, settings.market)

    async def sleep(self, seconds: float) -> None:
        self.now += int(seconds * 1000)
        await self.switch(clock_offset_ms=self.now - NOW)

    async def switch(self, **fields: object) -> None:
        async with self.session.post(f"{self.address}/_double/switches", json=fields) as answer:
            assert answer.status == 200, await answer.text()

    async def calls(self) -> dict[str, int]:
        async with self.session.get(f"{self.address}/_double/calls") as answer:
            return dict(await answer.json())


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    settings = Settings(
        "127.0.0.1", 0, "http://double", "client", "secret", ("http://127.0.0.1:1/auth/callback",), None
    )
    app = create_app(create_world(settings, lambda: NOW))
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        yield Room(session, str(server.make_url("")).rstrip("/"))


def item(kind: MediaKind, artist: str, title: str | None = None, sample_id: str | None = None) -> MediaItem:
    return MediaItem(key=media_key(kind, artist, title), kind=kind, artist=artist, title=title, sample_id=sample_id)
