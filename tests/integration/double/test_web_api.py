"""The Web API: gates, things by id, search, the account and its feed."""

import pytest

from stack.double.clock import HOUR_MS
from tests.integration.double.conftest import Double

KNOWN = "1Nachklang0000000000a1"
UNKNOWN = "7unknownunknownunknown"
GONE = "00aaaaaaaaaaaaaaaaaaaa"


async def test_tokens_are_checked(double: Double) -> None:
    missing = await double.http.get("/v1/me")
    assert missing.status == 401
    assert "missing_token" in missing.headers["WWW-Authenticate"]
    other = await double.http.get("/v1/me", headers={"Authorization": "Basic x"})
    assert (await other.json())["error"]["message"] == "Only valid bearer authentication supported"
    tokens = await double.tokens()
    assert (await double.get("/me", tokens["refresh_token"])).status == 401
    assert (await double.get("/me", tokens["access_token"])).status == 200
    await double.switch(clock_offset_ms=HOUR_MS)
    expired = await double.get("/me", tokens["access_token"])
    assert expired.status == 401
    assert "invalid_token" in expired.headers["WWW-Authenticate"]


async def test_plain_text_refusals(double: Double) -> None:
    token = (await double.tokens())["access_token"]
    await double.switch(unregistered=["anna"])
    answer = await double.get("/me", token)
    assert (answer.status, answer.content_type) == (403, "text/plain")
    assert await answer.text() == "User not registered in the Developer Dashboard"
    assert (await double.get(f"/tracks/{KNOWN}", await double.app_token())).status == 200
    await double.switch(unregistered=[], owner_premium=False)
    answer = await double.get("/me", token)
    assert (answer.status, answer.content_type) == (403, "text/plain")
    assert "Active premium subscription required" in await answer.text()


async def test_the_account_in_both_modes(double: Double) -> None:
    token = (await double.tokens("anna-lena"))["access_token"]
    me = await (await double.get("/me", token)).json()
    assert set(me) == {"account_id", "display_name", "external_urls", "href", "id", "images", "type", "uri"}
    assert (me["id"], me["display_name"]) == ("anna-lena", "Anna Lena")
    await double.switch(account_id=False, mode="E")
    me = await (await double.get("/me", token)).json()
    assert "account_id" not in me
    assert (me["country"], me["product"], me["email"]) == ("DE", "premium", "anna-lena@example.org")
    assert (await double.get("/me", await double.app_token())).status == 401


async def test_a_track_has_exactly_the_keys_of_its_mode(double: Double) -> None:
    token = await double.app_token()
    answer = await double.get(f"/tracks/{KNOWN}", token, market="DE")
    track = await answer.json()
    assert set(track) == {
        "album", "artists", "disc_number", "duration_ms", "explicit", "external_ids", "external_urls", "href", "id",
        "is_local", "is_playable", "name", "track_number", "type", "uri",
    }  # fmt: skip
    assert [image["width"] for image in track["album"]["images"]] == [640, 300, 64]
    await double.switch(mode="E")
    track = await (await double.get(f"/tracks/{KNOWN}", token)).json()
    assert track["preview_url"] is None
    assert {"popularity", "available_markets"} <= set(track)
    await double.switch(preview_url="present")
    track = await (await double.get(f"/tracks/{KNOWN}", token)).json()
    sample = await double.http.get(track["preview_url"].removeprefix("http://double.example"))
    assert sample.content_type == "audio/wav"


async def test_an_artist_has_exactly_the_keys_of_its_mode(double: Double) -> None:
    token = await double.app_token()
    artist = await (await double.get(f"/artists/{UNKNOWN}", token)).json()
    assert set(artist) == {"external_urls", "href", "id", "images", "name", "type", "uri"}
    assert [image["width"] for image in artist["images"]] == [640, 320, 160]
    await double.switch(artists_without_images=True, mode="E")
    artist = await (await double.get(f"/artists/{UNKNOWN}", token)).json()
    assert artist["images"] == []
    assert {"followers", "genres", "popularity"} <= set(artist)


@pytest.mark.parametrize("kind", ["tracks", "artists", "albums", "shows", "episodes"])
async def test_ids_that_are_unknown_or_no_ids(double: Double, kind: str) -> None:
    token = await double.app_token()
    assert (await (await double.get(f"/{kind}/{UNKNOWN}", token)).json())["id"] == UNKNOWN
    gone = await double.get(f"/{kind}/{GONE}", token)
    assert (gone.status, await gone.json()) == (404, {"error": {"status": 404, "message": "Resource not found"}})
    wrong = await double.get(f"/{kind}/short", token)
    assert (wrong.status, (await wrong.json())["error"]["message"]) == (400, "Invalid base62 id")


async def test_batches_are_for_extended_applications(double: Double) -> None:
    token = await double.app_token()
    refused = await double.get("/tracks", token, ids=KNOWN)
    assert (refused.status, (await refused.json())["error"]["message"]) == (403, "Forbidden")
    await double.switch(mode="E")
    several = await (await double.get("/tracks", token, ids=f"{UNKNOWN},{GONE},{KNOWN}")).json()
    assert [track and track["id"] for track in several["tracks"]] == [UNKNOWN, None, KNOWN]
    assert (await double.get("/tracks", token, ids=",".join([KNOWN] * 51))).status == 400


@pytest.mark.parametrize(
    ("path", "status"), [(f"/artists/{UNKNOWN}/top-tracks", 403), ("/markets", 403), ("/recommendations", 404)]
)
async def test_what_was_removed(double: Double, path: str, status: int) -> None:
    assert (await double.get(path, await double.app_token())).status == status


async def test_albums_of_an_artist_and_tracks_of_an_album(double: Double) -> None:
    token = await double.app_token()
    track = await (await double.get(f"/tracks/{KNOWN}", token)).json()
    album = await (await double.get(f"/albums/{track['album']['id']}", token)).json()
    assert [item["name"] for item in album["tracks"]["items"]][:2] == ["Afterglow", "Five Strokes"]
    page = await (await double.get(f"/albums/{album['id']}/tracks", token, limit="2")).json()
    assert (page["total"], len(page["items"])) == (3, 2)
    assert "offset=2" in page["next"]
    albums = await (await double.get(f"/artists/{track['artists'][0]['id']}/albums", token)).json()
    assert [item["name"] for item in albums["items"]] == ["Five Strokes"]
    assert (await double.get(f"/artists/{UNKNOWN}/albums", token, limit="11")).status == 400


async def test_search_finds_and_makes_up(double: Double) -> None:
    token = await double.app_token()
    q = 'track:"Afterglow" artist:"Halden & the Low Suns"'
    found = await (await double.get("/search", token, q=q, type="track,artist")).json()
    assert set(found) == {"tracks", "artists"}
    assert found["tracks"]["items"][0]["id"] == KNOWN
    made = await (await double.get("/search", token, q='track:"Neu" artist:"Niemand"', type="track")).json()
    track = made["tracks"]["items"][0]
    assert (track["name"], track["artists"][0]["name"]) == ("Neu", "Niemand")
    assert (await (await double.get(f"/tracks/{track['id']}", token)).json())["name"] == "Neu"
    await double.switch(unfindable=["Neu"])
    nothing = await (await double.get("/search", token, q='track:"Neu" artist:"Niemand"', type="track")).json()
    assert nothing["tracks"]["items"] == []


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ({"q": "", "type": "track"}, 400, "No search query"),
        ({"q": "x"}, 400, "Missing parameter type"),
        ({"q": "x", "type": "song"}, 400, "Bad search type field song"),
        ({"q": "x", "type": "track", "limit": "11"}, 400, "Invalid limit"),
        ({"q": "x", "type": "track", "offset": "995", "limit": "6"}, 400, "Limit + Offset exceeds maximum of 1000"),
        ({"q": 'artist:"a+b"', "type": "artist"}, 404, "Resource not found"),
    ],
)
async def test_search_refuses(double: Double, query: dict[str, str], status: int, message: str) -> None:
    answer = await double.get("/search", await double.app_token(), **query)
    assert (answer.status, (await answer.json())["error"]["message"]) == (status, message)


async def test_search_lies_and_holds_nulls_when_switched(double: Double) -> None:
    token = await double.app_token()
    await double.switch(total_lies=True, null_playlist_items=True, mode="E")
    found = await (await double.get("/search", token, q="evening", type="playlist", limit="50")).json()
    assert found["playlists"]["items"].count(None) == 2
    assert found["playlists"]["total"] > len(found["playlists"]["items"])


async def test_search_holds_nulls_between_tracks_and_artists_when_switched(double: Double) -> None:
    token = await double.app_token()
    q = {"q": 'track:"Neu" artist:"Niemand"', "type": "track,artist"}
    plain = await (await double.get("/search", token, **q)).json()
    await double.switch(null_items=True)
    found = await (await double.get("/search", token, **q)).json()
    for kind in ("tracks", "artists"):
        assert found[kind]["items"] == [None, plain[kind]["items"][0]]
    await double.switch(unfindable=["Neu"])
    assert (await (await double.get("/search", token, **q)).json())["tracks"]["items"] == []


async def test_the_right_ones_are_on_the_first_page_also_behind_wrong_ones_and_nulls(double: Double) -> None:
    token = await double.app_token()
    await double.switch(wrong_versions=True, null_items=True)
    q = 'track:"Afterglow" artist:"Halden & the Low Suns"'
    found = await (await double.get("/search", token, q=q, type="track,artist", limit="10")).json()
    assert len(found["tracks"]["items"]) == 10
    assert found["tracks"]["items"][-1]["id"] == KNOWN
    first, right = found["tracks"]["items"][1], found["artists"]["items"][5]
    assert right["name"] == "Halden & the Low Suns"
    assert (await (await double.get(f"/tracks/{first['id']}", token)).json())["name"] == "Afterglow - Live"


async def test_albums_have_no_images_when_switched(double: Double) -> None:
    token = await double.app_token()
    await double.switch(albums_without_images=True)
    track = await (await double.get(f"/tracks/{KNOWN}", token)).json()
    assert track["album"]["images"] == []
    assert (await (await double.get(f"/albums/{track['album']['id']}", token)).json())["images"] == []
    assert (await (await double.get(f"/artists/{UNKNOWN}", token)).json())["images"] != []


async def test_limits_answer_429(double: Double) -> None:
    token = await double.app_token()
    await double.switch(rate_limit=1)
    assert (await double.get(f"/tracks/{KNOWN}", token)).status == 200
    limited = await double.get(f"/tracks/{KNOWN}", token)
    assert (limited.status, limited.headers["Retry-After"], await limited.text()) == (429, "30", "Too many requests")
    await double.switch(rate_limit_body="json")
    limited = await double.get(f"/tracks/{KNOWN}", token)
    assert (await limited.json())["error"]["message"] == "API rate limit exceeded"
    await double.switch(retry_after="absent")
    assert "Retry-After" not in (await double.get(f"/tracks/{KNOWN}", token)).headers
    await double.switch(rate_limit=None, quota={"search": 0})
    spent = await double.get("/search", token, q="x", type="track")
    assert (spent.status, spent.headers["Retry-After"]) == (429, "86207")
    assert (await spent.json())["error"]["reason"] == "QUOTA_EXCEEDED"
    assert (await double.get(f"/tracks/{KNOWN}", token)).status == 200


@pytest.mark.parametrize(("position", "status"), [("502", 502), ("503", 503), ("html", 503)])
async def test_outages(double: Double, position: str, status: int) -> None:
    token = await double.app_token()
    await double.switch(api_outage=position, latency_ms=1)
    assert (await double.get(f"/tracks/{KNOWN}", token)).status == status
    await double.switch(accounts_outage=position)
    assert (await double.exchange(grant_type="client_credentials")).status == status


async def test_top_items_need_their_scope_and_page(double: Double) -> None:
    token = (await double.tokens())["access_token"]
    first = await (await double.get("/me/top/tracks", token, limit="3")).json()
    second = await (await double.get("/me/top/tracks", token, limit="3", offset="3")).json()
    assert not {track["id"] for track in first["items"]} & {track["id"] for track in second["items"]}
    assert second["previous"]
    assert (await double.get("/me/top/artists", token, time_range="all")).status == 400
    without = (await double.tokens(scope="user-read-private"))["access_token"]
    refused = await double.get("/me/top/artists", without)
    assert (refused.status, (await refused.json())["error"]["message"]) == (403, "Insufficient client scope")
