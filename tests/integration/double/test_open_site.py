"""oEmbed, embeds and pictures."""

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
    assert picture.content_type == "image/svg+xml"
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
