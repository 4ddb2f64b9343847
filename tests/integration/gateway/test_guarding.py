"""The gateway as somebody meets it who means harm: what browsers are told, odd requests, and other people's things."""

import asyncio
import gzip
import json
import uuid

import pytest

from tests.integration.gateway.conftest import Caller, Room, ask

NOBODY = uuid.uuid4().hex
REFUSED = b"HTTP/1.0 400 "
CLOSED = "default-src 'none'"


async def raw(room: Room, request: bytes) -> bytes:
    """The whole answer to bytes that no client would send."""
    port = int(room.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    await writer.drain()
    try:
        async with asyncio.timeout(60):
            return await reader.read()
    finally:
        writer.close()


def signed(caller: Caller) -> str:
    return f"Cookie: nachklang_session={caller.secret}\r\nX-CSRF-Token: {caller.csrf}\r\nHost: x\r\n"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/me"), ("GET", "/api/v1/wrapped"), ("GET", "/api/v1/sessions"), ("GET", "/api/v1/nothing"),
        ("DELETE", "/api/v1/sessions/no"), ("PUT", "/api/v1/me"), ("PATCH", "/api/v1/me"), ("POST", "/auth/password"),
        ("POST", "/auth/logout"), ("GET", "/auth/login"), ("GET", "/auth/callback"), ("GET", "/auth/nothing"),
    ],
)  # fmt: skip
async def test_nothing_personal_is_kept_by_anybody_or_run_by_a_browser(room: Room, method: str, path: str) -> None:
    headers = {"Cookie": f"nachklang_session={room.as_someone().secret}", "Accept": "text/html"}
    told = await ask(method, f"{room.url}{path}", headers=headers)
    assert told.headers["Cache-Control"] in {"no-store", "private, no-cache"}
    assert told.headers["Content-Security-Policy"].startswith(CLOSED)
    assert "script-src" not in told.headers["Content-Security-Policy"]
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    assert told.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert told.headers["Referrer-Policy"] == "same-origin"
    assert "aiohttp" not in told.headers["Server"].lower()
    assert not [name for name in told.headers if name.startswith("Access-Control-")]


async def test_a_page_of_an_error_shows_nothing_of_the_request_as_markup(room: Room) -> None:
    attack = "<script>alert(1)</script>"
    for path in (f"/auth/callback?error={attack}&state={attack}", f"/auth/login?connect={attack}"):
        told = await ask("GET", f"{room.url}{path}", headers={"Accept": "text/html"})
        assert told.headers["Content-Type"].startswith("text/html")
        assert "<script" not in told.text


async def test_another_site_can_neither_ask_nor_send(room: Room) -> None:
    caller = room.as_someone()
    cookie = {"Cookie": f"nachklang_session={caller.secret}", "Origin": "https://evil.example"}
    preflight = await ask("OPTIONS", f"{room.url}/api/v1/me", headers=cookie)
    assert preflight.status == 405
    read = await ask("GET", f"{room.url}/api/v1/me", headers=cookie)
    assert "Access-Control-Allow-Origin" not in read.headers
    for method, path in (("PATCH", "/api/v1/me"), ("DELETE", "/api/v1/sessions"), ("POST", "/api/v1/tokens")):
        told = await ask(method, f"{room.url}{path}", headers=cookie, json={"name": "x"})
        assert (told.status, told.json["type"]) == (403, "/problems/csrf")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])
async def test_a_body_that_a_form_can_send_is_never_read(room: Room, kind: str) -> None:
    told = await room.as_someone().ask("PATCH", "/api/v1/me", data=b'{"sharing": true}', headers={"Content-Type": kind})
    assert (told.status, told.json["type"]) == (415, "/problems/unsupported-type")


@pytest.mark.parametrize(
    "body", [b'{"name": "\xff"}', b'{"name": "\\ud800"}', b"[" * 60_000, b"", b'{"name": NaN}', b"\xef\xbb\xbf{}"]
)
async def test_a_body_that_is_no_json_is_refused_in_order(room: Room, body: bytes) -> None:
    kind = {"Content-Type": "application/json; charset=utf-16"}
    told = await room.as_someone().ask("POST", "/api/v1/tokens", data=body, headers=kind)
    assert (told.status, told.json["type"]) == (400, "/problems/invalid-request")


async def test_a_body_that_is_packed_wrongly_or_to_a_bomb_is_refused_in_order(room: Room) -> None:
    caller = room.as_someone()
    bomb = gzip.compress(b'{"name": "' + b" " * 50_000_000 + b'"}')
    for packing, body, status in (("gzip", b"{}", 400), ("deflate", b"\xff{}", 400), ("gzip", bomb, 413)):
        headers = {"Content-Type": "application/json", "Content-Encoding": packing}
        told = await caller.ask("POST", "/api/v1/tokens", data=body, headers=headers)
        assert told.status == status, packing


async def test_two_lengths_are_one_request_or_none(room: Room) -> None:
    """No request hides in the body of another, whatever stands before the gateway."""
    caller = room.as_someone()
    hidden = "GET /api/v1/me HTTP/1.1\r\n" + signed(caller) + "\r\n"
    start = "POST /auth/logout HTTP/1.1\r\nHost: x\r\n"
    for lengths in (
        f"Content-Length: {len(hidden) + 5}\r\nTransfer-Encoding: chunked\r\n",
        f"Content-Length: 0\r\nContent-Length: {len(hidden)}\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Content-Length: +5\r\n",
    ):
        answer = await raw(room, (start + lengths + "\r\n0\r\n\r\n" + hidden).encode())
        assert answer.startswith(REFUSED), lengths
        assert answer.count(b"HTTP/1.") == 1, lengths
        assert caller.person_id.encode() not in answer, lengths


async def test_what_can_not_be_read_leaves_nothing_of_it_in_the_log(room: Room) -> None:
    caller = room.as_someone()
    for cut in (f"Cookie: nachklang_session={caller.secret}; x={'y' * 9_000}", f"nachklang_session={caller.secret}"):
        answer = await raw(room, f"GET /api/v1/me HTTP/1.1\r\nHost: x\r\n{cut}\r\n\r\n".encode())
        assert answer.startswith(REFUSED)
    log = room.log()
    assert "Error handling request" in log
    assert caller.secret not in log


async def test_what_belongs_to_others_is_not_there(room: Room) -> None:
    owner, other = room.as_someone(), room.as_someone()
    token = (await owner.ask("POST", "/api/v1/tokens", json={"name": "script"})).json["id"]
    session = (await owner.get("/api/v1/sessions"))["items"][0]["id"]
    upload = (await owner.ask("POST", "/api/v1/uploads", data=b"[]", headers={"Content-Type": "application/zip"})).json
    for method, kind, found in (
        ("DELETE", "tokens", token), ("DELETE", "sessions", session), ("GET", "uploads", upload["id"]),
    ):  # fmt: skip
        theirs = await other.ask(method, f"/api/v1/{kind}/{found}")
        nobodys = await other.ask(method, f"/api/v1/{kind}/{NOBODY}")
        assert theirs.status == nobodys.status == 404
        assert theirs.body == nobodys.body


async def test_of_two_people_named_in_one_query_one_is_looked_at(room: Room) -> None:
    """What is checked is what is shown."""
    caller, shared, hidden = room.as_someone(), room.as_someone(sharing=True), room.as_someone()
    for pair in ((shared, hidden), (hidden, shared)):
        query = "&".join(f"person={person.person_id}" for person in pair)
        told = await caller.ask("GET", f"/api/v1/wrapped?from=2025-01-01&to=2025-01-02&{query}")
        assert told.status == 404 or told.json["person"]["id"] == shared.person_id


async def test_a_forwarded_address_is_not_believed(room: Room) -> None:
    headers = {"Content-Type": "application/json", "User-Agent": "x"}
    body = json.dumps({"login": "nobody", "password": "guessing it"})
    for address in ("198.51.100.1", "198.51.100.2"):
        await ask("POST", f"{room.url}/auth/password", data=body, headers=headers | {"X-Forwarded-For": address})
    one, other = room.neighbours.auth.told[-2:]
    assert getattr(one, "client_hash", None) == getattr(other, "client_hash", "") is not None


async def test_a_body_that_never_comes_is_not_waited_for_long(room: Room) -> None:
    caller = room.as_someone()
    kind = "Content-Type: application/json\r\nContent-Length: 9\r\n"
    request = f"POST /api/v1/tokens HTTP/1.1\r\n{signed(caller)}{kind}\r\n{{"
    port = int(room.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request.encode())
    async with asyncio.timeout(60):
        assert (await reader.readline()).startswith(b"HTTP/1.1 408 ")
    writer.close()
