"""Sessions: listed, ended one by one or all others, rotated, and over after thirty quiet days or ninety in all."""

from auth.domain.sessions import IDLE_MS, LIFE_MS, session_id
from contracts.keys import credential_hash
from contracts.messages.people import CompleteSignIn
from contracts.messages.sessions import EndSessions, ListSessions, Session, SessionsEnded
from tests.integration.auth.conftest import NONCE, START, House
from tests.integration.auth.local import PASSWORD, household

MINUTE = 60_000
DAY = 24 * 3_600_000


async def _listed(house: House, person_id: str, current: str | None = None) -> list[Session]:
    request = ListSessions(person_id=person_id, current_hash=credential_hash(current) if current else None)
    listed: list[Session] = (await house.ask(request)).sessions
    assert (await house.ask(request)).sessions == listed
    return listed


async def test_sessions_are_listed_newest_first_with_way_and_device(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    house.time.now += MINUTE
    await house.ask(home.signing_in("olga", PASSWORD, "phone"))
    await house.sign_in("anna")
    phone, first = await _listed(house, olga.person_id, current="olga")
    assert phone == Session(
        id=session_id(credential_hash("phone")),
        created_at=START + MINUTE,
        last_seen_at=START + MINUTE,
        expires_at=START + MINUTE + IDLE_MS,
        way="password",
        device="Safari on iOS",
        current=False,
    )
    assert (first.way, first.device, first.current) == ("invitation", "Firefox on Linux", True)


async def test_use_is_written_down_every_five_minutes_and_prolongs(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    house.time.now += 5 * MINUTE - 1
    assert await home.owner("olga") == olga.person_id
    assert (await _listed(house, olga.person_id))[0].last_seen_at == START
    house.time.now += 1
    assert await home.owner("olga") == olga.person_id
    (session,) = await _listed(house, olga.person_id)
    assert (session.last_seen_at, session.expires_at) == (START + 5 * MINUTE, START + 5 * MINUTE + IDLE_MS)


async def test_a_session_that_nobody_uses_ends_after_thirty_days(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    house.time.now += IDLE_MS - 1
    assert await home.owner("olga") == olga.person_id
    house.time.now += IDLE_MS
    assert await home.owner("olga") is None
    assert await _listed(house, olga.person_id) == []


async def test_a_session_that_is_used_daily_ends_after_ninety_days(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    for _ in range(89):
        house.time.now += DAY
        assert await home.owner("olga") == olga.person_id
    assert (await _listed(house, olga.person_id))[0].expires_at == START + LIFE_MS
    house.time.now += DAY
    assert await home.owner("olga") is None


async def test_those_that_are_over_are_swept_out(house: House) -> None:
    await house.sign_in("anna")
    house.time.now += IDLE_MS
    await house.sign_in("anna")
    assert await house.database.fetch_one("SELECT COUNT(*) FROM sessions") == (1,)


async def test_one_is_ended_by_its_id_and_nobody_ends_anothers(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    otto = await home.member(olga, "otto")
    (session,) = await _listed(house, olga.person_id)
    foreign = EndSessions(person_id=otto.person_id, session_id=session.id, keep_hash=None)
    assert await house.ask(foreign) == SessionsEnded(session_hashes=[])
    request = EndSessions(person_id=olga.person_id, session_id=session.id, keep_hash=None)
    assert await house.ask(request) == SessionsEnded(session_hashes=[credential_hash("olga")])
    assert await house.ask(request) == SessionsEnded(session_hashes=[])
    assert (await home.owner("olga"), await home.owner("otto")) == (None, otto.person_id)
    assert (await home.audit(olga.person_id))[-1] == "session-ended"


async def test_all_others_are_ended_and_this_one_stays(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    for name in ("phone", "tablet"):
        await house.ask(home.signing_in("olga", PASSWORD, name))
    request = EndSessions(person_id=olga.person_id, session_id=None, keep_hash=credential_hash("phone"))
    ended = (await house.ask(request)).session_hashes
    assert set(ended) == {credential_hash("olga"), credential_hash("tablet")}
    assert (await house.ask(request)).session_hashes == []
    assert [session.id for session in await _listed(house, olga.person_id)] == [session_id(credential_hash("phone"))]


async def test_signing_in_with_spotify_ends_the_session_that_the_browser_had(house: House) -> None:
    home = await household(house)
    await home.operator()
    answer = await house.callback("anna")
    request = CompleteSignIn(
        nonce_hash=NONCE,
        state=answer["state"],
        code=answer["code"],
        error=None,
        session_hash=credential_hash("new"),
        old_session_hash=credential_hash("olga"),
        device="Chrome on Android",
    )
    anna = (await house.ask(request)).profile
    assert (await home.owner("new"), await home.owner("olga")) == (anna.person_id, None)
    (session,) = await _listed(house, anna.person_id, current="new")
    assert (session.way, session.device, session.current) == ("spotify", "Chrome on Android", True)
