"""Answers that Spotify does not document: no answer at all, never an end of the process, never "missing"."""

import asyncio
from collections.abc import AsyncIterator
from typing import NamedTuple

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from chassis.errors import Retryable
from contracts.messages.media import MediaKind
from enricher.adapters.http import ONE_CALL
from enricher.adapters.spotify.catalogue import PREVIEWS
from enricher.ports import Catalogue, CatalogueBlocked
from tests.integration.enricher.conftest import UNLIMITED, Room, item

GOOD_TOKEN = b'{"access_token": "t", "expires_in": 3600}'
HTML = b"<html>sign in to this network</html>"


class Odd:
    """A Spotify that answers whatever it is given; its oEmbed is down."""

    def __init__(self) -> None:
        self.token, self.answer, self.status = GOOD_TOKEN, b"{}", 200
        self.location = ""
        self.asked: list[str] = []
        self.answers = asyncio.Event()
        self.answers.set()
        self.app = web.Application()
        self.app.add_routes([web.post("/api/token", self._token), web.get("/v1/{rest:.*}", self._answer)])
        self.app.add_routes([web.get("/oembed", self._down)])

    async def _token(self, _: web.Request) -> web.Response:
        return web.Response(body=self.token, content_type="text/html")

    async def _answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        await self.answers.wait()
        headers = {"Location": self.location} if self.location else {}
        return web.Response(status=self.status, body=self.answer, content_type="text/html", headers=headers)

    async def _down(self, _: web.Request) -> web.Response:
        return web.Response(status=503)


class Place(NamedTuple):
    """An odd Spotify, and a catalogue that asks it."""

    spotify: Odd
    room: Room
    catalogue: Catalogue


@pytest.fixture
async def odd() -> AsyncIterator[Place]:
    spotify = Odd()
    async with TestServer(spotify.app) as server, aiohttp.ClientSession() as session:
        room = Room(session, str(server.make_url("")).rstrip("/"), UNLIMITED, double=False)
        room.abilities.known[PREVIEWS] = True
        yield Place(spotify, room, room.catalogue)


@pytest.mark.parametrize(
    ("kind", "sample_id", "answer"),
    [
        ("track", "t" * 22, HTML),
        ("track", "t" * 22, b"\xff\xfe"),
        ("track", "t" * 22, b"[" * 100_000),
        ("track", "t" * 22, b'{"id": "t"}'),
        ("album", "t" * 22, b'{"id": "t"}'),
        ("track", "t" * 22, b'{"id": "t", "album": {"id": "b", "images": [{"width": 1}]}}'),
        ("track", "t" * 22, b'{"id": "\xff", "album": {"id": "b"}}'),
        ("track", "t" * 22, b'{"id": "../t", "album": {"id": "b"}}'),
        ("track", "t" * 22, b'{"id": "' + b"t" * 65 + b'", "album": {"id": "b"}}'),
        ("track", "t" * 22, b'{"id": "t", "album": {"id": "b", "images": [{"url": "u", "width": 1000000000000}]}}'),
        ("track", "t" * 22, b'{"id": "t", "album": {"id": "b", "images": [{"url": "' + b"u" * 3000 + b'"}]}}'),
        ("track", None, b'{"tracks": null}'),
        ("artist", None, b'{"artists": {"items": [{"name": "x"}]}}'),
        ("show", "t" * 22, b'{"show": {"name": "x"}}'),
    ],
)
async def test_what_is_not_as_documented_is_no_answer(
    odd: Place, kind: MediaKind, sample_id: str | None, answer: bytes
) -> None:
    odd.spotify.answer = answer
    with pytest.raises(Retryable):
        await odd.catalogue.find(item(kind, "x", None if kind in {"artist", "show"} else "y", sample_id))


@pytest.mark.parametrize("token", [HTML, b"{}", b'{"access_token": "t", "expires_in": "soon"}'])
async def test_a_token_that_is_none_is_no_answer(odd: Place, token: bytes) -> None:
    odd.spotify.token = token
    with pytest.raises(Retryable):
        await odd.catalogue.find(item("track", "x", "y", "t" * 22))


@pytest.mark.parametrize("status", [400, 401, 403, 408, 418, 429, 500, 503])
async def test_no_refusal_is_taken_for_missing(odd: Place, status: int) -> None:
    odd.spotify.status, odd.spotify.answer = status, b'{"error": {"status": 0, "message": "No"}}'
    for asked in (item("artist", "x", None, "t" * 22), item("track", "x", "y"), item("show", "x", None, "t" * 22)):
        with pytest.raises((Retryable, CatalogueBlocked)):
            await odd.catalogue.find(asked)


@pytest.mark.parametrize(
    ("status", "answer"),
    [(404, b'{"error": {"message": "Service not found"}}'), (400, b"Too many ids requested"), (200, b'{"tracks": []}')],
)
async def test_what_does_not_answer_a_batch_does_not_allow_batches(odd: Place, status: int, answer: bytes) -> None:
    odd.spotify.status, odd.spotify.answer = status, answer
    for _ in range(2):
        with pytest.raises(Retryable):
            await odd.catalogue.find(item("artist", "x", None, "t" * 22))
    assert odd.room.abilities.known.get("several tracks") is not True


async def test_whoever_takes_too_long_has_not_answered(odd: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ONE_CALL, "timeout", aiohttp.ClientTimeout(total=0.05))
    odd.spotify.answers.clear()
    with pytest.raises(Retryable):
        await odd.catalogue.find(item("artist", "x"))
    odd.spotify.answers.set()


async def test_a_redirect_is_not_followed(odd: Place) -> None:
    odd.spotify.status, odd.spotify.location = 302, "/v1/elsewhere"
    with pytest.raises(Retryable):
        await odd.catalogue.find(item("artist", "x"))
    assert not any("elsewhere" in path for path in odd.spotify.asked)
