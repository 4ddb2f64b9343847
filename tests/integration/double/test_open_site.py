"""oEmbed, embeds and pictures."""

import time

import pytest

from tests.integration.double.conftest import Double

KNOWN = "1Nachklang0000000000a1"
GONE = "00aaaaaaaaaaaaaaaaaaaa"


@pytest.mark.parametrize(
    "address",
    [
        f"https://open.spotify.com/track/{KNOWN}",
        f"https://open.spotify.com/track/{KNOWN}?si=abc",
        f"http://double.example/track/{KNOWN}",
        f"spotify:track:{KNOWN}",
    ],
)
async def test_oembed_of_a_track(double: Double, address: str) -> None:
    answer = await double.http.get("/oembed", params={"url": address})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    body = await answer.json()
    assert (body["title"], body["height"], body["thumbnail_width"]) == ("Afterglow", 152, 300)
    picture = await double.http.get(body["thumbnail_url"].removeprefix("http://double.example"))
    assert picture.content_type == "image/jpeg"
    frame = await double.http.get(body["iframe_url"].removeprefix("http://double.example"))
    assert "Afterglow" in await frame.text()
    assert "X-Frame-Options" not in frame.headers


async def test_oembed_of_an_artist_shows_the_same_picture_as_the_api(double: Double) -> None:
    body = await (await double.http.get("/oembed", params={"url": f"spotify:artist:{KNOWN}"})).json()
    artist = await (await double.get(f"/artists/{KNOWN}", await double.app_token())).json()
    assert body["thumbnail_url"] == artist["images"][1]["url"]
    assert (body["height"], body["thumbnail_width"]) == (352, 320)


async def test_oembed_refusals(double: Double) -> None:
    assert (await double.http.get("/oembed")).status == 504
    for address in (f"spotify:track:{GONE}", "https://example.org/track/x", "spotify:track:short"):
        answer = await double.http.get("/oembed", params={"url": address})
        assert (answer.status, await answer.read()) == (404, b"")


@pytest.mark.parametrize(("position", "status"), [("502", 502), ("503", 503), ("html", 503)])
async def test_an_outage_of_oembed_is_its_own(double: Double, position: str, status: int) -> None:
    token = await double.app_token()
    known = {"url": f"spotify:track:{KNOWN}"}
    await double.switch(oembed_outage=position)
    assert (await double.http.get("/oembed", params=known)).status == status
    assert (await double.get(f"/tracks/{KNOWN}", token)).status == 200
    await double.switch(oembed_outage="none", api_outage=position)
    assert (await double.http.get("/oembed", params=known)).status == 200


async def test_oembed_has_its_own_limit(double: Double) -> None:
    token = await double.app_token()
    known = {"url": f"spotify:track:{KNOWN}"}
    await double.switch(oembed_limit=1)
    assert (await double.http.get("/oembed", params=known)).status == 200
    limited = await double.http.get("/oembed", params=known)
    assert (limited.status, limited.headers["Retry-After"], await limited.text()) == (429, "30", "Too many requests")
    assert (await double.get(f"/tracks/{KNOWN}", token)).status == 200
    await double.switch(retry_after="absent")
    assert "Retry-After" not in (await double.http.get("/oembed", params=known)).headers


async def test_oembed_is_as_slow_as_the_switch_says(double: Double) -> None:
    await double.switch(latency_ms=50)
    began = time.monotonic()
    assert (await double.http.get("/oembed", params={"url": f"spotify:track:{KNOWN}"})).status == 200
    assert time.monotonic() - began >= 0.05


async def test_an_embed_answers_even_for_unknown_ids(double: Double) -> None:
    assert (await double.http.get(f"/embed/track/{GONE}")).status == 200
    assert (await double.http.get(f"/track/{GONE}")).status == 404
    assert (await double.http.get("/image/none")).status == 404
    assert (await double.http.get("/sample/none")).status == 404


async def test_switches_are_shown_refused_and_reset(double: Double) -> None:
    assert (await double.http.post("/_double/switches", json={"nonsense": 1})).status == 400
    await double.switch(mode="E")
    assert (await (await double.http.get("/_double/switches")).json())["mode"] == "E"
    await double.app_token()
    assert await (await double.http.get("/_double/calls")).json() == {"token client_credentials": 1}
    assert (await (await double.http.delete("/_double/switches")).json())["mode"] == "D"
    assert await (await double.http.get("/_double/calls")).json() == {}
