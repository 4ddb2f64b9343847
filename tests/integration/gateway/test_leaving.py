"""Leaving: gone at every gateway at once, in the cache, in open streams, and after a start."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from redis.asyncio import Redis as Client

from contracts.messages.people_changes import PersonErased, SharingChanged
from contracts.messages.sharing import ErasePerson
from contracts.topics import Topic
from gateway.domain.cache_keys import answers_prefix
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.servers.redis import Redis
from tests.harness.servers import Running
from tests.integration.gateway.conftest import Around, Caller, Room, eventually, running_gateway
from tests.integration.gateway.test_two_gateways import at
from tests.integration.gateway.test_wrapped import ASKED, PATH
from tests.integration.gateway.uploading import accepted, changed


async def left(room: Room, caller: Caller) -> None:
    """The person leaves, and everybody is told so, twice."""
    told = await caller.ask("DELETE", "/api/v1/me")
    assert (told.status, told.body) == (202, b"")
    for _ in range(2):
        await room.neighbours.say(Topic.PEOPLE_CHANGES, caller.person_id, PersonErased(person_id=caller.person_id))


async def kept(redis: Running[Redis], word: str) -> list[str]:
    """Every key and value of the cache in which `word` stands."""
    async with Client.from_url(redis.server.url) as client:
        found = {key: await client.get(key) async for key in client.scan_iter()}
    return [key.decode() for key, value in found.items() if word.encode() in key + (value or b"")]


async def test_the_session_ends_its_cookie_is_cleared_and_tokens_end_too(room: Room, second: Room) -> None:
    caller = room.as_someone()
    token = (await caller.ask("POST", "/api/v1/tokens", json={"name": "a"})).json["token"]
    bearer = {"Authorization": f"Bearer {token}", "Cookie": ""}
    for gateway in (room, second):
        assert (await at(gateway, caller).ask("GET", "/api/v1/me", headers=bearer)).status == 200
        assert (await at(gateway, caller).ask("GET", "/api/v1/me")).status == 200
    told = await caller.ask("DELETE", "/api/v1/me")
    assert told.status == 202
    assert 'nachklang_session=""' in told.headers["Set-Cookie"]
    assert "Max-Age=0" in told.headers["Set-Cookie"]
    assert ErasePerson(person_id=caller.person_id) in room.neighbours.auth.told

    async def out(gateway: Room) -> bool:
        """At once where they left, and elsewhere as soon as the cache, which may be too busy at first, has heard it."""
        person = at(gateway, caller)
        return [(await person.ask("GET", "/api/v1/me", headers=by)).status for by in ({}, bearer)] == [401, 401]

    assert await out(room)
    await eventually(lambda: out(second))


async def test_without_the_csrf_token_nobody_is_erased(room: Room) -> None:
    caller = room.as_someone()
    assert (await caller.ask("DELETE", "/api/v1/me", headers={"X-CSRF-Token": "wrong"})).status == 403
    assert (await caller.ask("GET", "/api/v1/me")).status == 200


async def test_nothing_of_them_is_left_in_the_cache(room: Room, second: Room, own_redis: Running[Redis]) -> None:
    caller, other = room.as_someone(), room.as_someone()

    async def cached(person: Caller) -> bool:
        await person.get(PATH)
        return len(await kept(own_redis, person.person_id)) >= 3  # profile, credential, answer

    for person in (caller, other):
        await eventually(lambda: cached(person))  # noqa: B023  # awaited before the next round
    await left(room, caller)

    async def gone() -> bool:
        return await kept(own_redis, caller.person_id) == []

    await eventually(gone)
    assert len(await kept(own_redis, other.person_id)) >= 3


async def test_who_was_erased_elsewhere_is_known_no_more_though_the_cache_still_says_so(room: Room) -> None:
    caller = room.as_someone()
    await caller.get("/api/v1/me")
    await room.neighbours.say(Topic.PEOPLE_CHANGES, caller.person_id, PersonErased(person_id=caller.person_id))

    async def refused() -> bool:
        return (await caller.ask("GET", "/api/v1/me")).status == 401

    await eventually(refused)


async def test_their_streams_of_events_end_everywhere(room: Room, second: Room) -> None:
    caller, request = await accepted(room)
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    async with (
        aiohttp.ClientSession(headers=headers) as http,
        http.get(f"{room.url}/api/v1/uploads/{request.upload_id}/events") as one,
        http.get(f"{second.url}/api/v1/events") as other,
    ):
        for stream in (one, other):
            await stream.content.readline()
        await left(room, caller)
        async with asyncio.timeout(8):  # sooner than the streams look at their credential by themselves
            for stream in (one, other):
                await stream.content.read()


async def test_an_upload_under_way_ends_with_a_problem(room: Room) -> None:
    caller = room.as_someone()

    async def slowly() -> AsyncIterator[bytes]:
        yield b"[" + b" " * 100_000
        await left(room, caller)
        yield b" " * 100_000
        yield b"]"

    told = await caller.ask("POST", "/api/v1/uploads", data=slowly(), headers={"Content-Type": "application/json"})
    assert (told.status, told.json["type"]) == (401, "/problems/not-signed-in")
    assert caller.person_id not in {request.person_id for request in room.neighbours.uploads}


@pytest.mark.usefixtures("room")
async def test_a_gateway_that_starts_later_does_not_show_their_uploads_again(
    room: Room,
    own_kafka: Running[Kafka],
    own_redis: Running[Redis],
    mariadb: MariaDB,
    web_root: Path,
    tmp_path: Path,
) -> None:
    caller, request = await accepted(room)
    stays, other = await accepted(room)
    for upload in (request, other):
        await room.neighbours.say(Topic.IMPORT_CHANGES, upload.upload_id, changed(upload, "reading"))
    await left(room, caller)
    # as if the auth service still knew them: only what the gateway remembers stands between
    room.neighbours.auth.people[caller.person_id] = room.neighbours.auth.people[stays.person_id]
    around = Around(own_kafka.server, own_redis.server, mariadb, web_root)
    async with running_gateway(around, tmp_path) as (port, _, _):
        url = f"http://127.0.0.1:{port}"
        staying = Caller(url, stays.person_id, stays.secret, room.described)
        assert [item["id"] for item in (await staying.get("/api/v1/uploads"))["items"]] == [other.upload_id]
        assert (await staying.ask("GET", f"/api/v1/uploads/{request.upload_id}")).status == 404
        assert (
            await Caller(url, caller.person_id, caller.secret, room.described).ask("GET", "/api/v1/me")
        ).status == 401
    del room.neighbours.auth.people[caller.person_id]


async def test_what_others_saw_is_forgotten_when_somebody_shares_no_more(room: Room, own_redis: Running[Redis]) -> None:
    caller = room.as_someone()
    owner, _ = room.neighbours.auth.someone("Ben", sharing=True)
    path = f"{PATH}&person={owner.person_id}"

    async def cached() -> bool:
        await caller.get(path)
        return bool(await kept(own_redis, answers_prefix(owner.person_id, "other")))

    await eventually(cached)
    change = SharingChanged(person_id=owner.person_id, sharing=False, change=1)
    for _ in range(2):
        await room.neighbours.say(Topic.PEOPLE_CHANGES, owner.person_id, change)

    async def gone() -> bool:
        return not await kept(own_redis, owner.person_id)

    await eventually(gone)
    before = room.neighbours.asked[ASKED]
    await caller.get(path)
    assert room.neighbours.asked[ASKED] == before + 1
