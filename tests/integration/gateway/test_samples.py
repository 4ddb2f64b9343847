"""Where a sample plays now: asked of the enricher each time, told by a redirect that nobody keeps."""

import uuid

import pytest

from tests.integration.gateway.conftest import Room, ask

ASKED = "ask-sample.v1"
URL = "https://cdnt-preview.dzcdn.net/api/1/1/a/b/c/0/x.mp3?hdnea=exp=1790000900~acl=/*~hmac=00"


async def test_a_sample_leads_to_where_it_plays_now(room: Room) -> None:
    key, caller = uuid.uuid4().hex, room.as_someone()
    for url in (URL, URL + "1"):
        room.neighbours.samples[key] = url
        told = await caller.ask("GET", f"/api/v1/samples/{key}")
        assert (told.status, told.headers["Location"], told.body) == (302, url, b"")
        assert told.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("key", ["0123456789abcdef0123456789abcdef", "no-key", "0" * 33])
async def test_a_sample_that_there_is_not_is_not_found(room: Room, key: str) -> None:
    before = room.neighbours.asked[ASKED]
    told = await room.as_someone().ask("GET", f"/api/v1/samples/{key}")
    assert (told.status, told.json["type"]) == (404, "/problems/not-found")
    assert room.neighbours.asked[ASKED] - before == (len(key) == 32 and "-" not in key)


async def test_a_lost_question_is_sent_once_more_and_then_the_caller_is_told(room: Room) -> None:
    key, caller = uuid.uuid4().hex, room.as_someone()
    room.neighbours.samples[key] = URL
    room.neighbours.ignored_samples = 1
    assert (await caller.ask("GET", f"/api/v1/samples/{key}")).status == 302
    room.neighbours.ignored_samples = 2
    told = await caller.ask("GET", f"/api/v1/samples/{key}")
    assert (told.status, told.json["type"]) == (504, "/problems/no-answer")
    assert room.neighbours.ignored_samples == 0


async def test_nobody_who_is_not_signed_in_makes_the_enricher_ask(room: Room) -> None:
    before = room.neighbours.asked[ASKED]
    told = await ask("GET", f"{room.url}/api/v1/samples/{uuid.uuid4().hex}")
    assert (told.status, told.json["type"]) == (401, "/problems/not-signed-in")
    assert room.neighbours.asked[ASKED] == before
