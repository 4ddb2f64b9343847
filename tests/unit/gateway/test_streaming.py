"""Answers that are made while they are sent: whole or visibly broken."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from chassis.errors import Retryable
from gateway.http import streaming
from gateway.http.problems import problems
from gateway.http.streaming import send_pieces

Pieces = AsyncGenerator[bytes, None]


async def always() -> bool:
    return True


async def never() -> bool:
    return False


@asynccontextmanager
async def sending(pieces: Pieces, admitted: Callable[[], Awaitable[bool]] = always) -> AsyncIterator[str]:
    """A server that answers with these pieces; its address."""

    async def handle(request: web.Request) -> web.StreamResponse:
        return await send_pieces(request, {"Content-Type": "text/plain"}, pieces, admitted)

    app = web.Application(middlewares=[problems])
    app.router.add_get("/", handle)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


class Made:
    """Pieces, and whether they were ended properly."""

    def __init__(self, *contents: bytes | Exception) -> None:
        self.contents = contents
        self.closed = False

    async def pieces(self) -> Pieces:
        try:
            for content in self.contents:
                if isinstance(content, Exception):
                    raise content
                yield content
        finally:
            self.closed = True


async def test_what_is_whole_arrives_whole() -> None:
    made = Made(b"one ", b"two ", b"three")
    async with sending(made.pieces()) as url, aiohttp.ClientSession() as http, http.get(url) as answer:
        assert (answer.status, await answer.read()) == (200, b"one two three")
    assert made.closed


async def test_a_fault_before_the_first_piece_is_a_problem() -> None:
    pieces = Made(Retryable("away")).pieces()
    async with sending(pieces) as url, aiohttp.ClientSession() as http, http.get(url) as answer:
        assert (answer.status, (await answer.json(content_type=None))["type"]) == (503, "/problems/unavailable")


@pytest.mark.parametrize("fault", [Retryable("away"), RuntimeError("broken"), TimeoutError()])
async def test_a_fault_after_it_cuts_the_connection(fault: Exception) -> None:
    made = Made(b"one ", fault)
    async with sending(made.pieces()) as url, aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientError):
            async with http.get(url) as answer:
                await answer.read()
    assert made.closed


async def test_who_is_no_longer_admitted_gets_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_CHECK_SECONDS", 0.0)
    made = Made(b"one ", b"two ", b"three")
    async with sending(made.pieces(), never) as url, aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientError):
            async with http.get(url) as answer:
                await answer.read()
    assert made.closed


async def test_the_last_piece_is_only_for_who_is_still_admitted() -> None:
    made = Made(b"one ", b"two ", b"the end")
    async with sending(made.pieces(), never) as url, aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientError):
            async with http.get(url) as answer:
                await answer.read()
    assert made.closed


async def test_who_takes_nothing_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_STALLED_SECONDS", 0.05)
    made = Made(*[b"x" * 1024 * 1024] * 64)
    async with sending(made.pieces()) as url, aiohttp.ClientSession(read_bufsize=1024) as http:
        with pytest.raises(aiohttp.ClientError):
            async with http.get(url) as answer:
                async with asyncio.timeout(60):
                    while not made.closed:
                        await asyncio.sleep(0.01)
                await answer.read()
