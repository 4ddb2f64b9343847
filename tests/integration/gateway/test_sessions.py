"""Where a person is signed in: listed, ended one by one or all others, renewed at every sign-in."""

from contracts.keys import credential_hash
from contracts.messages.people import CompleteSignIn
from stack.servers.redis import Redis
from tests.harness.servers import Running
from tests.integration.gateway.conftest import Caller, Room, ask
from tests.integration.gateway.test_sign_in import began, come_back, cookies, value

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def another_browser(room: Room, caller: Caller) -> Caller:
    """The same person in another browser."""
    _, secret = room.neighbours.auth.someone()
    hashed = credential_hash(secret)
    session_id = next(key for key, opened in room.neighbours.auth.sessions.items() if opened.hashed == hashed)
    moved = room.neighbours.auth.sessions[session_id]._replace(person_id=caller.person_id)
    room.neighbours.auth.sessions[session_id] = moved
    room.neighbours.auth.credentials[hashed] = caller.person_id
    return Caller(room.url, caller.person_id, secret, caller.described)


async def test_a_persons_own_sessions_are_listed_without_anything_to_use_them_by(room: Room) -> None:
    caller = room.as_someone()
    other = another_browser(room, caller)
    listed = (await caller.get("/api/v1/sessions"))["items"]
    assert [session["current"] for session in listed] == [False, True]
    assert {session["device"] for session in listed} == {"Firefox on Linux"}
    assert not {caller.secret, other.secret, credential_hash(caller.secret)} & set(str(listed).split("'"))
    assert len((await room.as_someone().get("/api/v1/sessions"))["items"]) == 1


async def test_one_session_is_ended_at_once_and_only_ones_own(room: Room) -> None:
    caller, stranger = room.as_someone(), room.as_someone()
    other = another_browser(room, caller)
    assert (await other.ask("GET", "/api/v1/me")).status == 200
    ended = next(session for session in (await caller.get("/api/v1/sessions"))["items"] if not session["current"])
    path = f"/api/v1/sessions/{ended['id']}"
    assert (await stranger.ask("DELETE", path)).status == 404
    assert (await caller.ask("DELETE", path, headers={"X-CSRF-Token": ""})).status == 403
    assert (await caller.ask("DELETE", path)).status == 204
    assert (await caller.ask("DELETE", path)).status == 404
    assert (await other.ask("GET", "/api/v1/me")).status == 401, "the cache must not know it any more"
    assert (await caller.ask("GET", "/api/v1/me")).status == 200
    assert (await caller.ask("DELETE", "/api/v1/sessions/é")).status == 404


async def test_who_ends_their_own_session_is_forgotten_by_the_browser(room: Room) -> None:
    caller = room.as_someone()
    (session,) = (await caller.get("/api/v1/sessions"))["items"]
    told = await caller.ask("DELETE", f"/api/v1/sessions/{session['id']}")
    assert value(cookies(told)["nachklang_session"]) in {"", '""'}
    assert (await caller.ask("GET", "/api/v1/me")).status == 401


async def test_all_others_are_ended_and_with_a_token_all(room: Room) -> None:
    caller = room.as_someone()
    others = [another_browser(room, caller) for _ in range(2)]
    token = (await caller.ask("POST", "/api/v1/tokens", json={"name": "script"})).json["token"]
    assert (await caller.ask("DELETE", "/api/v1/sessions")).status == 204
    assert [(await other.ask("GET", "/api/v1/me")).status for other in others] == [401, 401]
    assert (await caller.ask("GET", "/api/v1/me")).status == 200
    bearer = {"Authorization": f"Bearer {token}"}
    listed = (await ask("GET", f"{room.url}/api/v1/sessions", headers=bearer)).json["items"]
    assert [session["current"] for session in listed] == [False]
    assert (await ask("DELETE", f"{room.url}/api/v1/sessions", headers=bearer)).status == 204
    assert (await caller.ask("GET", "/api/v1/me")).status == 401


async def test_every_sign_in_ends_the_session_before_and_names_the_device(room: Room) -> None:
    caller = room.as_someone()
    await caller.get("/api/v1/me")
    nonce, state = await began(room)
    cookie = f"nachklang_nonce={nonce}; nachklang_session={caller.secret}"
    headers = {"Cookie": cookie, "User-Agent": FIREFOX}
    told = await ask("GET", f"{room.url}/auth/callback?state={state}&code=good", headers=headers)
    fresh = value(cookies(told)["nachklang_session"])
    assert fresh != caller.secret
    completed = [message for message in room.neighbours.auth.told if isinstance(message, CompleteSignIn)][-1]
    assert completed.old_session_hash == credential_hash(caller.secret)
    assert completed.device == "Firefox on Linux"
    assert (await caller.ask("GET", "/api/v1/me")).status == 401, "at once, though it was remembered"
    me = await ask("GET", f"{room.url}/api/v1/me", headers={"Cookie": f"nachklang_session={fresh}"})
    assert me.status == 200


async def test_spotify_is_connected_to_who_is_signed_in_and_to_nobody_else(room: Room) -> None:
    caller = room.as_someone("Grace", login="grace", connected=False, connected_until=None)
    signed_in = {"Cookie": f"nachklang_session={caller.secret}"}
    nobody = await ask("GET", f"{room.url}/auth/login?connect=true")
    assert (nobody.status, nobody.headers["Content-Type"]) == (401, "text/html; charset=utf-8")
    begun = await ask("GET", f"{room.url}/auth/login?connect=true&next=/settings/", headers=signed_in)
    nonce, state = value(cookies(begun)["nachklang_nonce"]), begun.headers["Location"].rpartition("=")[2]
    assert (await come_back(room, nonce, state=state, code="good")).status == 400, "not with another's browser"
    begun = await ask("GET", f"{room.url}/auth/login?connect=true&next=/settings/", headers=signed_in)
    nonce, state = value(cookies(begun)["nachklang_nonce"]), begun.headers["Location"].rpartition("=")[2]
    cookie = {"Cookie": f"nachklang_nonce={nonce}; nachklang_session={caller.secret}"}
    told = await ask("GET", f"{room.url}/auth/callback?state={state}&code=good", headers=cookie)
    assert (told.status, told.headers["Location"]) == (302, "/settings/")
    fresh = {"Cookie": f"nachklang_session={value(cookies(told)['nachklang_session'])}"}
    assert (await ask("GET", f"{room.url}/api/v1/me", headers=fresh)).json["id"] == caller.person_id


async def test_without_redis_nobody_is_signed_out_and_who_signs_out_stays_out(
    room: Room, own_redis: Running[Redis]
) -> None:
    caller, leaver = room.as_someone(), room.as_someone()
    for person in (caller, leaver):
        await person.get("/api/v1/me")
    await own_redis.process.stop()
    try:
        assert [(await caller.ask("GET", "/api/v1/me")).status for _ in range(3)] == [200] * 3
        assert (await leaver.ask("DELETE", "/api/v1/sessions")).status == 204
        assert (await leaver.ask("POST", "/auth/logout")).status == 204
        assert (await leaver.ask("GET", "/api/v1/me")).status == 401
    finally:
        await own_redis.process.start()
    assert (await caller.ask("GET", "/api/v1/me")).status == 200
    assert (await leaver.ask("GET", "/api/v1/me")).status == 401, "what the cache remembers does not bring it back"
