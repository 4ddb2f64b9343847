"""Sign-in by the real authorization-code flow against the double; every way in which it can end."""

import asyncio
from urllib.parse import parse_qs, urlsplit

import pytest

from auth.domain import sessions
from auth.domain.connections import DAY_MS
from auth.domain.refusals import Refusal
from auth.domain.sign_ins import LIFE_MS
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential, CredentialChecked, SignedIn
from tests.integration.auth.conftest import REDIRECT, SESSION, START, House, completion


async def test_the_authorize_address_asks_for_a_code_with_state_and_pkce(house: House) -> None:
    query = {name: values[0] for name, values in parse_qs(urlsplit(await house.begin()).query).items()}
    assert query.pop("state")
    assert len(query.pop("code_challenge")) == 43
    assert query == {
        "client_id": "client",
        "response_type": "code",
        "redirect_uri": REDIRECT,
        "scope": "user-read-private user-read-recently-played user-top-read",
        "code_challenge_method": "S256",
    }


async def test_signing_in_opens_a_session_with_a_profile(house: House) -> None:
    signed_in = await house.ask(completion(await house.callback("anna-lena", "/imports/")))
    profile = signed_in.profile
    assert signed_in.next == "/imports/"
    assert (profile.name, profile.time_zone, profile.locale, profile.sharing) == ("Anna Lena", "UTC", "en", False)
    assert (profile.connected, profile.connected_until) == (True, START + 182 * DAY_MS)
    assert profile.picture.startswith("http://double.example/image/")
    checked = await house.ask(CheckCredential(kind="session", credential_hash=SESSION))
    assert checked == CredentialChecked(profile=profile)
    house.time.now += sessions.IDLE_MS
    assert await house.ask(CheckCredential(kind="session", credential_hash=SESSION)) == CredentialChecked(profile=None)


async def test_who_comes_back_is_the_same_person_and_nobody_else(house: House) -> None:
    first, again, other = [await house.sign_in(name) for name in ("anna", "anna", "berta")]
    assert first.profile.person_id == again.profile.person_id
    assert first.profile.person_id != other.profile.person_id


async def test_a_person_known_by_id_stays_when_the_account_id_appears(house: House) -> None:
    house.switch(account_id=False)
    before = await house.sign_in("anna")
    house.switch()
    after, later = await house.sign_in("anna"), await house.sign_in("anna")
    assert before.profile.person_id == after.profile.person_id == later.profile.person_id
    assert await house.database.fetch_one("SELECT COUNT(*) FROM people") == (1,)


async def test_the_same_request_twice_is_answered_twice_from_one_exchange(house: House) -> None:
    request = completion(await house.callback("anna"))
    first = await house.ask(request)
    assert await house.ask(request) == first
    assert house.world.calls["token authorization_code"] == 1
    assert await house.database.fetch_one("SELECT COUNT(*) FROM sessions") == (1,)


async def test_the_same_callback_for_another_session_is_refused(house: House) -> None:
    answer = await house.callback("anna")
    await house.ask(completion(answer))
    other = credential_hash("another session")
    assert await house.refused(completion(answer, session=other)) == "sign_in_expired"
    checked = await house.ask(CheckCredential(kind="session", credential_hash=other))
    assert checked.profile is None


async def test_two_sessions_that_race_for_one_state_get_one(house: House) -> None:
    answer = await house.callback("anna")
    racing = (house.delivered(completion(answer, session=credential_hash(name))) for name in "ab")
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)] == ["sign_in_expired"]
    assert len([outcome for outcome in outcomes if isinstance(outcome, SignedIn)]) == 1
    assert house.world.calls["token authorization_code"] == 1


async def test_the_state_is_checked_before_anything_else(house: House) -> None:
    answer = await house.callback("anna")
    wrong = [
        completion(answer | {"state": "made up"}),
        completion({"code": answer["code"]}),
        completion({"state": "made up", "error": "access_denied"}),
        completion(answer, nonce=credential_hash("another browser")),
    ]
    assert [await house.refused(request) for request in wrong] == ["sign_in_expired"] * 4
    assert house.world.calls["token authorization_code"] == 0
    assert (await house.ask(completion(answer))).profile.name == "Anna"


async def test_after_ten_minutes_it_is_over(house: House) -> None:
    answer = await house.callback("anna")
    house.time.now += LIFE_MS + 1
    assert await house.refused(completion(answer)) == "sign_in_expired"


async def test_a_used_or_unknown_code_is_refused(house: House) -> None:
    answer = await house.callback("anna")
    await house.ask(completion(answer))
    fresh = await house.callback("anna")
    reused = fresh | {"code": answer["code"]}
    assert await house.refused(completion(reused, session=credential_hash("2"))) == "sign_in_code_refused"
    empty = await house.callback("anna")
    assert await house.refused(completion({"state": empty["state"]})) == "sign_in_code_refused"


async def test_a_code_that_was_asked_for_in_another_browser_does_not_fit(house: House) -> None:
    mine, theirs = await house.callback("anna"), await house.callback("mallory")
    assert await house.refused(completion(mine | {"code": theirs["code"]})) == "sign_in_code_refused"


@pytest.mark.parametrize(
    ("switches", "code"),
    [
        ({"deny_consent": True}, "sign_in_denied"),
        ({"unregistered": ("anna",)}, "spotify_user_not_registered"),
        ({"owner_premium": False}, "spotify_owner_without_premium"),
        ({"api_outage": "502"}, "spotify_unavailable"),
        ({"api_outage": "html"}, "spotify_unavailable"),
        ({"rate_limit": 0}, "spotify_unavailable"),
        ({"state_echo": "changed"}, "sign_in_expired"),
        ({"state_echo": "absent"}, "sign_in_expired"),
    ],
)
async def test_each_way_it_can_end_has_a_code_and_leaves_nothing(
    house: House, switches: dict[str, object], code: str
) -> None:
    house.switch(**switches)
    assert await house.refused(completion(await house.callback("anna"))) == code
    for table in ("people", "connections", "sessions"):
        assert await house.database.fetch_one(f"SELECT COUNT(*) FROM {table}") == (0,)


async def test_spotify_down_at_the_exchange_and_other_errors(house: House) -> None:
    answer = await house.callback("anna")
    house.switch(accounts_outage="503")
    assert await house.refused(completion(answer)) == "spotify_unavailable"
    house.switch()
    odd = await house.callback("anna")
    assert await house.refused(completion({"state": odd["state"], "error": "server_error"})) == "sign_in_failed"


async def test_secrets_are_nowhere_in_the_database_as_themselves(house: House) -> None:
    answer = await house.callback("anna")
    signed_in = await house.ask(completion(answer))
    connection = await house.connections().get(signed_in.profile.person_id)
    assert connection is not None
    rows = [
        row
        for table in ("people", "connections", "sessions", "sign_ins", "tokens")
        for row in await house.database.fetch_all(f"SELECT * FROM {table}")
    ]
    held = b"\n".join(value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row)
    assert SESSION.encode() in held
    for secret in (answer["state"], answer["code"], connection.access_token, connection.refresh_token):
        assert secret.encode() not in held


async def test_many_new_people_at_once_all_get_in(house: House) -> None:
    names = [f"person-{number}" for number in range(40)]
    signed_in = await asyncio.gather(*(house.sign_in(name) for name in names))
    assert len({answer.profile.person_id for answer in signed_in}) == 40
    assert house.world.calls["token authorization_code"] == 40


async def test_the_same_new_person_twice_at_once_is_one_person(house: House) -> None:
    first, second = await asyncio.gather(house.sign_in("anna"), house.sign_in("anna"))
    assert first.profile.person_id == second.profile.person_id
