"""Answers that Spotify does not document: no answer at all, never an end of the process."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from chassis.errors import Retryable
from chassis.settings import Secret
from contracts.keys import media_key
from contracts.messages.media import MediaItem, MediaKind
from enricher.adapters.spotify_api import SpotifyApi
from enricher.adapters.spotify_catalogue import SpotifyCatalogue
from enricher.settings import SpotifySettings
from tests.integration.enricher.conftest import Blocks

GOOD_TOKEN = b'{"access_token": "t", "expires_in": 3600}'
HTML = b"<html>sign in to this network</html>"


class Odd:
    """A Spotify that answers 200 with whatever it is given."""

    def __init__(self) -> None:
        self.token, self.answer = GOOD_TOKEN, b"{}"
        self.app = web.Application()
        self.app.add_routes([web.post("/api/token", self._token), web.get("/v1/{rest:.*}", self._answer)])

    async def _token(self, _: web.Request) -> web.Response:
        return web.Response(body=self.token, content_type="text/html")

    async def _answer(self, _: web.Request) -> web.Response:
        return web.Response(body=self.answer, content_type="text/html")


@pytest.fixture
async def odd() -> AsyncIterator[tuple[Odd, SpotifyCatalogue]]:
    spotify = Odd()
    async with TestServer(spotify.app) as server, aiohttp.ClientSession() as session:
        address = str(server.make_url("")).rstrip("/")
        settings = SpotifySettings("client", Secret("secret"), address, address, f"{address}/embed", "DE")
        api = SpotifyApi(session, settings, Blocks(), lambda: 0, _at_once)
        yield spotify, SpotifyCatalogue(api, settings.embed_url, settings.market)


async def _at_once(_: float) -> None:
    """No time passes."""


@pytest.mark.parametrize(
    ("kind", "sample_id", "answer"),
    [
        ("track", "t" * 22, HTML),
        ("track", "t" * 22, b"\xff\xfe"),
        ("track", "t" * 22, b"[" * 100_000),
        ("track", "t" * 22, b'{"id": "t"}'),
        ("album", "t" * 22, b'{"id": "t"}'),
        ("track", "t" * 22, b'{"id": "t", "album": {"id": "b", "images": [{"width": 1}]}}'),
        ("track", None, b'{"tracks": null}'),
        ("artist", None, b'{"artists": {"items": [{"name": "x"}]}}'),
        ("show", "t" * 22, b'{"show": {"name": "x"}}'),
    ],
)
async def test_what_is_not_as_documented_is_no_answer(
    odd: tuple[Odd, SpotifyCatalogue], kind: MediaKind, sample_id: str | None, answer: bytes
) -> None:
    spotify, catalogue = odd
    spotify.answer = answer
    title = None if kind in {"artist", "show"} else "y"
    with pytest.raises(Retryable):
        await catalogue.find(
            MediaItem(key=media_key(kind, "x", title), kind=kind, artist="x", title=title, sample_id=sample_id)
        )


@pytest.mark.parametrize("token", [HTML, b"{}", b'{"access_token": "t", "expires_in": "soon"}'])
async def test_a_token_that_is_none_is_no_answer(odd: tuple[Odd, SpotifyCatalogue], token: bytes) -> None:
    spotify, catalogue = odd
    spotify.token = token
    with pytest.raises(Retryable):
        await catalogue.find(
            MediaItem(key=media_key("track", "x", "y"), kind="track", artist="x", title="y", sample_id="t" * 22)
        )
