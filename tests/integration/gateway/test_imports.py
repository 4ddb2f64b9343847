"""Watching imports: states as they change, from the store and from the topics, for the owner only."""

import json
import uuid
from urllib.parse import quote

import aiohttp
import pytest

from chassis.clock import system_clock
from contracts.messages.uploads import FileAccount, Live, LiveTotalsChanged, LiveTrack, Rows
from contracts.topics import Topic
from tests.integration.gateway.conftest import Room, eventually
from tests.integration.gateway.uploading import ZIP, accepted, changed, events


async def put_import(room: Room, person_id: str, created_at: int, rejected: int = 0) -> str:
    """An import that only the store knows."""
    upload_id, database = uuid.uuid4().hex, room.databases["uploader"]
    await database.execute(
        "INSERT INTO serving.imports (upload_id, person_id, state, created_at, finished_at, bytes, chunk_partition, "
        "first_offset, last_offset, rows_read, rows_rejected, reasons) "
        "VALUES (%s, %s, 'done', %s, %s, 2, 0, 0, 0, %s, %s, %s)",
        (upload_id, person_id, created_at, created_at + 1500, rejected, rejected, json.dumps({"no": rejected})),
    )
    for number, name in enumerate(("b.json", "a.json")):
        await database.execute(
            "INSERT INTO serving.import_files (upload_id, file, name, format) VALUES (%s, %s, %s, 'extended')",
            (upload_id, number, name),
        )
    for number in range(rejected):
        await database.execute(
            "INSERT INTO serving.rejections VALUES (%s, %s, %s, %s)", (upload_id, number % 2, number + 1, "no")
        )
    return upload_id


async def test_events_show_the_upload_at_once_and_at_every_change_until_it_is_done(room: Room) -> None:
    caller, request = await accepted(room)
    path = f"{room.url}/api/v1/uploads/{request.upload_id}"
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    rows = Rows(read=3, imported=2, duplicate=1)
    file = FileAccount(name="a.json", format="extended", rows=rows)
    done = changed(
        request, "done", rows=rows, files=(file,), finished_at=system_clock(), live=Live(ms_played=7, streams=1)
    )
    totals = LiveTotalsChanged(
        upload_id=request.upload_id, person_id=request.person_id, records=1, rows=3, ms_played=5, streams=1,
        top_track=LiveTrack(title="Treppenhaus", artist="Die Nachbarn", ms_played=3),
    )  # fmt: skip
    async with aiohttp.ClientSession() as http, http.get(f"{path}/events", headers=headers) as stream:
        states = events(stream)
        assert (await anext(states))["state"] == "receiving"
        await room.neighbours.say(Topic.LIVE_TOTALS, request.upload_id, totals)
        assert (await anext(states))["live"] == {
            "ms_played": 5,
            "streams": 1,
            "top_track": {"title": "Treppenhaus", "artist": "Die Nachbarn", "ms_played": 3},
        }
        await room.neighbours.say(Topic.IMPORT_CHANGES, request.upload_id, changed(request, "reading"))
        assert (await anext(states))["state"] == "reading"
        await room.neighbours.say(Topic.IMPORT_CHANGES, request.upload_id, done)
        last = await anext(states)
        assert (last["state"], last["rows"]["imported"], last["live"]["ms_played"]) == ("done", 2, 7)
        assert last["files"] == [{"name": "a.json", "format": "extended", "rows": last["rows"], "error": None}]
        with pytest.raises(StopAsyncIteration):
            await anext(states)


async def test_states_go_forward_only(room: Room) -> None:
    caller, request = await accepted(room)
    for state in ("aggregating", "reading"):
        await room.neighbours.say(Topic.IMPORT_CHANGES, request.upload_id, changed(request, state))
    other, later = await accepted(room)
    await room.neighbours.say(Topic.IMPORT_CHANGES, later.upload_id, changed(later, "done"))

    async def told() -> bool:
        return bool((await other.get(f"/api/v1/uploads/{later.upload_id}"))["state"] == "done")

    await eventually(told)  # the topic has one partition, so everything before was read too
    assert (await caller.get(f"/api/v1/uploads/{request.upload_id}"))["state"] == "aggregating"


async def test_the_store_knows_imports_of_long_ago(room: Room) -> None:
    caller = room.as_someone()
    upload_id = await put_import(room, caller.person_id, 1_700_000_000_000)
    shown = await caller.get(f"/api/v1/uploads/{upload_id}")
    assert (shown["created_at"], shown["finished_at"]) == ("2023-11-14T22:13:20Z", "2023-11-14T22:13:21.500000Z")
    assert [file["name"] for file in shown["files"]] == ["b.json", "a.json"], "the archive's order"
    assert shown["reasons"] == {"no": 0}


async def test_uploads_are_listed_newest_first_in_pages(room: Room) -> None:
    caller = room.as_someone()
    old = [await put_import(room, caller.person_id, 1_700_000_000_000) for _ in range(3)]
    told = await caller.ask("POST", "/api/v1/uploads", data=b"[]", headers=ZIP)
    expected = [told.json["id"], *sorted(old, reverse=True)]
    seen, path = [], "/api/v1/uploads?limit=2"
    for _ in range(2):
        page = await caller.get(path)
        seen += [item["id"] for item in page["items"]]
        path = f"/api/v1/uploads?limit=2&cursor={page['next']}"
    assert seen == expected
    assert page["next"] is None


async def test_rejections_come_in_pages_in_the_order_of_files_and_rows(room: Room) -> None:
    caller = room.as_someone()
    upload_id = await put_import(room, caller.person_id, 1_700_000_000_000, rejected=5)
    path = f"/api/v1/uploads/{upload_id}/rejections?limit=3"
    first = await caller.get(path)
    second = await caller.get(f"{path}&cursor={first['next']}")
    rows = [(item["file"], item["row"]) for item in first["items"] + second["items"]]
    assert rows == [("b.json", 1), ("b.json", 3), ("b.json", 5), ("a.json", 2), ("a.json", 4)]
    assert second["next"] is None
    assert (await caller.ask("GET", f"{path}&cursor=%C3%A9")).status == 400


@pytest.mark.parametrize("upload_id", ["0" * 32, "é", "' OR 1=1"])
async def test_an_unknown_upload_is_not_found(room: Room, upload_id: str) -> None:
    told = await room.as_someone().ask("GET", f"/api/v1/uploads/{quote(upload_id)}")
    assert (told.status, told.json["type"]) == (404, "/problems/not-found")
