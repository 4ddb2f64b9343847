"""Two gateways beside each other: whatever one of them heard or was told, both say."""

import aiohttp

from contracts.keys import credential_hash
from contracts.messages.plays import HistoryChanged
from contracts.messages.uploads import Rows
from contracts.topics import Topic
from tests.integration.gateway.conftest import Caller, Room, eventually
from tests.integration.gateway.test_wrapped import ASKED, PATH, set_revision
from tests.integration.gateway.uploading import accepted, changed, events


def at(room: Room, caller: Caller) -> Caller:
    """The same person at this gateway."""
    return Caller(room.url, caller.person_id, caller.secret, caller.described)


async def test_done_is_seen_by_both_and_the_next_report_of_either_has_it(room: Room, second: Room) -> None:
    caller, request = await accepted(room)
    for gateway in (room, second):
        assert (await at(gateway, caller).get(PATH))["revision"] == 0
    await set_revision(room, caller, 1)
    done = changed(request, "done", rows=Rows(read=1, imported=1))
    await room.neighbours.say(Topic.IMPORT_CHANGES, request.upload_id, done)
    for gateway in (room, second):
        person = at(gateway, caller)

        async def told(person: Caller = person) -> bool:
            shown = await person.ask("GET", f"/api/v1/uploads/{request.upload_id}")
            return shown.status == 200 and bool(shown.json["state"] == "done")

        await eventually(told)
        assert (await person.get(PATH))["revision"] == 1


async def test_one_answer_serves_both(room: Room, second: Room) -> None:
    caller, before = room.as_someone(), room.neighbours.asked[ASKED]
    first = await at(room, caller).ask("GET", PATH)

    async def same_without_asking() -> bool:
        other = await at(second, caller).ask("GET", PATH)
        return bool(other.json["totals"] == first.json["totals"])

    await eventually(same_without_asking)
    assert room.neighbours.asked[ASKED] <= before + 2, "the answer is kept beside its being sent"


async def test_events_reach_the_pages_of_both(room: Room, second: Room) -> None:
    caller = room.as_someone()
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    async with (
        aiohttp.ClientSession(headers=headers) as http,
        http.get(f"{room.url}/api/v1/events") as one,
        http.get(f"{second.url}/api/v1/events") as other,
    ):
        for stream in (one, other):
            await stream.content.readline()  # from here on it is watched
        news = HistoryChanged(person_id=caller.person_id, revision=5)
        await room.neighbours.say(Topic.HISTORY_CHANGES, caller.person_id, news)
        for stream in (one, other):
            assert await anext(events(stream, "history-changed")) == {"revision": 5}


async def test_who_signs_out_at_one_is_out_at_both_and_streams_end(room: Room, second: Room) -> None:
    caller = room.as_someone()
    other = at(second, caller)
    assert (await other.ask("GET", "/api/v1/me")).status == 200
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    async with aiohttp.ClientSession(headers=headers) as http, http.get(f"{second.url}/api/v1/events") as stream:
        await stream.content.readline()
        assert (await caller.ask("POST", "/auth/logout")).status == 204
        assert credential_hash(caller.secret) not in room.neighbours.auth.credentials

        async def out() -> bool:
            """At once, unless the cache was too busy to hear it at the first try."""
            return (await other.ask("GET", "/api/v1/me")).status == 401

        await eventually(out)
        assert await stream.content.read() is not None, "the stream ends by itself"
