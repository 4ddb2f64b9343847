"""Plays by every filter: what is asked travels as the contract says, and nonsense is refused by name."""

from urllib.parse import urlencode

import msgspec
import pytest

from contracts.messages.questions import PlaysQuestion
from tests.integration.gateway.conftest import Caller, Room

ASKED = {
    "from": "2025-01-01",
    "to": "2025-02-01",
    "track": "Tür",
    "artist": "Die Nachbarn",
    "album": "Dritter Stock",
    "kind": "show",
    "month": "2",
    "weekday": "7",
    "hour": "0",
    "since": "2025-01-01T08:30:00+01:00",
    "until": "2025-01-01T08:30:00.123Z",
    "counted": "true",
    "shared": "true",
    "streams": "false",
    "skipped": "true",
    "shuffle": "false",
    "offline": "1",
    "private": "0",
    "estimate": "false",
    "platform": "web",
    "country": "DE",
    "first": "artist",
    "new": "track",
    "cursor": "abc",
    "limit": "5",
}


async def question(room: Room, caller: Caller, **asked: str) -> PlaysQuestion:
    """What the aggregator is asked."""
    await caller.get(f"/api/v1/plays?{urlencode(asked)}")
    return room.neighbours.plays_asked[-1]


async def test_every_filter_travels(room: Room) -> None:
    caller = room.as_someone()
    sent = await question(room, caller, **ASKED)
    assert sent == PlaysQuestion(
        person_id=caller.person_id,
        revision=0,
        time_zone="UTC",
        viewer="other",
        first_day="2025-01-01",
        last_day="2025-02-01",
        track="Tür",
        artist="Die Nachbarn",
        album="Dritter Stock",
        kind="show",
        month=2,
        weekday=7,
        hour=0,
        since=1_735_716_600_000,
        until=1_735_720_200_123,
        counted=True,
        streams=False,
        skipped=True,
        shuffle=False,
        offline=True,
        private=False,
        estimate=False,
        platform="web",
        country="DE",
        first="artist",
        new="track",
        cursor="abc",
        limit=5,
    )


async def test_without_filters_all_plays_are_asked_for(room: Room) -> None:
    caller = room.as_someone()
    sent = await question(room, caller, **{"from": "", "to": "", "track": "", "artist": "", "cursor": ""})
    unset = PlaysQuestion(
        person_id=caller.person_id, revision=0, time_zone="UTC", viewer="owner", first_day=None, last_day=None,
        cursor=None, limit=100,
    )  # fmt: skip
    assert sent == unset


async def test_a_missing_artist_can_be_asked_for_beside_a_track_or_album(room: Room) -> None:
    caller = room.as_someone()
    assert (await question(room, caller, track="Tür", artist="")).artist == ""
    assert (await question(room, caller, album="Haus", artist="")).artist == ""
    assert (await question(room, caller, track="Tür")).artist is None
    assert (await question(room, caller, track="null")).track == "null"


async def test_a_page_has_plays_a_cursor_and_the_sums_of_all_that_fit(room: Room) -> None:
    page = await room.as_someone().get("/api/v1/plays?track=T%C3%BCr&cursor=abc")
    (play,) = page["items"]
    assert (play["title"], play["played_at"], page["next"]) == ("Tür", "2023-11-14T22:13:20Z", "abc")
    assert page["sums"] == {"ms_played": 200_000, "streams": 1, "plays": 1}


async def test_every_filter_of_the_contract_is_a_parameter(room: Room) -> None:
    document = (await room.as_someone().ask("GET", "/api/openapi.json")).json
    parameters = {parameter["name"] for parameter in document["paths"]["/api/v1/plays"]["get"]["parameters"]}
    decided_here = {"person_id", "revision", "time_zone", "viewer"}
    fields = {field.name for field in msgspec.structs.fields(PlaysQuestion)} - decided_here
    assert parameters == fields - {"first_day", "last_day"} | {"from", "to", "shared"}
    assert set(ASKED) == parameters


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", "2025-02-30"),
        ("from", "null"),
        ("kind", "song"),
        ("month", "13"),
        ("month", "May"),
        ("weekday", "0"),
        ("hour", "24"),
        ("hour", "NULL"),
        ("since", "yesterday"),
        ("until", "2025-01-01T08:30:00"),
        ("counted", "perhaps"),
        ("skipped", "2"),
        ("platform", "fridge"),
        ("country", "Germany"),
        ("first", "album"),
        ("new", "album"),
        ("limit", "501"),
    ],
)
async def test_a_value_that_is_none_is_refused_by_the_name_of_its_parameter(room: Room, name: str, value: str) -> None:
    told = await room.as_someone().ask("GET", f"/api/v1/plays?{urlencode({name: value})}")
    assert (told.status, told.json["type"]) == (400, "/problems/invalid-request")
    assert told.json["detail"].startswith(f"`{name}`: ")


async def test_a_window_that_runs_backwards_is_refused(room: Room) -> None:
    told = await room.as_someone().ask("GET", "/api/v1/plays?from=2025-03-02&to=2025-03-01")
    assert (told.status, told.json["type"]) == (400, "/problems/invalid-window")
