"""Parts that go away: without Redis everything goes on, without the broker an upload says so, SIGTERM ends in order."""

import asyncio
import os
import signal

import aiohttp
import pytest

from stack.servers.kafka import Kafka
from stack.servers.redis import Redis
from tests.harness.servers import Running
from tests.integration.gateway.conftest import Room, ask, eventually
from tests.integration.gateway.uploading import ZIP

WRAPPED = "/api/v1/wrapped?from=2025-01-01&to=2025-01-31"
WITHOUT_CACHE_S = 20
"""No request may wait for a cache that is gone."""


async def test_without_redis_everything_goes_on(room: Room, own_redis: Running[Redis]) -> None:
    caller = room.as_someone()
    await own_redis.process.stop()
    try:
        async with asyncio.timeout(WITHOUT_CACHE_S):
            assert (await caller.get("/api/v1/me"))["id"] == caller.person_id
            assert (await caller.get(WRAPPED))["revision"] == 0
            assert (await ask("GET", f"{room.url}/readyz")).status == 200
    finally:
        await own_redis.process.start()
    assert (await caller.get("/api/v1/me"))["id"] == caller.person_id


async def test_without_the_broker_an_upload_is_told_so_and_later_ones_go_on(
    room: Room, own_kafka: Running[Kafka]
) -> None:
    caller = room.as_someone()
    await caller.get("/api/v1/me")
    await own_kafka.process.stop()
    try:
        told = await caller.ask("POST", "/api/v1/uploads", data=b"[]", headers=ZIP)
        assert (told.status, told.json["type"]) == (503, "/problems/unavailable")
        assert "Retry-After" in told.headers
        assert (await ask("GET", f"{room.url}/readyz")).status == 503
    finally:
        await own_kafka.process.start()

    async def accepted() -> bool:
        return (await room.as_someone().ask("POST", "/api/v1/uploads", data=b"[]", headers=ZIP)).status == 202

    await eventually(accepted)

    async def ready() -> bool:
        return (await ask("GET", f"{room.url}/readyz")).status == 200

    await eventually(ready)


async def test_a_restarted_gateway_knows_what_was_received(room: Room) -> None:
    caller = room.as_someone()
    told = await caller.ask("POST", "/api/v1/uploads", data=b"[]", headers=ZIP)
    await room.process.restart()
    assert (await caller.get(told.headers["Location"]))["state"] == "receiving"


async def test_sigterm_finishes_what_is_under_way_and_ends_streams(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """In time too: a process that takes longer than it has is ended by its own alarm, with another status."""
    caller, answered, questions = room.as_someone(), asyncio.Event(), len(room.neighbours.questions)
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    await caller.get("/api/v1/me")  # by now the document is known that answers are held against
    monkeypatch.setattr(room.neighbours, "gate", answered)

    async def asked() -> bool:
        return len(room.neighbours.questions) > questions

    async def takes_nobody_new() -> bool:
        try:
            await ask("GET", f"{room.url}/")
        except aiohttp.ClientError:
            return True
        return False

    async with aiohttp.ClientSession(headers=headers) as http, http.get(f"{room.url}/api/v1/events") as stream:
        assert (await stream.content.readline()).startswith(b": still here")
        slow = asyncio.create_task(caller.ask("GET", "/api/v1/wrapped?from=2024-01-01&to=2024-01-31"))
        await eventually(asked)
        assert room.process.pid is not None
        os.kill(room.process.pid, signal.SIGTERM)
        await eventually(takes_nobody_new)
        answered.set()
        told = await slow
        await stream.content.read()
    code = await room.process.wait()
    await room.process.start()
    assert (told.status, code) == (200, 0)
