"""The export: everything, streamed, in three formats; broken off visibly where it breaks."""

import csv
import io
import json
import zipfile
from typing import Any

import aiohttp
import msgspec
import pyarrow.parquet as pq
import pytest

from chassis.database import Database
from contracts.messages.uploads import FileAccount, Rows
from contracts.topics import Topic
from tests.integration.gateway.conftest import Caller, Room, eventually
from tests.integration.gateway.played_history import PAGE, YEARS, plays
from tests.integration.gateway.uploading import accepted, changed

PATH = "/api/v1/me/export"
COUNT = 3 * PAGE + 7
"""Over three years: a page, and the beginning of another, for each."""


async def archive(caller: Caller, form: str) -> zipfile.ZipFile:
    """The export, read to its end."""
    told = await caller.ask("GET", f"{PATH}?format={form}")
    assert (told.status, told.headers["Content-Type"]) == (200, "application/zip")
    assert told.headers["Content-Disposition"].startswith('attachment; filename="nachklang_export_2')
    sent = zipfile.ZipFile(io.BytesIO(told.body))
    assert sent.testzip() is None
    return sent


def rows() -> list[dict[str, Any]]:
    """What the made-up history holds, play by play; moments as unix ms."""
    a_year = -(-COUNT // len(YEARS))
    found: list[dict[str, Any]] = []
    for year in range(len(YEARS)):
        first = year * a_year
        columns = msgspec.structs.asdict(plays(first, min(a_year, COUNT - first), year))
        found += [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return found


def with_history(room: Room, count: int = COUNT) -> Caller:
    """Somebody with a history of so many plays."""
    caller = room.as_someone("Mara")
    room.neighbours.histories.plays[caller.person_id] = count
    return caller


async def test_json_holds_every_play_year_by_year(room: Room) -> None:
    sent = await archive(with_history(room), "json")
    names = [f"nachklang_plays_{year}.json" for year in YEARS]
    assert sent.namelist() == ["account.json", *names]
    told = [row for name in names for row in json.loads(sent.read(name))]
    assert len(told) == COUNT
    assert told[1] | {"played_at": None} == {"nachklang": 1, **rows()[1], "played_at": None}
    assert told[1]["played_at"] == "2023-01-01T00:00:01.001Z"
    assert list(told[0])[:4] == ["nachklang", "source", "played_at", "ms_played"]
    assert [row["title"] for row in told] == [row["title"] for row in rows()]


async def test_csv_holds_the_same(room: Room) -> None:
    sent = await archive(with_history(room), "csv")
    told = [
        row
        for year in YEARS
        for row in csv.DictReader(io.StringIO(sent.read(f"nachklang_plays_{year}.csv").decode(), newline=""))
    ]
    assert len(told) == COUNT
    for found, given in zip(told, rows(), strict=True):
        assert found["title"] == given["title"]
        assert found["artist"] == (given["artist"] or "")
        assert found["shuffle"] == {True: "true", False: "false", None: ""}[given["shuffle"]]
        assert found["offline_at"] == str(given["offline_at"] or "")


async def test_parquet_holds_the_same(room: Room) -> None:
    sent = await archive(with_history(room), "parquet")
    told = [row for year in YEARS for row in _parquet(sent.read(f"nachklang_plays_{year}.parquet"))]
    given = [{"nachklang": 1, **row} for row in rows()]
    for row in told:
        row["played_at"] = round(row["played_at"].timestamp() * 1000)
    assert told == given


def _parquet(content: bytes) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(io.BytesIO(content)).to_pylist()
    return rows


async def test_the_account_holds_the_rest_without_secrets(room: Room, databases: dict[str, Database]) -> None:
    caller, request = await accepted(room)
    token = (await caller.ask("POST", "/api/v1/tokens", json={"name": "a script"})).json
    share = (await caller.ask("POST", "/api/v1/shares", json={})).json
    file = FileAccount(name="a.json", format="extended", rows=Rows(read=2, rejected=2), error=None)
    done = changed(request, "done", files=(file,), finished_at=request.created_at + 5)
    await room.neighbours.say(Topic.IMPORT_CHANGES, request.upload_id, done)

    async def heard() -> bool:
        return bool((await caller.get(f"/api/v1/uploads/{request.upload_id}"))["state"] == "done")

    await eventually(heard)
    reject = (
        "INSERT INTO serving.rejections (upload_id, file, `row`, reason) VALUES (%s, 0, %s, 'ms_played is missing')"
    )
    for row in range(1, 701):  # more than one page of them
        await databases["uploader"].execute(reject, (request.upload_id, row))
    await databases["uploader"].execute(
        "INSERT INTO serving.feed_gaps (person_id, since, until) VALUES (%s, 0, 1000)", (caller.person_id,)
    )
    sent = await archive(caller, "json")
    assert sent.namelist() == ["account.json"], "a history without a play has no file"
    text = sent.read("account.json").decode()
    account = json.loads(text)
    assert account["profile"]["id"] == caller.person_id
    assert [found["current"] for found in account["sessions"]] == [True]
    assert [found["name"] for found in account["tokens"]] == ["a script"]
    assert account["shares"] == [share]
    assert account["feed"]["gaps"] == [{"from": "1970-01-01T00:00:00Z", "to": "1970-01-01T00:00:01Z"}]
    assert [found["id"] for found in account["imports"]] == [request.upload_id]
    assert [found["row"] for found in account["rejections"]] == list(range(1, 701))
    for secret in (caller.secret, caller.csrf, token["token"]):
        assert secret not in text


async def test_a_fault_before_the_first_byte_is_a_problem(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.neighbours.histories, "fails_at", 0)
    told = await with_history(room).ask("GET", PATH)
    assert (told.status, told.json["type"]) == (503, "/problems/unavailable")


@pytest.mark.parametrize("form", ["json", "csv", "parquet"])
async def test_a_fault_in_the_middle_is_seen(room: Room, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    caller = with_history(room)
    monkeypatch.setattr(room.neighbours.histories, "fails_at", 2)
    headers, content = {"Cookie": f"nachklang_session={caller.secret}"}, b""
    async with aiohttp.ClientSession(headers=headers) as http, http.get(f"{room.url}{PATH}?format={form}") as answer:
        assert answer.status == 200
        with pytest.raises((aiohttp.ClientPayloadError, aiohttp.ClientConnectionError)):
            async for part in answer.content.iter_any():
                content += part
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(content))


async def test_a_slow_reader_is_waited_for(room: Room) -> None:
    caller = with_history(room, 2_000 * PAGE)
    asked = len(room.neighbours.histories.asked)
    headers = {"Cookie": f"nachklang_session={caller.secret}"}
    async with (
        aiohttp.ClientSession(headers=headers, read_bufsize=2**14) as http,
        http.get(f"{room.url}{PATH}?format=parquet") as answer,
    ):
        await answer.content.readexactly(100)
        refused = await caller.ask("GET", PATH)
        assert (refused.status, refused.json["type"]) == (429, "/problems/too-many-exports")
        assert refused.headers["Retry-After"] == "30"

        async def stands_still() -> bool:
            """Nothing more is asked for, while others are served, though there is much more."""
            before = len(room.neighbours.histories.asked)
            for _ in range(20):
                await caller.get("/api/v1/me")
            return before == len(room.neighbours.histories.asked)

        await eventually(stands_still)
        assert len(room.neighbours.histories.asked) - asked < 1_500, "what the system buffers is some hundred pages"


async def test_a_format_that_is_none_is_refused(room: Room) -> None:
    assert (await room.as_someone().ask("GET", f"{PATH}?format=xml")).status == 400
