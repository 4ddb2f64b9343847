"""Leaving: nothing of the person stays, all the others hear of it once, and nobody gets their id again."""

import asyncio
from typing import Any

import pytest

from auth.adapters.invitations import MariaDbInvitations
from auth.adapters.outbox import MariaDbOutbox
from auth.domain.connections import DAY_MS
from auth.domain.refusals import Refusal
from chassis.errors import Retryable
from contracts.keys import credential_hash
from contracts.messages.accounts import Invite
from contracts.messages.feed import FetchRecentPlays, RecentPlaysRefused
from contracts.messages.people import ChangeProfile, CheckCredential, CreateToken, ListTokens, SignOut
from contracts.messages.people_changes import PersonErased
from contracts.messages.sessions import EndSessions, ListSessions
from contracts.messages.sharing import ErasePerson, ErasureBegun, ListPeople
from contracts.topics import Topic
from tests.integration.auth.conftest import House, completion
from tests.integration.auth.local import PASSWORD, household

TOKEN = credential_hash("nk_anna")
LEFT_BEHIND = {"erased_people"}


async def _anna(house: House) -> str:
    """Somebody of whom there is something in every table that a Spotify sign-in fills."""
    person_id: str = (await house.sign_in("anna")).profile.person_id
    await house.ask(CreateToken(person_id=person_id, name="script", token_hash=TOKEN))
    await house.ask(ChangeProfile(person_id=person_id, sharing=True))
    return person_id


async def _held(house: House, person_id: str) -> set[str]:
    """The tables in which the person's id, name or Spotify account still stands."""
    found = set()
    for (table,) in await house.database.fetch_all("SHOW TABLES"):
        rows = await house.database.fetch_all(f"SELECT * FROM {table}")
        said = " ".join(str(value) for row in rows for value in row)
        if any(word in said for word in (person_id, "Anna", "account:", TOKEN, credential_hash("anna 1"))):
            found.add(table)
    return found


async def test_nothing_stays_but_a_tombstone(house: House) -> None:
    person_id = await _anna(house)
    begun = await house.ask(ErasePerson(person_id=person_id))
    assert set(begun.credential_hashes) == {TOKEN, credential_hash("anna 1")}
    assert await _held(house, person_id) == LEFT_BEHIND
    assert house.listener.messages(PersonErased) == [PersonErased(person_id=person_id)]
    assert house.listener.happenings(person_id)[-1] == "erased"


async def test_twice_answers_and_tells_nobody_again(house: House) -> None:
    person_id = await _anna(house)
    await house.ask(ErasePerson(person_id=person_id))
    assert await house.ask(ErasePerson(person_id=person_id)) == ErasureBegun(credential_hashes=[])
    await house.handlers.tell_changes()
    assert len(house.listener.messages(PersonErased)) == 1


async def test_somebody_who_never_was_is_refused(house: House) -> None:
    assert await house.refused(ErasePerson(person_id="0" * 32)) == "unknown_person"


async def test_of_a_local_account_nothing_stays_either(house: House) -> None:
    home = await household(house)
    operator = await home.operator()
    person = await home.member(operator, "anna")
    await home.connect(person, "anna", session="anna 1", old="anna")
    await home.connecting(person, "anna", session="anna 2", old="anna 1")
    await house.refused(home.signing_in("anna", "not it", session="x"))
    await home.code(operator)
    for leaving in (person, operator):
        begun = await house.ask(ErasePerson(person_id=leaving.person_id))
        assert len(begun.credential_hashes) == 1
        assert await _held(house, leaving.person_id) == LEFT_BEHIND
    for table in ("people", "identities", "passwords", "invitations", "attempts", "sessions", "sign_ins"):
        assert await house.database.fetch_one(f"SELECT COUNT(*) FROM {table}") == (0,), table
    assert await house.refused(home.signing_in("anna", PASSWORD, session="y")) == "password_refused"
    assert await house.refused(Invite(person_id=operator.person_id, code_hash=TOKEN)) == "not_admin"
    with pytest.raises(Refusal):  # also where the question who may invite was asked a moment before
        outbox = MariaDbOutbox(house.database, house.time)
        await MariaDbInvitations(house.database, outbox).keep(TOKEN, operator.person_id, False, house.time.now)
    again = await home.joined(await home.first_code(), "anna")
    assert again.person_id not in (person.person_id, operator.person_id)


async def test_connecting_spotify_to_an_account_that_leaves_brings_nothing_back(house: House) -> None:
    home = await household(house)
    person = await home.operator("anna")
    request = await home.connecting(person, "anna", session="anna 1", old="anna")
    await house.ask(ErasePerson(person_id=person.person_id))
    assert await house.refused(request) == "sign_in_expired"
    assert await _held(house, person.person_id) <= LEFT_BEHIND | {"outbox"}


async def test_nobody_else_is_touched(house: House) -> None:
    anna, berta = await _anna(house), (await house.sign_in("berta")).profile.person_id
    await house.ask(ErasePerson(person_id=anna))
    checked = await house.ask(CheckCredential(kind="session", credential_hash=credential_hash("berta 2")))
    assert (checked.profile.person_id, checked.profile.connected) == (berta, True)


async def test_afterwards_every_request_finds_nobody(house: House) -> None:
    person_id = await _anna(house)
    await house.ask(ErasePerson(person_id=person_id))
    for kind, hashed in (("session", credential_hash("anna 1")), ("token", TOKEN)):
        assert (await house.ask(CheckCredential(kind=kind, credential_hash=hashed))).profile is None  # type: ignore[arg-type]  # a literal
    assert await house.refused(ChangeProfile(person_id=person_id, sharing=True)) == "unknown_person"
    assert await house.refused(CreateToken(person_id=person_id, name="x", token_hash=TOKEN)) == "unknown_person"
    quiet: list[Any] = [
        ListTokens(person_id=person_id),
        ListSessions(person_id=person_id, current_hash=None),
        EndSessions(person_id=person_id, session_id=None, keep_hash=None),
        SignOut(session_hash=credential_hash("anna 1")),
        ListPeople(viewer_id="0" * 32),
    ]
    for request in quiet:
        await house.ask(request)
    await house.handlers.fetch_recent_plays(FetchRecentPlays(person_id=person_id, request_id="r"))
    refused = house.listener.messages(RecentPlaysRefused)[-1]
    assert refused.reason == "not_connected"
    house.time.now += DAY_MS
    assert await house.handlers.keeper.run_once() == 0
    assert await _held(house, person_id) <= LEFT_BEHIND | {"outbox"}
    await house.handlers.tell_changes()
    told = [heard.message for heard in house.listener.heard if heard.topic == Topic.PEOPLE_CHANGES]
    assert told[-1] == PersonErased(person_id=person_id), "nothing is told of somebody who was erased"


async def test_who_comes_back_gets_a_new_id(house: House) -> None:
    person_id = await _anna(house)
    await house.ask(ErasePerson(person_id=person_id))
    again = (await house.sign_in("anna")).profile
    assert again.person_id != person_id
    assert (again.sharing, again.connected) == (False, True)


async def test_a_sign_in_under_way_does_not_bring_the_id_back(house: House) -> None:
    person_id, answer = await _anna(house), await house.callback("anna")
    await house.ask(ErasePerson(person_id=person_id))
    assert (await house.ask(completion(answer))).profile.person_id != person_id


async def test_a_sign_in_that_was_done_is_not_repeated_for_somebody_erased(house: House) -> None:
    answer = await house.callback("anna")
    request = completion(answer)
    person_id = (await house.ask(request)).profile.person_id
    await house.ask(ErasePerson(person_id=person_id))
    assert await house.refused(request) == "sign_in_expired"


async def test_signing_in_and_leaving_at_once_ends_one_way_or_the_other(house: House) -> None:
    for _ in range(5):
        person_id = (await house.sign_in("anna")).profile.person_id
        answers = [await house.callback("anna") for _ in range(3)]
        requests = [completion(answer, session=credential_hash(answer["state"])) for answer in answers]
        outcomes = await asyncio.gather(
            *(house.delivered(request) for request in requests),
            house.delivered(ErasePerson(person_id=person_id)),
            return_exceptions=True,
        )
        assert not [each for each in outcomes if isinstance(each, BaseException) and not isinstance(each, Refusal)]
        assert await house.database.fetch_one("SELECT 1 FROM people WHERE person_id = %s", (person_id,)) is None


async def test_the_hashes_are_told_even_if_the_broker_falters(house: House) -> None:
    person_id = await _anna(house)
    house.listener.deaf = True
    leaving = asyncio.create_task(house.ask(ErasePerson(person_id=person_id)))
    async with asyncio.timeout(60):
        while house.listener.refused < 2:
            await asyncio.sleep(0.01)
    house.listener.deaf = False
    assert TOKEN in (await leaving).credential_hashes
    assert house.listener.messages(PersonErased) == [PersonErased(person_id=person_id)]


async def test_killed_before_it_was_told_the_next_process_tells_it(house: House) -> None:
    person_id = await _anna(house)
    house.listener.deaf = True
    leaving = asyncio.create_task(house.ask(ErasePerson(person_id=person_id)))
    async with asyncio.timeout(60):
        while house.listener.refused < 1:
            await asyncio.sleep(0.01)
    leaving.cancel()
    await asyncio.gather(leaving, return_exceptions=True)
    with pytest.raises(Retryable):
        await house.handlers.tell_changes()
    house.listener.deaf = False
    await house.handlers.tell_changes()
    assert house.listener.messages(PersonErased) == [PersonErased(person_id=person_id)]
