"""Signing in through the browser's redirects, sessions, CSRF, tokens, and what people see of themselves."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.integration.gateway.conftest import Caller, Room, Told, ask
from tests.integration.gateway.played_sessions import AUTHORIZE


def cookies(told: Told) -> dict[str, str]:
    """Name → the whole Set-Cookie line."""
    return {line.partition("=")[0]: line for line in told.headers.getall("Set-Cookie", [])}


def value(line: str) -> str:
    return line.partition("=")[2].partition(";")[0]


async def began(room: Room, path: str = "/") -> tuple[str, str]:
    """The nonce cookie and the state of a sign-in that was begun."""
    told = await ask("GET", f"{room.url}/auth/login", params={"next": path})
    assert told.status == 302
    assert told.headers["Location"].startswith(AUTHORIZE)
    (state,) = parse_qs(urlsplit(told.headers["Location"]).query)["state"]
    return value(cookies(told)["nachklang_nonce"]), state


async def come_back(room: Room, nonce: str | None, **query: str) -> Told:
    headers = {"Cookie": f"nachklang_nonce={nonce}"} if nonce else {}
    return await ask("GET", f"{room.url}/auth/callback", params=query, headers=headers)


async def test_sign_in_opens_a_session_and_leads_to_where_the_person_wanted(room: Room) -> None:
    nonce, state = await began(room, "/imports/?a=1")
    told = await come_back(room, nonce, state=state, code="good")
    assert (told.status, told.headers["Location"]) == (302, "/imports/?a=1")
    line = cookies(told)["nachklang_session"]
    assert all(part in line for part in ("HttpOnly", "SameSite=Lax", "Path=/"))
    assert "Secure" not in line, "on loopback there is no https"
    me = await ask("GET", f"{room.url}/api/v1/me", headers={"Cookie": f"nachklang_session={value(line)}"})
    assert me.json["name"] == "Ada"
    assert me.json["spotify"] == {"connected": True, "until": "2027-01-15T08:00:00Z", "reconnect": False}


@pytest.mark.parametrize("path", ["https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nb: c"])
async def test_sign_in_leads_to_no_other_site(room: Room, path: str) -> None:
    nonce, state = await began(room, path)
    assert (await come_back(room, nonce, state=state, code="good")).headers["Location"] == "/"


async def test_sign_in_of_another_browser_is_refused_as_a_page_in_plain_words(room: Room) -> None:
    _, state = await began(room)
    other, _ = await began(room)
    for nonce in (other, None):
        told = await come_back(room, nonce, state=state, code="good")
        assert told.status == 400
        assert told.headers["Content-Type"].startswith("text/html")
        assert "nachklang_session" not in cookies(told)


async def test_refused_sign_in_is_a_problem_for_programs(room: Room) -> None:
    nonce, state = await began(room)
    headers = {"Cookie": f"nachklang_nonce={nonce}", "Accept": "application/json"}
    told = await ask("GET", f"{room.url}/auth/callback?state={state}&error=access_denied", headers=headers)
    assert told.json["type"] == "/problems/sign-in-refused"


async def test_logout_needs_the_csrf_token_and_ends_the_session_on_the_server(room: Room) -> None:
    caller = room.as_someone()
    assert (await caller.ask("GET", "/api/v1/me")).status == 200
    assert (await caller.ask("POST", "/auth/logout", headers={"X-CSRF-Token": "wrong"})).status == 403
    told = await caller.ask("POST", "/auth/logout")
    assert told.status == 204
    assert value(cookies(told)["nachklang_session"]) in {"", '""'}
    assert told.headers["Clear-Site-Data"] == '"cache"', "the browser must not keep reports of whoever was here"
    assert (await caller.ask("GET", "/api/v1/me")).status == 401, "the cache must not know it any more"
    assert (await caller.ask("POST", "/auth/logout")).status == 204, "twice is harmless"


@pytest.mark.parametrize("cookie", ["", "nachklang_session=", "nachklang_session=unknown", "nachklang_session=\xff"])
async def test_nobody_is_told_how_to_sign_in(room: Room, cookie: str) -> None:
    told = await ask("GET", f"{room.url}/api/v1/me", headers={"Cookie": cookie})
    assert (told.status, told.json["type"]) == (401, "/problems/not-signed-in")
    assert told.headers["Content-Type"] == "application/problem+json"


async def test_a_changed_profile_is_seen_by_every_session_at_once(room: Room) -> None:
    caller = room.as_someone()
    await caller.get("/api/v1/me")
    told = await caller.ask("PATCH", "/api/v1/me", json={"time_zone": "Europe/Berlin", "sharing": True})
    assert (told.status, told.json["time_zone"], told.json["sharing"]) == (200, "Europe/Berlin", True)
    assert (await caller.get("/api/v1/me"))["time_zone"] == "Europe/Berlin"


@pytest.mark.parametrize("body", [{}, {"time_zone": "Nowhere/Land"}, {"name": "Eve"}, {"sharing": "yes"}, [], "x"])
async def test_a_change_that_is_none_is_refused(room: Room, body: Any) -> None:
    told = await room.as_someone().ask("PATCH", "/api/v1/me", json=body)
    assert (told.status, told.json["type"]) == (400, "/problems/invalid-request")


async def test_a_change_without_csrf_token_is_refused(room: Room) -> None:
    caller, other = room.as_someone(), room.as_someone()
    for token in ("", "é", other.csrf):
        told = await caller.ask("PATCH", "/api/v1/me", json={"sharing": True}, headers={"X-CSRF-Token": token})
        assert (told.status, told.json["type"]) == (403, "/problems/csrf")


async def test_token_lives_from_its_making_to_its_revoking(room: Room) -> None:
    caller = room.as_someone()
    made = await caller.ask("POST", "/api/v1/tokens", json={"name": " script "})
    assert made.status == 201
    assert made.json["token"].startswith("nk_")
    assert made.json["name"] == "script"
    bearer = {"Authorization": f"Bearer {made.json['token']}"}
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=bearer)).json["id"] == caller.person_id
    changed = await ask("PATCH", f"{room.url}/api/v1/me", headers=bearer, json={"sharing": True})
    assert changed.status == 200, "a token needs no CSRF token"
    (listed,) = (await caller.get("/api/v1/tokens"))["items"]
    assert listed["id"] == made.json["id"]
    assert "token" not in listed
    path = f"/api/v1/tokens/{made.json['id']}"
    assert (await room.as_someone().ask("DELETE", path)).status == 404, "another's token"
    assert (await caller.ask("DELETE", path)).status == 204
    assert (await caller.ask("DELETE", path)).status == 404
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=bearer)).status == 401


@pytest.mark.parametrize("sent", ["Bearer nk_wrong", "Bearer ", "Basic abc", "nonsense"])
async def test_authorization_counts_alone(room: Room, sent: str) -> None:
    caller: Caller = room.as_someone()
    assert (await caller.ask("GET", "/api/v1/me", headers={"Authorization": sent})).status == 401


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
async def test_token_needs_a_name(room: Room, name: str) -> None:
    assert (await room.as_someone().ask("POST", "/api/v1/tokens", json={"name": name})).status == 400


async def test_revoking_what_is_no_id_is_not_found(room: Room) -> None:
    assert (await room.as_someone().ask("DELETE", "/api/v1/tokens/é")).status == 404


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-origin", 302), ("same-site", 302), ("none", 302), (None, 302)]
)
async def test_only_our_own_page_begins_to_connect_spotify(room: Room, site: str | None, status: int) -> None:
    headers = {} if site is None else {"Sec-Fetch-Site": site}
    told = await room.as_someone().ask("GET", "/auth/login?connect=true", headers=headers)
    assert told.status == status
    assert (await ask("GET", f"{room.url}/auth/login", headers=headers)).status == 302
