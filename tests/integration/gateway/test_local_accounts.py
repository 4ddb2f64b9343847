"""Accounts of the instance: invitations, passwords that travel sealed, and who may send what from where."""

from typing import Any

import pytest

from contracts.keys import credential_hash
from contracts.messages.accounts import JoinByInvitation, SignInWithPassword
from tests.integration.gateway.conftest import Room, Told, ask
from tests.integration.gateway.test_sign_in import cookies, value

PASSWORD = "correct horse battery stäple"


async def send(room: Room, path: str, body: Any, **headers: str) -> Told:
    told = await ask("POST", f"{room.url}{path}", json=body, headers=headers)
    await room.described.check(room.url, "POST", path, told)
    return told


async def joined(room: Room, login: str, **given: Any) -> Told:
    body = {"code": room.neighbours.auth.invitation(), "login": login, "name": "Ada", "password": PASSWORD} | given
    return await send(room, "/auth/join", body)


def session(told: Told) -> dict[str, str]:
    assert told.status == 204, told.text
    return {"Cookie": f"nachklang_session={value(cookies(told)['nachklang_session'])}"}


async def test_who_is_invited_joins_and_signs_in_again_with_their_password(room: Room) -> None:
    first = await joined(room, "ada.first", time_zone="Europe/Berlin", locale="de")
    me = (await ask("GET", f"{room.url}/api/v1/me", headers=session(first))).json
    assert (me["login"], me["admin"], me["spotify"]["connected"]) == ("ada.first", False, False)
    body = {"login": "ada.first", "password": PASSWORD}
    later = await send(room, "/auth/password", body, **session(first), **{"User-Agent": "curl/8.5.0"})
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=session(first))).status == 401, "the one before has ended"
    listed = (await ask("GET", f"{room.url}/api/v1/sessions", headers=session(later))).json["items"]
    assert [(item["way"], item["device"]) for item in listed] == [("password", "curl")]


async def test_passwords_are_sealed_and_addresses_hashed_on_their_way(room: Room) -> None:
    await joined(room, "ada.sealed")
    for _ in range(2):
        await send(room, "/auth/password", {"login": "ada.sealed", "password": PASSWORD})
    told = room.neighbours.auth.told
    one, other = [message for message in told if isinstance(message, SignInWithPassword)][-2:]
    assert one.password != other.password, "two boxes of one password tell nothing"
    assert PASSWORD not in repr(told)
    assert one.client_hash == other.client_hash
    assert "127.0.0.1" not in repr(one)


async def test_a_wrong_password_and_an_unknown_login_are_refused_alike(room: Room) -> None:
    await joined(room, "ada.known")
    answers = [
        await send(room, "/auth/password", {"login": login, "password": "wrong password"})
        for login in ("ada.known", "ada.unknown", "Not A Login", "é")
    ]
    assert {answer.status for answer in answers} == {400}
    assert len({answer.body for answer in answers}) == 1
    assert answers[0].json["type"] == "/problems/sign-in-refused"
    assert not any(cookies(answer) for answer in answers)


async def test_too_many_attempts_are_told_when_to_come_back(room: Room) -> None:
    room.neighbours.auth.refuses_for_s = 90
    try:
        told = await send(room, "/auth/password", {"login": "ada", "password": PASSWORD})
    finally:
        room.neighbours.auth.refuses_for_s = None
    assert (told.status, told.json["type"], told.headers["Retry-After"]) == (429, "/problems/too-many-attempts", "90")


async def test_a_new_key_of_the_auth_service_is_asked_for_when_it_opens_nothing(room: Room) -> None:
    await joined(room, "ada.rotated")
    room.neighbours.auth.change_key()
    assert (await send(room, "/auth/password", {"login": "ada.rotated", "password": PASSWORD})).status == 204


async def test_an_invitation_is_seen_and_taken_once(room: Room) -> None:
    code = room.neighbours.auth.invitation()
    seen = await send(room, "/auth/invitation", {"code": code})
    assert (seen.status, seen.json["invited_by"]) == (200, "Grace")
    body = {"code": code, "login": "grace.once", "name": "Grace", "password": PASSWORD}
    assert (await send(room, "/auth/join", body)).status == 204
    for path, again in (("/auth/join", body | {"login": "grace.twice"}), ("/auth/invitation", {"code": code})):
        over = await send(room, path, again)
        assert (over.status, over.json["type"]) == (400, "/problems/invitation-over")
    assert code not in repr([message for message in room.neighbours.auth.told if isinstance(message, JoinByInvitation)])


async def test_a_login_that_is_taken_costs_no_invitation(room: Room) -> None:
    await joined(room, "grace.taken")
    code = room.neighbours.auth.invitation()
    taken = await joined(room, "grace.taken", code=code)
    assert (taken.status, taken.json["type"]) == (409, "/problems/login-taken")
    assert (await joined(room, "grace.free", code=code)).status == 204


async def test_who_joins_in_a_browser_that_is_signed_in_ends_that_session(room: Room) -> None:
    caller = room.as_someone()
    await caller.get("/api/v1/me")
    body = {"code": room.neighbours.auth.invitation(), "login": "ada.next", "name": "Ada", "password": PASSWORD}
    assert (await send(room, "/auth/join", body, Cookie=f"nachklang_session={caller.secret}")).status == 204
    assert (await caller.ask("GET", "/api/v1/me")).status == 401


@pytest.mark.parametrize(
    "given",
    [
        {"login": "Ada"}, {"login": "ab"}, {"login": "x" * 33}, {"login": "ada\n"}, {"name": " "}, {"name": ""},
        {"password": "short"}, {"password": "x" * 201}, {"password": None}, {"code": ""}, {"admin": True},
    ],
)  # fmt: skip
async def test_what_no_account_can_be_made_of_is_refused(room: Room, given: dict[str, Any]) -> None:
    told = await joined(room, **({"login": "ada.refused"} | given))
    assert (told.status, told.json["type"]) == (400, "/problems/invalid-request")


async def test_a_password_is_changed_and_all_other_sessions_end(room: Room) -> None:
    first = session(await joined(room, "ada.changed"))
    csrf = (await ask("GET", f"{room.url}/api/v1/me", headers=first)).json["csrf_token"]
    other = session(await send(room, "/auth/password", {"login": "ada.changed", "password": PASSWORD}))
    headers, url = first | {"X-CSRF-Token": csrf}, f"{room.url}/api/v1/me/password"
    wrong = await ask("PUT", url, json={"old": "wrong password", "new": "another long one"}, headers=headers)
    assert (wrong.status, wrong.json["type"]) == (400, "/problems/password-refused")
    body = {"old": PASSWORD, "new": "another long one"}
    assert (await ask("PUT", url, json=body, headers=first)).status == 403, "without CSRF token"
    assert (await ask("PUT", url, json=body, headers=headers)).status == 204
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=first)).status == 200
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=other)).status == 401
    assert (await send(room, "/auth/password", {"login": "ada.changed", "password": PASSWORD})).status == 400
    without = await room.as_someone().ask("PUT", "/api/v1/me/password", json=body)
    assert (without.status, without.json["type"]) == (400, "/problems/invalid-request")


async def test_a_forgotten_password_is_set_anew_by_a_link_and_all_sessions_end(room: Room) -> None:
    before = session(await joined(room, "ada.forgot"))
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=before)).status == 200
    room.neighbours.auth.resets[credential_hash("reset-link")] = "ada.forgot"
    seen = await send(room, "/auth/invitation", {"code": "reset-link"})
    assert (seen.json["login"], seen.json["invited_by"]) == ("ada.forgot", None)
    body = {"code": "reset-link", "login": "ada.else", "name": "-", "password": "a new long one"}
    other = await send(room, "/auth/join", body)
    assert (other.status, other.json["type"]) == (400, "/problems/invalid-login")
    after = session(await send(room, "/auth/join", body | {"login": "ada.forgot"}))
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=after)).json["login"] == "ada.forgot"
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=before)).status == 401, "at once"
    assert (await send(room, "/auth/password", {"login": "ada.forgot", "password": PASSWORD})).status == 400


async def test_operators_invite_and_nobody_else(room: Room) -> None:
    operator, other = room.as_someone(admin=True), room.as_someone()
    assert (await operator.get("/api/v1/me"))["admin"] is True
    made = await operator.ask("POST", "/api/v1/invitations", json={"admin": False})
    assert made.status == 201
    page, _, code = made.json["url"].partition("#")
    assert page == f"{room.url}/join/", "the secret stands where browsers send it to nobody"
    assert (await send(room, "/auth/invitation", {"code": code})).status == 200
    assert made.json["id"] in {item["id"] for item in (await operator.get("/api/v1/invitations"))["items"]}
    path = f"/api/v1/invitations/{made.json['id']}"
    assert made.headers["Location"] == path
    for method, address in (("GET", "/api/v1/invitations"), ("DELETE", path), ("DELETE", "/api/v1/invitations/no")):
        assert (await other.ask(method, address)).status == 403
    assert (await other.ask("POST", "/api/v1/invitations", json={})).status == 403
    assert (await operator.ask("DELETE", path)).status == 204
    assert (await operator.ask("DELETE", path)).status == 404
    assert (await send(room, "/auth/invitation", {"code": code})).status == 400


@pytest.mark.parametrize("path", ["/auth/password", "/auth/invitation", "/auth/join"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://127.0.0.1"},
    ],
)  # fmt: skip
async def test_pages_of_other_sites_sign_nobody_in(room: Room, path: str, headers: dict[str, str]) -> None:
    told = await send(room, path, {}, **headers)
    assert (told.status, told.json["type"]) == (403, "/problems/forbidden")


async def test_our_own_page_and_scripts_sign_in_and_forms_do_not(room: Room) -> None:
    await joined(room, "ada.page")
    body = {"login": "ada.page", "password": PASSWORD}
    ours = {"Origin": room.url, "Sec-Fetch-Site": "same-origin"}
    assert (await send(room, "/auth/password", body, **ours)).status == 204
    assert (await send(room, "/auth/password", body)).status == 204
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        told = await ask("POST", f"{room.url}/auth/password", data=b"{}", headers={"Content-Type": kind})
        assert (told.status, told.json["type"]) == (415, "/problems/unsupported-type")
