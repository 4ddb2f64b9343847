"""A forgotten password: the operator's link sets it anew, once, within a day, for one person; every request twice."""

import asyncio

import msgspec

from auth.adapters.accounts import MariaDbAccounts
from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.resets import MariaDbResets
from auth.adapters.sessions import MariaDbSessions
from auth.domain.local_accounts import RESET_LIFE_MS
from auth.domain.refusals import Refusal
from auth.domain.sessions import NewSession
from auth.handlers.reset_password import MakeResetLink
from contracts.keys import credential_hash
from contracts.messages.accounts import InvitationSeen, ListInvitations, LookAtInvitation, RevokeInvitation
from contracts.messages.audit import Audited
from contracts.messages.people import SignedIn
from contracts.messages.sessions import ListSessions
from contracts.messages.sharing import ErasePerson
from tests.integration.auth.conftest import PUBLIC_URL, START, House
from tests.integration.auth.local import PASSWORD, household

NEW = "three other words"


async def _code(house: House, login: str = "olga") -> str:
    outbox = MariaDbOutbox(house.database, house.time)
    resets = MariaDbResets(house.database, MariaDbSessions(house.database, outbox), outbox)
    link = await MakeResetLink(resets, PUBLIC_URL + "/", house.time)(login)
    assert link is not None
    address, _, code = link.partition("#")
    assert address == f"{PUBLIC_URL}/join/"
    return code


def _look(code: str) -> LookAtInvitation:
    return LookAtInvitation(code_hash=credential_hash(code))


async def test_the_password_is_set_anew_and_every_session_ends_but_the_new_one(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    await house.ask(home.signing_in("olga", PASSWORD, "phone"))
    code = await _code(house, " Olga ")
    seen = InvitationSeen(invited_by=None, expires_at=START + RESET_LIFE_MS, login="olga")
    assert [await house.ask(_look(code)) for _ in range(2)] == [seen, seen]

    request = msgspec.structs.replace(home.joining(code, " OLGA ", NEW, session="new"), name="Somebody Else")
    first = await house.ask(request)
    assert (first.next, first.profile) == ("/", olga)
    assert set(first.ended) == {credential_hash("olga"), credential_hash("phone")}
    assert await house.ask(request) == SignedIn(next="/", profile=olga)
    assert [await home.owner(session) for session in ("olga", "phone", "new")] == [None, None, olga.person_id]
    (session,) = (await house.ask(ListSessions(person_id=olga.person_id, current_hash=None))).sessions
    assert session.way == "password"

    assert await house.refused(home.signing_in("olga", PASSWORD, "s")) == "password_refused"
    assert (await house.ask(home.signing_in("olga", NEW, "s"))).profile == olga
    assert await house.refused(_look(code)) == "invitation_over"
    assert await house.refused(home.joining(code, "olga", NEW, session="another")) == "invitation_over"


async def test_it_is_told_once_by_ids(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    request = home.joining(await _code(house), "olga", NEW, session="new")
    for _ in range(2):
        await house.ask(request)
    told = await home.audit(olga.person_id)
    assert told == ["joined", "signed-in", "invited", "password-changed", "session-ended", "signed-in"]
    details = {each.happening: each.detail for each in house.listener.messages(Audited) if each.detail}
    assert (details["invited"], details["password-changed"]) == ("reset", "reset")


async def test_whoever_tried_too_often_signs_in_at_once(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    for _ in range(5):
        await house.refused(home.signing_in("olga", "three bad words", "s"))
        await house.refused(home.changing(olga, "three bad words", NEW, "olga"))
    assert await house.refused(home.signing_in("olga", PASSWORD, "s")) == "too_many_attempts"
    await house.ask(home.joining(await _code(house), "olga", NEW, session="new"))
    assert (await house.ask(home.signing_in("olga", NEW, "s"))).profile == olga
    await house.ask(home.changing(olga, NEW, PASSWORD, "s"))


async def test_what_may_not_be_is_refused_and_uses_nothing_up(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    await home.member(olga, "otto")
    code = await _code(house)
    for login in ("otto", "somebody-new", ""):
        assert await house.refused(home.joining(code, login, NEW, session="new")) == "another_login"
    assert await house.refused(home.joining(code, "olga", "short", session="new")) == "weak_password"
    assert await home.owner("olga") == olga.person_id
    assert await house.database.fetch_one("SELECT COUNT(*) FROM people") == (2,)
    assert (await house.ask(home.joining(code, "olga", NEW, session="new"))).profile == olga


async def test_it_is_over_after_a_day_or_when_there_is_a_newer_one(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    first, second = await _code(house), await _code(house)
    assert await house.refused(home.joining(first, "olga", NEW, session="new")) == "invitation_over"
    house.time.now += RESET_LIFE_MS
    assert await house.refused(_look(second)) == "invitation_over"
    assert await house.refused(home.joining(second, "olga", NEW, session="new")) == "invitation_over"
    assert (await house.ask(home.signing_in("olga", PASSWORD, "s"))).profile == olga


async def test_of_many_at_once_one_sets_it(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    code = await _code(house)
    racing = (
        house.delivered(home.joining(code, "olga", f"three {word} words", word)) for word in ("new", "odd", "own")
    )
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)] == ["invitation_over"] * 2
    (holds,) = [word for word in ("new", "odd", "own") if await home.owner(word)]
    assert (await house.ask(home.signing_in("olga", f"three {holds} words", "s"))).profile == olga


async def test_the_same_request_many_times_at_once_sets_it_once(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    request = home.joining(await _code(house), "olga", NEW, session="new")
    signed_in = await asyncio.gather(*(house.delivered(request) for _ in range(4)))
    assert [each.profile for each in signed_in] == [olga] * 4
    assert sorted(each.ended for each in signed_in) == [(), (), (), (credential_hash("olga"),)]
    assert (await home.audit(olga.person_id)).count("password-changed") == 1


async def test_whoever_was_signing_in_with_the_old_password_meanwhile_is_not_let_in(house: House) -> None:
    home = await household(house)
    await home.operator()
    outbox = MariaDbOutbox(house.database, house.time)
    accounts = MariaDbAccounts(house.database, MariaDbSessions(house.database, outbox), outbox)
    kept = await accounts.password("olga")
    assert kept is not None
    session = NewSession(credential_hash("late"), "password", None)
    code = await _code(house)
    house.time.now += 1
    await house.ask(home.joining(code, "olga", NEW, session="new"))
    assert [await accounts.sign_in(kept, session, house.time.now) for _ in range(2)] == [False, False]
    assert await home.owner("late") is None


async def test_operators_neither_see_it_among_their_invitations_nor_take_it_back(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    code = await _code(house)
    assert (await house.ask(ListInvitations(person_id=olga.person_id))).invitations == []
    row = await house.database.fetch_one("SELECT invitation_id FROM invitations WHERE resets IS NOT NULL")
    assert row is not None
    assert not (await house.ask(RevokeInvitation(person_id=olga.person_id, invitation_id=row[0]))).found
    assert (await house.ask(_look(code))).login == "olga"


async def test_whoever_leaves_takes_it_along(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    code = await _code(house)
    await house.ask(ErasePerson(person_id=olga.person_id))
    assert await house.refused(home.joining(code, "olga", NEW, session="new")) == "invitation_over"
    assert await house.database.fetch_one("SELECT COUNT(*) FROM invitations WHERE resets IS NOT NULL") == (0,)


async def test_the_session_of_who_sat_at_this_browser_before_ends(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    otto = await home.member(olga, "otto")
    request = home.joining(await _code(house), "olga", NEW, session="new", old="otto")
    for _ in range(2):
        assert (await house.ask(request)).profile == olga
    assert (await home.owner("otto"), await home.owner("new")) == (None, olga.person_id)
    assert (await home.audit(otto.person_id)).count("session-ended") == 1
