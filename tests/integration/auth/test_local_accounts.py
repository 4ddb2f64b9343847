"""Local accounts: joining by an invitation, signing in with a password, changing it; every request twice."""

import asyncio

import pytest

from auth.domain.refusals import Refusal
from contracts.keys import credential_hash
from contracts.messages.accounts import PasswordChanged
from contracts.messages.people import CreateToken, SignedIn
from tests.integration.auth.conftest import House
from tests.integration.auth.local import PASSWORD, household


async def test_the_first_operator_joins_by_a_link_and_is_signed_in(house: House) -> None:
    home = await household(house)
    request = home.joining(await home.first_code(), " Olga ")
    first = await house.ask(request)
    assert await house.ask(request) == first
    profile = first.profile
    assert (profile.login, profile.name, profile.admin) == ("olga", "Olga", True)
    assert (profile.time_zone, profile.locale, profile.sharing) == ("Europe/Berlin", "de", False)
    assert (profile.connected, profile.reconnect) == (False, False)
    assert await house.database.fetch_one("SELECT COUNT(*) FROM people") == (1,)
    assert await home.owner(" Olga ") == profile.person_id
    assert await home.audit(profile.person_id) == ["joined", "signed-in"]
    assert await home.audit(None) == ["invited"]


async def test_an_invitation_opens_one_account_however_many_take_it_at_once(house: House) -> None:
    home = await household(house)
    code = await home.first_code()
    racing = (house.delivered(home.joining(code, login)) for login in ("olga", "otto", "oskar"))
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert len([outcome for outcome in outcomes if isinstance(outcome, SignedIn)]) == 1
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)] == ["invitation_over"] * 2
    assert await house.database.fetch_one("SELECT COUNT(*) FROM people") == (1,)
    assert await house.database.fetch_one("SELECT COUNT(*) FROM sessions") == (1,)


async def test_a_login_is_one_persons_however_many_want_it_at_once(house: House) -> None:
    home = await household(house)
    operator = await home.operator()
    codes = [await home.code(operator) for _ in range(2)]
    racing = (house.delivered(home.joining(code, "otto", session=code)) for code in codes)
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)] == ["login_taken"]
    loser = codes[0] if isinstance(outcomes[0], Refusal) else codes[1]
    assert (await house.ask(home.joining(loser, "otilie"))).profile.login == "otilie"


async def test_what_may_not_be_is_refused_and_uses_nothing_up(house: House) -> None:
    home = await household(house)
    code = await home.first_code()
    assert await house.refused(home.joining(code, "o")) == "invalid_login"
    assert await house.refused(home.joining(code, "olga", password="short")) == "weak_password"
    assert await house.refused(home.joining("made up", "olga")) == "invitation_over"
    assert await house.database.fetch_one("SELECT COUNT(*) FROM people") == (0,)
    assert (await house.ask(home.joining(code, "olga"))).profile.login == "olga"


async def test_joining_ends_the_session_that_this_browser_had(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    request = home.joining(await home.code(olga), "otto", old="olga")
    first = await house.ask(request)
    assert await house.ask(request) == first
    assert (await home.owner("otto"), await home.owner("olga")) == (first.profile.person_id, None)
    assert await home.audit(olga.person_id) == ["joined", "signed-in", "invited", "session-ended"]


async def test_signing_in_opens_a_session_and_ends_the_one_that_this_browser_had(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    request = home.signing_in(" OLGA ", PASSWORD, "second", old="olga")
    first = await house.ask(request)
    assert await house.ask(request) == first
    assert (first.next, first.profile) == ("/", olga)
    assert await home.owner("second") == olga.person_id
    assert await home.owner("olga") is None
    told = await home.audit(olga.person_id)
    assert told == ["joined", "signed-in", "signed-in", "session-ended"]


@pytest.mark.parametrize("login", ["olga", "nobody", "ünbekannt", "", "x" * 500])
async def test_a_wrong_password_and_an_unknown_login_are_refused_alike(house: House, login: str) -> None:
    home = await household(house)
    olga = await home.operator()
    assert await house.refused(home.signing_in(login, "three bad words", "s")) == "password_refused"
    assert await home.owner("s") is None
    assert "password-refused" in await home.audit(olga.person_id if login == "olga" else None)


async def test_what_is_no_sealed_password_is_refused_and_no_attempt(house: House) -> None:
    home = await household(house)
    await home.operator()
    await house.ask(home.signing_in("olga", PASSWORD, "s"))
    await house.database.execute("DELETE FROM attempts")
    home.key = "bm90IHRoZSBrZXkgdGhhdCB0aGUgc2VydmljZSBoYXM="
    assert await house.refused(home.signing_in("olga", PASSWORD, "s")) == "unreadable"
    assert await house.database.fetch_one("SELECT COUNT(*) FROM attempts") == (0,)


async def test_another_password_ends_all_other_sessions(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    await house.ask(home.signing_in("olga", PASSWORD, "other"))
    request = home.changing(olga, PASSWORD, "three new words", keep="olga")
    assert await house.ask(request) == PasswordChanged(session_hashes=[credential_hash("other")])
    assert await house.ask(request) == PasswordChanged(session_hashes=[])
    assert (await home.owner("olga"), await home.owner("other")) == (olga.person_id, None)
    assert await house.refused(home.signing_in("olga", PASSWORD, "s")) == "password_refused"
    assert (await house.ask(home.signing_in("olga", "three new words", "s"))).profile == olga
    assert (await home.audit(olga.person_id)).count("password-changed") == 1


async def test_a_password_is_changed_only_by_who_knows_it_and_only_into_a_good_one(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    anna = (await house.sign_in("anna")).profile
    assert await house.refused(home.changing(olga, "three bad words", "three new words", "olga")) == "password_refused"
    assert await house.refused(home.changing(olga, PASSWORD, "short", "olga")) == "weak_password"
    assert await house.refused(home.changing(anna, PASSWORD, "three new words", "x")) == "no_local_account"
    assert (await house.ask(home.signing_in("olga", PASSWORD, "s"))).profile == olga


async def test_of_two_changes_at_once_one_holds(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    racing = (house.delivered(home.changing(olga, PASSWORD, f"three {word} words", "olga")) for word in ("new", "odd"))
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["PasswordChanged", "Refusal"]
    holds = "three odd words" if isinstance(outcomes[0], Refusal) else "three new words"
    assert (await house.ask(home.signing_in("olga", holds, "s"))).profile == olga


async def test_a_local_account_has_the_rights_of_any_other(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    request = CreateToken(person_id=olga.person_id, name="script", token_hash=credential_hash("nk_x"))
    assert (await house.ask(request)).token.name == "script"


async def test_no_password_is_anywhere_in_the_database(house: House) -> None:
    home = await household(house)
    await home.operator()
    rows = [
        row
        for (table,) in await house.database.fetch_all("SHOW TABLES")
        for row in await house.database.fetch_all(f"SELECT * FROM {table}")
    ]
    held = "\n".join(str(value) for row in rows for value in row)
    assert "$argon2id$" in held
    assert PASSWORD not in held
