"""Those who share: picked, looked at, compared with; and nothing that tells who does not."""

import uuid
from typing import Any

from chassis.database import Database
from tests.integration.gateway.conftest import Room
from tests.integration.gateway.test_wrapped import ASKED, PATH

NOBODY = uuid.uuid4().hex


async def test_those_who_share_are_listed_without_oneself(room: Room) -> None:
    caller = room.as_someone("Ada", sharing=True)
    grace, hidden = room.as_someone("Grace", sharing=True), room.as_someone("Hidden")
    ids = [person["id"] for person in (await caller.get("/api/v1/people"))["items"]]
    assert grace.person_id in ids
    assert not {caller.person_id, hidden.person_id} & set(ids)


async def test_a_shared_report_is_its_owners_in_their_days_without_private_plays(room: Room) -> None:
    caller = room.as_someone("Ada")
    grace = room.as_someone("Grace", sharing=True, time_zone="Asia/Kolkata")
    theirs = await caller.ask("GET", f"{PATH}&person={grace.person_id}")
    assert theirs.json["person"] == {"id": grace.person_id, "name": "Grace", "picture": None}
    assert theirs.json["time_zone"] == "Asia/Kolkata"
    question = room.neighbours.questions[-1]
    assert (question.person_id, question.viewer) == (grace.person_id, "other")
    own = await grace.ask("GET", PATH)
    assert room.neighbours.questions[-1].viewer == "owner", "an answer for others is none for the owner"
    assert own.headers["ETag"] != theirs.headers["ETag"]
    assert "private" in theirs.headers["Cache-Control"]
    assert theirs.headers["Vary"] == "Authorization, Cookie"


async def test_who_does_not_share_and_who_is_nobody_are_the_same(room: Room) -> None:
    caller, hidden = room.as_someone(), room.as_someone("Hidden")
    for path in (PATH, "/api/v1/match?limit=1"):
        people = (hidden.person_id, NOBODY, "é", "x" * 500)
        answers = [await caller.ask("GET", f"{path}&person={person}") for person in people]
        assert {answer.status for answer in answers} == {404}
        assert len({answer.body for answer in answers}) == 1
        assert len({frozenset(answer.headers) for answer in answers}) == 1


async def test_sharing_ends_at_once_though_everything_is_kept(room: Room) -> None:
    caller, grace = room.as_someone(), room.as_someone("Grace", sharing=True)
    path = f"{PATH}&person={grace.person_id}"
    first = await caller.ask("GET", path)
    assert first.status == 200
    await grace.ask("PATCH", "/api/v1/me", json={"sharing": False})
    asked = room.neighbours.asked[ASKED]
    for headers in ({}, {"If-None-Match": first.headers["ETag"]}):
        assert (await caller.ask("GET", path, headers=headers)).status == 404
    assert (await grace.ask("GET", path)).status == 200, "oneself always"
    assert room.neighbours.asked[ASKED] == asked + 1


async def test_two_people_are_compared_in_the_days_of_who_asks(room: Room) -> None:
    caller = room.as_someone("Ada", time_zone="Europe/Berlin")
    grace = room.as_someone("Grace", sharing=True, time_zone="Asia/Kolkata")
    path = f"/api/v1/match?person={grace.person_id}"
    match = await caller.get(f"{path}&from=2025-01-01&to=2025-06-30&limit=7")
    assert (match["person"]["id"], match["per_cent"], match["time_zone"]) == (grace.person_id, 37, "Europe/Berlin")
    assert match["top_tracks"][0]["title"] == "Treppenhaus"
    assert match["top_artists"][0] == {"rank": 1, "name": "Die Nachbarn", "ms_played": 2_000, "other_ms_played": 1_000}
    question = room.neighbours.matches_asked[-1]
    assert (question.person_id, question.other_id, question.limit) == (caller.person_id, grace.person_id, 7)
    assert (question.time_zone, question.first_day, question.last_day) == ("Europe/Berlin", "2025-01-01", "2025-06-30")
    everything = await caller.get(path)
    assert (everything["from"], everything["to"]) == (None, None)
    for query in (path + "&limit=0", path + "&from=2025-02-01&to=2025-01-01", "/api/v1/match"):
        assert (await caller.ask("GET", query)).status == 400
    assert (await caller.ask("GET", f"/api/v1/match?person={caller.person_id}")).status == 400


async def put_standing(database: Database, person_id: str) -> None:
    columns = "person_id, period, measure, value, per_mille, people"
    sql = f"REPLACE INTO serving.standings ({columns}) VALUES (%s, %s, %s, %s, %s, %s)"
    for period, measure, value in (("all", "ms_played", 9_000), ("all", "streams", 3), ("2024", "ms_played", 4_000)):
        await database.execute(sql, (person_id, period, measure, value, 750, 5))


async def test_a_standing_is_for_those_who_share(room: Room) -> None:
    caller = room.as_someone(sharing=True)
    assert await caller.get("/api/v1/standing") == {"shared": True, "people": None, "periods": []}
    await put_standing(room.databases["aggregator"], caller.person_id)
    standing = await caller.get("/api/v1/standing")
    assert (standing["people"], [period["period"] for period in standing["periods"]]) == (5, ["all", "2024"])
    assert standing["periods"][0]["measures"][0] == {"measure": "ms_played", "value": 9_000, "per_mille": 750}
    await caller.ask("PATCH", "/api/v1/me", json={"sharing": False})
    assert await caller.get("/api/v1/standing") == {"shared": False, "people": None, "periods": []}


async def test_the_feed_and_its_gaps_are_shown_to_their_owner(room: Room) -> None:
    caller = room.as_someone()
    off: dict[str, Any] = {"state": "off", "last_read_at": None, "resumes_at": None, "gaps": []}
    assert await caller.get("/api/v1/feed") == off
    uploader, at = room.databases["uploader"], 1_764_000_000_000
    await uploader.execute(
        "INSERT INTO serving.feeds (person_id, state, connection_change, last_read_at, next_at, pause_ms, resumes_at) "
        "VALUES (%s, 'blocked', 1, %s, %s, 300000, %s)",
        (caller.person_id, at, at, at + 60_000),
    )
    sql = "INSERT INTO serving.feed_gaps (person_id, since, until) VALUES (%s, %s, %s)"
    for since in (at + 5_000, at):
        await uploader.execute(sql, (caller.person_id, since, since + 1_500))
    feed = await caller.get("/api/v1/feed")
    assert (feed["state"], feed["resumes_at"]) == ("blocked", "2025-11-24T16:01:00Z")
    assert feed["gaps"] == [
        {"from": "2025-11-24T16:00:00Z", "to": "2025-11-24T16:00:01.500000Z"},
        {"from": "2025-11-24T16:00:05Z", "to": "2025-11-24T16:00:06.500000Z"},
    ]
    assert await room.as_someone().get("/api/v1/feed") == off
