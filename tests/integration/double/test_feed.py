"""GET /v1/me/player/recently-played: empty until filled, fifty deep, two exclusive cursors."""

from typing import Any

from tests.integration.double.conftest import NOW, Double

PATH = "/me/player/recently-played"
TRACK = "1Nachklang0000000000a1"


async def _feed(double: Double, token: str, **query: str) -> dict[str, Any]:
    answer = await double.get(PATH, token, **query)
    assert answer.status == 200, await answer.text()
    return dict(await answer.json())


async def _filled(double: Double, plays: int) -> str:
    feed = [{"track": TRACK, "played_at": NOW + number * 1_000} for number in range(plays)]
    await double.switch(feeds={"anna": feed})
    return (await double.tokens())["access_token"]


async def test_a_new_person_has_played_nothing(double: Double) -> None:
    page = await _feed(double, (await double.tokens())["access_token"], limit="50")
    assert page == {
        "href": f"http://double.example/v1{PATH}?limit=50", "items": [], "limit": 50, "next": None, "cursors": None,
    }  # fmt: skip


async def test_it_is_fifty_deep_and_newest_first(double: Double) -> None:
    token = await _filled(double, 60)
    page = await _feed(double, token, limit="50")
    moments = [item["played_at"] for item in page["items"]]
    assert len(moments) == 50
    assert moments == sorted(moments, reverse=True)
    assert page["items"][0]["track"]["id"] == TRACK
    assert page["cursors"] == {"after": str(NOW + 59_000), "before": str(NOW + 10_000)}
    assert (await _feed(double, token, before=page["cursors"]["before"]))["items"] == []
    assert (await _feed(double, token, after=page["cursors"]["after"]))["items"] == []


async def test_cursors_exclude_their_moment_and_after_gives_the_oldest(double: Double) -> None:
    token = await _filled(double, 5)
    older = await _feed(double, token, before=str(NOW + 2_000))
    assert older["cursors"] == {"after": str(NOW + 1_000), "before": str(NOW)}
    assert older["items"][0]["played_at"] == "2026-09-21T14:13:21.000Z"
    newer = await _feed(double, token, after=str(NOW), limit="2")
    assert newer["cursors"] == {"after": str(NOW + 2_000), "before": str(NOW + 1_000)}


async def test_refusals(double: Double) -> None:
    token = await _filled(double, 1)
    assert (await double.get(PATH, token, limit="51")).status == 400
    assert (await double.get(PATH, token, after="1", before="2")).status == 400
    without = (await double.tokens(scope=""))["access_token"]
    assert (await double.get(PATH, without)).status == 403
