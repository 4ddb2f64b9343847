"""The wrapped: cache, then Kafka, then the store in a loop; the right revision; media joined."""

import asyncio
from datetime import datetime
from typing import Any

import aiohttp
import pytest

from chassis.clock import system_clock
from contracts.keys import media_key
from contracts.messages.media import MediaReady
from contracts.messages.plays import HistoryChanged
from contracts.topics import Topic
from gateway.domain.times import moment
from tests.integration.gateway.conftest import Caller, Room, eventually
from tests.integration.gateway.uploading import events

SAMPLE_ID = "4uLU6hMCjMI75M1A2tKUQC"
"""By which id everything of the history is looked for (played_history.py)."""
PATH = "/api/v1/wrapped?from=2025-01-01&to=2025-06-30"
ASKED = "ask-wrapped.v1"
HOUR = 3_600_000
DEEZER = {
    "preview_kind": "audio",
    "preview_source": "deezer",
    "preview_link": "https://www.deezer.com/track/3135556",
    "preview_id": "3135556",
}


async def set_revision(room: Room, caller: Caller, revision: int) -> None:
    sql = "REPLACE INTO serving.people_revisions VALUES (%s, %s)"
    await room.databases["aggregator"].execute(sql, (caller.person_id, revision))


async def test_report_has_the_names_of_the_interface(room: Room) -> None:
    caller = room.as_someone()
    report = await caller.get(PATH + "&by=streams&limit=7")
    assert (report["from"], report["to"], report["by"], report["revision"]) == (
        "2025-01-01",
        "2025-06-30",
        "streams",
        0,
    )
    assert report["person"] == {"id": caller.person_id, "name": "Ada", "picture": None}
    assert set(report["totals"]["by_kind"]) == {"track", "episode", "chapter"}
    (track,) = report["top_tracks"]
    assert track["first_played"] == "2023-11-14T22:13:20Z"
    assert track["link"].endswith(track["spotify_id"])
    assert (track["cover"], track["preview"], report["top_artists"][0]["image"]) == (None, None, None)
    assert report["favourites"]["track"] == track
    assert report["rhythm"]["life"] == [{"month": "2023-11", "ms_played": 200_000}]
    assert report["rhythm"]["longest_sitting"]["end"] == "2023-11-14T22:13:20Z"
    assert (report["discovery"]["new_tracks"], report["treasures"]["loved_tracks"]) == ([], [])
    assert report["habits"]["most_skipped"] is None
    assert report["top_artists"][0]["rank_before"] == 2
    assert report["media"] == "pending"


async def test_without_dates_everything_is_asked(room: Room) -> None:
    report = await room.as_someone().get("/api/v1/wrapped")
    assert (report["from"], report["to"], report["by"]) == (None, None, "time")


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("from=2025-02-30&to=2025-03-01", "invalid-request"),
        ("from=2025-03-02&to=2025-03-01", "invalid-window"),
        ("from=yesterday", "invalid-request"),
        ("limit=0", "invalid-request"),
        ("limit=501", "invalid-request"),
        ("limit=many", "invalid-request"),
        ("by=mood", "invalid-request"),
    ],
)
async def test_a_question_that_is_none_is_refused(room: Room, query: str, kind: str) -> None:
    told = await room.as_someone().ask("GET", f"/api/v1/wrapped?{query}")
    assert (told.status, told.json["type"]) == (400, f"/problems/{kind}")


async def test_another_persons_history_is_not_found(room: Room) -> None:
    caller, other = room.as_someone(), room.as_someone()
    assert (await caller.ask("GET", f"{PATH}&person={other.person_id}")).status == 404
    assert (await caller.ask("GET", f"{PATH}&person={caller.person_id}")).status == 200


async def test_an_answer_is_asked_for_once_until_the_revision_changes(room: Room) -> None:
    caller, before = room.as_someone(), room.neighbours.asked[ASKED]
    await asyncio.gather(*(caller.get(PATH) for _ in range(20)))
    first = await caller.ask("GET", PATH)
    assert room.neighbours.asked[ASKED] == before + 1
    assert first.headers["Cache-Control"].startswith("private")
    same = await caller.ask("GET", PATH, headers={"If-None-Match": first.headers["ETag"]})
    assert (same.status, same.body) == (304, b"")
    await set_revision(room, caller, 1)
    later = await caller.ask("GET", PATH, headers={"If-None-Match": first.headers["ETag"]})
    assert (later.status, later.json["revision"]) == (200, 1)
    assert later.headers["ETag"] != first.headers["ETag"]


async def test_a_lost_reply_is_found_in_the_store(room: Room) -> None:
    room.neighbours.replies, room.neighbours.stores = False, True
    try:
        assert (await room.as_someone().get(PATH))["revision"] == 0
    finally:
        room.neighbours.replies, room.neighbours.stores = True, False


async def test_a_lost_request_is_sent_once_more(room: Room) -> None:
    room.neighbours.ignored_questions = 1
    before = room.neighbours.asked[ASKED]
    await room.as_someone().get(PATH)
    assert room.neighbours.asked[ASKED] == before + 2


async def test_without_any_answer_the_caller_is_told(room: Room) -> None:
    room.neighbours.ignored_questions = 2
    try:
        told = await room.as_someone().ask("GET", PATH)
    finally:
        room.neighbours.ignored_questions = 0
    assert (told.status, told.json["type"]) == (504, "/problems/no-answer")
    assert "Retry-After" in told.headers


async def put_media(room: Room, key: str, state: str, **columns: object) -> int:
    """A row of the store; until when it holds."""
    now = system_clock()
    fields = {"media_key": key, "kind": "track", "state": state, "fetched_at": now, "expires_at": now + HOUR, **columns}
    names, marks = ", ".join(fields), ", ".join(["%s"] * len(fields))
    sql = f"REPLACE INTO serving.media ({names}) VALUES ({marks})"
    await room.databases["enricher"].execute(sql, tuple(fields.values()))
    return now + HOUR


async def test_missing_media_are_asked_for_once_and_joined_when_they_are_there(room: Room) -> None:
    caller = room.as_someone()
    track, artist = media_key("track", "Die Nachbarn", "Treppenhaus"), media_key("artist", "Die Nachbarn", None)
    pending = await caller.ask("GET", PATH)
    assert pending.json["media"] == "pending"

    async def wanted() -> bool:
        return {track, artist} <= {item.key for message in room.neighbours.wanted for item in message.items}

    await eventually(wanted)
    pictures = {"image_url": "https://i.scdn.co/image/1", "row_image_url": "https://i.scdn.co/image/2"}
    await put_media(room, track, "found", spotify_id="1", **pictures, **DEEZER)
    await put_media(room, artist, "missing", spotify_id=SAMPLE_ID)
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    await room.neighbours.say(Topic.MEDIA_CHANGES, track, MediaReady(keys=[track, artist]))

    async def complete() -> dict[str, object] | None:
        report = await caller.get(PATH)
        return report if report["media"] == "complete" else None

    report = await eventually(complete)
    assert report["top_tracks"][0]["cover"] == {
        "url": "https://i.scdn.co/image/1",
        "small": "https://i.scdn.co/image/2",
    }
    assert report["top_tracks"][0]["preview"] == {
        "kind": "audio",
        "url": f"/api/v1/samples/{track}",
        "source": "deezer",
        "link": "https://www.deezer.com/track/3135556",
    }
    assert report["top_artists"][0]["image"] is None
    told = await caller.ask("GET", PATH, headers=headers | {"If-None-Match": pending.headers["ETag"]})
    assert told.status == 200, "the tag changes with the media"


async def test_what_must_wait_says_until_when_and_is_there_as_soon_as_news_of_it_come(room: Room) -> None:
    caller = room.as_someone()
    keys = [media_key("track", "Die Nachbarn", "Treppenhaus"), media_key("artist", "Die Nachbarn", None)]
    until = min([await put_media(room, key, "waiting") for key in keys])
    await room.neighbours.say(Topic.MEDIA_CHANGES, keys[0], MediaReady(keys=keys))

    async def waits() -> Any:
        report = await caller.get(PATH)
        return report if report["media"] == "unavailable" else None

    report = await eventually(waits)
    assert datetime.fromisoformat(report["media_resumes_at"]) == moment(until)
    for key in keys:
        await put_media(room, key, "missing", spotify_id=SAMPLE_ID)
    await room.neighbours.say(Topic.MEDIA_CHANGES, keys[0], MediaReady(keys=keys))

    async def settled() -> Any:
        report = await caller.get(PATH)
        return report if report["media"] == "complete" else None

    assert (await eventually(settled))["media_resumes_at"] is None


async def test_events_tell_what_has_changed(room: Room) -> None:
    caller = room.as_someone()
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    async with aiohttp.ClientSession() as http, http.get(f"{room.url}/api/v1/events", headers=headers) as stream:
        await stream.content.readline()  # from here on it is watched
        changed = HistoryChanged(person_id=caller.person_id, revision=5)
        await room.neighbours.say(Topic.HISTORY_CHANGES, caller.person_id, changed)
        assert await anext(events(stream, "history-changed")) == {"revision": 5}
        await caller.ask("POST", "/api/v1/uploads", data=b"[]", headers={"Content-Type": "application/zip"})
        assert (await anext(events(stream, "import-changed")))["state"] == "receiving"
