"""Everything held can be taken away, and brought into an empty account gives the same wrapped."""

import csv
import io
import json
import uuid
import zipfile
from collections.abc import AsyncIterator
from datetime import date
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest

from tests.e2e.truth import Truth, assert_same
from tests.harness.client import Person, signed_in
from tests.harness.histories.odd_rows import odd_extended, odd_json
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person as Listener
from tests.harness.live_feed import publish_live
from tests.harness.reference.plays import Play
from tests.harness.stack import Nachklang

ZONE = "America/St_Johns"
WINDOWS = ((None, None), (date(2024, 1, 1), date(2024, 12, 31)), (date(2023, 3, 10), date(2025, 2, 2)))
HOUR_MS = 3_600_000

pytestmark = pytest.mark.timeout(600)


class Lived(NamedTuple):
    """Somebody with plays of every source."""

    person: Person
    truth: Truth


@pytest.fixture(scope="module")
async def lived(nachklang: Nachklang, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Lived]:
    """Account data, the extended history twice over, rejected rows, and what the live feed brought since."""
    folder, truth = tmp_path_factory.mktemp("lived"), Truth()
    account, extended = write_pair(folder, Listener(seed=91, plays=4_000))
    odd = folder / "Streaming_History_Audio_2024_77.json"
    odd.write_bytes(odd_json(odd_extended()))
    async with signed_in(nachklang.url, f"lived-{uuid.uuid4().hex[:12]}") as person:
        await person.in_zone(ZONE)
        for export in (account, extended, odd):
            assert (await person.imported(export, export.name))["state"] == "done"
            truth.add(export)
        newest = max(play.moment for play in truth.plays)
        since = [live(newest + number * HOUR_MS, f"Song {number}") for number in range(1, 4)]
        before = live(newest - HOUR_MS, "Replaced")
        truth.history.add_live([before, *since])
        await publish_live(nachklang.parts.kafka.bootstrap, str(person.me["id"]), [before, *since])
        await person.eventually(lambda report: report["totals"]["estimated"]["plays"] == len(since))
        await person.token("of the export test")
        await person.change("POST", "/api/v1/shares", {}, 201)
        yield Lived(person, truth)


def live(ended_at: int, title: str) -> Play:
    """A play of the live feed."""
    return Play("live", ended_at, 200_000, "track", "Live Band", title, "", "", private=None)


async def taken(person: Person, form: str) -> bytes:
    """The archive."""
    async with person.http.get(f"{person.url}/api/v1/me/export", params={"format": form}) as answer:
        assert answer.status == 200
        assert answer.content_type == "application/zip"
        return bytes(await answer.read())


def opened(archive: bytes) -> dict[str, bytes]:
    """Its files."""
    with zipfile.ZipFile(io.BytesIO(archive)) as whole:
        assert whole.testzip() is None
        return {name: whole.read(name) for name in whole.namelist()}


async def test_an_export_in_an_empty_account_gives_the_same_wrapped(nachklang: Nachklang, lived: Lived) -> None:
    archive = await taken(lived.person, "json")
    async with signed_in(nachklang.url, f"again-{uuid.uuid4().hex[:12]}") as again:
        await again.in_zone(ZONE)
        upload = await again.imported(archive, "nachklang_export.zip")
        assert upload["state"] == "done", upload["error"]
        assert upload["rows"]["imported"] == len(lived.truth.plays), "every distinct play came along"
        assert upload["rows"]["rejected"] == 0
        await assert_same(again, lived.truth, WINDOWS)

        twice = await again.imported(archive, "nachklang_export.zip")
        assert (twice["rows"]["imported"], twice["rows"]["improved"]) == (0, 0)
        returned = await taken(again, "json")
        assert plays_in(opened(returned)) == plays_in(opened(archive)), "and can be taken away again"


async def test_in_its_own_account_an_export_changes_nothing(lived: Lived) -> None:
    revision = (await lived.person.wrapped())["revision"]
    upload = await lived.person.imported(await taken(lived.person, "json"), "nachklang_export.zip")
    assert (upload["rows"]["imported"], upload["rows"]["improved"]) == (0, 0)
    assert (await lived.person.wrapped())["revision"] == revision
    await assert_same(lived.person, lived.truth)


async def test_all_formats_say_the_same(lived: Lived) -> None:
    by_json = plays_in(opened(await taken(lived.person, "json")))
    assert len(by_json) == len(lived.truth.plays)
    assert sum(play["ms_played"] for play in by_json) == sum(play.ms_played for play in lived.truth.plays)
    by_csv = opened(await taken(lived.person, "csv"))
    rows = [row for text in years(by_csv) for row in csv.DictReader(io.StringIO(text.decode("utf-8-sig")))]
    assert [int(row["ms_played"]) for row in rows] == [play["ms_played"] for play in by_json]
    assert set(rows[0]) == set(by_json[0]) - {"nachklang"} or set(rows[0]) == set(by_json[0])
    by_parquet = opened(await taken(lived.person, "parquet"))
    tables = [pq.read_table(io.BytesIO(content)) for content in years(by_parquet)]
    assert [ms for table in tables for ms in table["ms_played"].to_pylist()] == [play["ms_played"] for play in by_json]
    assert set(tables[0].column_names) == set(rows[0])


async def test_the_account_is_all_that_is_held_and_no_secret(lived: Lived) -> None:
    files = opened(await taken(lived.person, "csv"))
    account = json.loads(files["account.json"])
    assert account["profile"]["id"] == lived.person.me["id"]
    assert account["profile"]["time_zone"] == ZONE
    assert [token["name"] for token in account["tokens"]] == ["of the export test"]
    assert len(account["sessions"]) == 1
    assert len(account["shares"]) == 1
    uploads = (await lived.person.get("/api/v1/uploads", limit=100))["items"]
    assert {one["id"] for one in account["imports"]} == {one["id"] for one in uploads}
    rejected = sum(one["rows"]["rejected"] for one in uploads)
    assert len(account["rejections"]) == rejected > 0
    cookies = [cookie.value for cookie in lived.person.http.cookie_jar]
    for secret in ("nk_", "csrf", *cookies):
        assert secret.encode() not in files["account.json"]


def years(files: dict[str, bytes]) -> list[bytes]:
    """The files of plays, year by year."""
    return [content for name, content in sorted(files.items()) if name.startswith("nachklang_plays_")]


def plays_in(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """The plays of a JSON archive."""
    return [play for content in years(files) for play in json.loads(content)]
