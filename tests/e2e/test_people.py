"""Nobody sees what is another's."""

import asyncio
from pathlib import Path

import aiohttp

from tests.e2e.truth import Truth, assert_account, assert_same
from tests.harness.client import Person
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person as Listener


async def status(person: Person, path: str) -> int:
    async with person.http.get(person.url + path) as answer:
        return answer.status


async def test_two_people_at_once_each_see_their_own_only(person: Person, other: Person, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    _, mine = write_pair(tmp_path, Listener(seed=21, plays=2_000))
    _, theirs = write_pair(tmp_path / "other", Listener(seed=22, plays=2_000))
    my_upload, their_upload = await asyncio.gather(person.upload(mine), other.upload(theirs))
    for who, upload, export in ((person, my_upload, mine), (other, their_upload, theirs)):
        truth = Truth()
        assert_account(await who.finished(upload), truth.add(export))
        await assert_same(who, truth)
    for path in ("", "/events", "/rejections"):
        assert await status(other, f"/api/v1/uploads/{my_upload}{path}") == 404
    assert await status(other, f"/api/v1/wrapped?person={person.me['id']}") in {403, 404}
    assert [upload["id"] for upload in (await other.get("/api/v1/uploads"))["items"]] == [their_upload]


async def test_the_same_upload_twice_at_once_counts_once(person: Person, tmp_path: Path) -> None:
    _, export = write_pair(tmp_path, Listener(seed=23, plays=2_000))
    uploads = await asyncio.gather(person.upload(export), person.upload(export))
    finished = [await person.finished(upload) for upload in uploads]
    truth = Truth()
    account = truth.add(export)
    assert sum(upload["rows"]["imported"] for upload in finished) == account.rows.imported
    assert all(upload["rows"]["read"] == account.rows.read for upload in finished)
    await assert_same(person, truth)


async def test_without_a_session_there_is_nothing(person: Person) -> None:
    async with aiohttp.ClientSession() as stranger:
        for path in ("me", "uploads", "wrapped", "plays", "tokens", "events"):
            async with stranger.get(f"{person.url}/api/v1/{path}") as answer:
                assert answer.status == 401, path
                assert answer.content_type == "application/problem+json"


async def test_a_token_stands_for_its_person_until_it_is_revoked(person: Person) -> None:
    address = f"{person.url}/api/v1/tokens"
    async with person.http.post(address, json={"name": "script"}, headers=person.csrf) as answer:
        assert answer.status == 201, await answer.text()
        token = await answer.json()
    bearer = {"Authorization": f"Bearer {token['token']}"}
    assert token["token"].startswith("nk_")
    async with aiohttp.ClientSession(headers=bearer) as script:
        async with script.get(f"{person.url}/api/v1/me") as answer:
            assert (await answer.json())["id"] == person.me["id"]
        async with script.post(f"{person.url}/api/v1/uploads", data=b"[]") as answer:
            assert answer.status == 202, "a bearer needs no CSRF token"
        async with person.http.delete(f"{address}/{token['id']}", headers=person.csrf) as answer:
            assert answer.status == 204
        async with script.get(f"{person.url}/api/v1/me") as answer:
            assert answer.status == 401


async def test_a_change_with_a_cookie_needs_the_csrf_token(person: Person) -> None:
    async with person.http.post(f"{person.url}/api/v1/uploads", data=b"[]") as answer:
        assert answer.status == 403
    async with person.http.patch(f"{person.url}/api/v1/me", json={}, headers={"X-CSRF-Token": "x"}) as answer:
        assert answer.status == 403


async def test_signing_out_ends_the_session_on_the_server(person: Person) -> None:
    cookies = {cookie.key: cookie.value for cookie in person.http.cookie_jar}
    async with person.http.post(f"{person.url}/auth/logout", headers=person.csrf) as answer:
        assert answer.status == 204
    async with aiohttp.ClientSession(cookies=cookies) as thief, thief.get(f"{person.url}/api/v1/me") as answer:
        assert answer.status == 401
