"""Bad input: each gets a clear answer, nothing is half imported without being said, and the next upload is unharmed."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.e2e.truth import Truth, assert_account
from tests.harness.client import Person
from tests.harness.histories import broken
from tests.harness.histories.odd_rows import odd_extended, odd_json
from tests.harness.reference.uploads import read_bytes

FAILING = {
    "not a zip": broken.not_a_zip,
    "zip in name only": broken.zip_in_name_only,
    "truncated zip": broken.truncated_zip,
    "empty zip": broken.empty_zip,
    "encrypted zip": broken.encrypted,
    "zip in a zip": broken.zip_in_zip,
    "zip without a history": broken.zip_without_history,
    "not an array": broken.json_not_an_array,
    "an array of other things": broken.json_other_array,
}
BROKEN_MIDWAY = {"truncated JSON": broken.json_truncated, "garbage after rows": broken.json_garbage_after}
FINE = {
    "names that point outside": broken.outside_names,
    "no rows": broken.json_empty_array,
    "byte order mark": broken.json_with_bom,
}


async def assert_unharmed(person: Person) -> None:
    """The next upload works."""
    upload = await person.imported(broken.good_rows(), "Streaming_History_Audio_2024.json")
    assert upload["state"] == "done"
    assert upload["rows"]["read"] == 3


def assert_says_why(upload: dict[str, Any]) -> None:
    """Failed, with a sentence and nothing imported."""
    assert upload["state"] == "failed"
    assert isinstance(upload["error"], str)
    assert len(upload["error"]) > 20
    assert not any(upload["rows"].values())


@pytest.mark.parametrize("name", FAILING)
async def test_failing(person: Person, name: str) -> None:
    assert_says_why(await person.imported(FAILING[name]()))
    await assert_unharmed(person)
    assert (await person.wrapped())["totals"]["plays"] == 3


@pytest.mark.parametrize("name", BROKEN_MIDWAY)
async def test_a_file_that_breaks_midway_counts_up_to_the_break(person: Person, name: str) -> None:
    body = BROKEN_MIDWAY[name]()
    upload = await person.imported(body, "Streaming_History_Audio_2024.json")
    rows = len(read_bytes("x.json", body)[0].rows)
    assert (upload["state"], upload["rows"]["read"], upload["rows"]["imported"]) == ("done", rows, rows)
    (file,) = upload["files"]
    assert "row" in file["error"]
    assert "byte" in file["error"]
    await assert_unharmed(person)


@pytest.mark.parametrize("name", FINE)
async def test_what_only_looks_bad(person: Person, name: str) -> None:
    body = FINE[name]()
    truth = Truth()
    upload = await person.imported(body, "Streaming_History_Audio_2024.json")
    assert upload["state"] == "done"
    assert upload["rows"]["read"] == truth.history.add(read_bytes("x.json", body)).rows.read


async def test_every_odd_row_is_accounted_for(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "Streaming_History_Audio_2024.json"
    path.write_bytes(odd_json(odd_extended()))
    truth = Truth()
    account = truth.add(path)
    upload = await person.imported(path, path.name)
    assert_account(upload, account)
    page = await person.get(f"/api/v1/uploads/{upload['id']}/rejections", limit=500)
    found = [(row["file"], row["row"], row["reason"]) for row in page["items"]]
    assert found == [(row.file, row.row, row.reason) for row in account.rejections]


async def test_zip_bombs(person: Person, tmp_path: Path) -> None:
    many = broken.many_entries(tmp_path / "many.zip", 20_000)
    huge = broken.huge_file(tmp_path / "huge.zip", 3 * 1024**3)
    for bomb in (many, huge):
        assert_says_why(await person.imported(bomb))
    await assert_unharmed(person)


async def test_nesting_of_200_megabytes(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "nested.json"
    with path.open("wb") as file:
        for piece in broken.json_nested(200 * 1024**2):
            file.write(piece)
    assert_says_why(await person.imported(path, path.name))
    await assert_unharmed(person)


async def test_an_empty_body_is_refused_at_once(person: Person) -> None:
    async with person.http.post(f"{person.url}/api/v1/uploads", data=b"", headers=person.csrf) as answer:
        assert answer.status == 400
        assert (await answer.json())["detail"]


async def test_a_body_over_the_limit_is_refused_before_it_is_read(person: Person) -> None:
    headers = {**person.csrf, "Content-Length": str(1024**4)}
    async with person.http.post(
        f"{person.url}/api/v1/uploads", data=slowly(b"x"), headers=headers, expect100=True
    ) as answer:
        assert answer.status == 413
        assert "bytes" in (await answer.json())["detail"]


async def test_a_cut_connection_imports_nothing(person: Person) -> None:
    async def cut() -> AsyncIterator[bytes]:
        yield broken.good_rows()
        raise ConnectionResetError("the train went into a tunnel")

    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        async with person.http.post(f"{person.url}/api/v1/uploads", data=cut(), headers=person.csrf):
            pass
    assert (await person.get("/api/v1/uploads"))["items"] == []
    await assert_unharmed(person)


async def slowly(body: bytes) -> AsyncIterator[bytes]:
    """A body of which nothing comes before somebody asks."""
    await asyncio.sleep(0)
    yield body
