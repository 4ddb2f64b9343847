"""Spotify connected to an account that is signed in: one Spotify account is one person's, and opens theirs."""

import asyncio
from typing import Any

import pytest

from auth.adapters.sign_ins import MariaDbSignIns
from auth.adapters.spotify import SpotifyAdapter
from auth.domain.people import Account
from chassis.errors import Retryable
from contracts.messages.people import ChangeProfile, Profile
from contracts.messages.sessions import EndSessions
from tests.integration.auth.conftest import House
from tests.integration.auth.local import household

DAY = 24 * 3_600_000


async def _people(house: House) -> int:
    row = await house.database.fetch_one("SELECT COUNT(*) FROM people")
    assert row
    return int(row[0])


def _who(profile: Profile) -> tuple[str, str | None, str, bool]:
    return profile.person_id, profile.login, profile.name, profile.connected


async def test_spotify_is_connected_to_the_account_and_the_session_is_a_new_one(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    request = await home.connecting(olga, "olga-at-spotify", "new", old="olga")
    first = await house.ask(request)
    assert await house.ask(request) == first
    assert first.next == "/settings/"
    assert _who(first.profile) == (olga.person_id, "olga", "Olga", True)
    assert first.profile.picture
    assert first.profile.admin
    assert (await home.owner("new"), await home.owner("olga")) == (olga.person_id, None)
    told = await home.audit(olga.person_id)
    assert "spotify-connected" in told


async def test_the_same_spotify_account_then_opens_the_same_person(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    await home.connect(olga, "olga-at-spotify", "new", old="olga")
    plain = await house.sign_in("olga-at-spotify")
    assert _who(plain.profile) == (olga.person_id, "olga", "Olga", True)
    assert await _people(house) == 1


async def test_an_account_that_is_somebody_elses_here_is_refused_and_nothing_changes(house: House) -> None:
    home = await household(house)
    anna = (await house.sign_in("anna")).profile
    olga = await home.operator()
    request = await home.connecting(olga, "anna", "new", old="olga")
    assert await house.refused(request) == "spotify_account_taken"
    assert (await home.owner("olga"), await home.owner("new")) == (olga.person_id, None)
    assert (await house.sign_in("anna")).profile == anna
    assert "sign-in-refused" in await home.audit(None)


async def test_an_older_form_of_somebody_elses_account_is_refused_too(house: House) -> None:
    home = await household(house)
    house.switch(account_id=False)
    anna = (await house.sign_in("anna")).profile
    house.switch()
    olga = await home.operator()
    assert await house.refused(await home.connecting(olga, "anna", "new", old="olga")) == "spotify_account_taken"
    assert (await house.sign_in("anna")).profile.person_id == anna.person_id


async def test_only_a_browser_that_is_signed_in_to_the_account_connects(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    otto = await home.member(olga, "otto")
    for old in (None, "otto", "made up"):
        assert await house.refused(await home.connecting(olga, "anna", "new", old=old)) == "connect_signed_out"
    assert house.world.calls["token authorization_code"] == 0
    assert await home.owner("otto") == otto.person_id
    assert await _people(house) == 2


async def test_whoever_is_signed_out_while_spotify_is_asked_connects_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = await household(house)
    olga = await home.operator()
    request = await home.connecting(olga, "anna", "new", old="olga")
    asked, answered, read = asyncio.Event(), asyncio.Event(), SpotifyAdapter.me

    async def slow(spotify: SpotifyAdapter, access_token: str) -> Account:
        asked.set()
        await answered.wait()
        return await read(spotify, access_token)

    monkeypatch.setattr(SpotifyAdapter, "me", slow)
    connecting = asyncio.create_task(house.refused(request))
    async with asyncio.timeout(60):
        await asked.wait()
    await house.ask(EndSessions(person_id=olga.person_id, session_id=None, keep_hash=None))
    answered.set()
    assert await connecting == "connect_signed_out"
    assert await home.owner("new") is None
    assert (await house.sign_in("anna")).profile.person_id != olga.person_id


async def test_a_connection_whose_commit_was_not_heard_of_is_made_once_and_answered(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = await household(house)
    olga = await home.operator()
    complete, faults = MariaDbSignIns.complete, [Retryable("the connection broke at the commit")]

    async def unheard(*args: Any) -> str:
        person_id = await complete(*args)
        if faults:
            raise faults.pop()
        return person_id

    monkeypatch.setattr(MariaDbSignIns, "complete", unheard)
    request = await home.connecting(olga, "anna", "new", old="olga")
    first = await house.ask(request)
    assert first.profile.person_id == olga.person_id and not faults
    assert await house.ask(request) == first
    assert (await home.owner("new"), await home.owner("olga")) == (olga.person_id, None)


async def test_two_people_who_connect_one_account_at_once_are_one_who_has_it(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    otto = await home.member(olga, "otto")
    requests = [await home.connecting(person, "anna", f"new {person.login}", person.login) for person in (olga, otto)]
    outcomes = await asyncio.gather(*(house.delivered(request) for request in requests), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refusal", "SignedIn"]


async def test_a_connection_that_has_ended_is_to_be_made_again_and_says_so(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    connected = await home.connect(olga, "olga-at-spotify", "new", old="olga")
    assert not connected.profile.reconnect
    house.switch(revoked=("olga-at-spotify",))
    house.time.now += DAY
    assert await house.handlers.keeper.run_once() == 0
    ended = (await house.ask(ChangeProfile(person_id=olga.person_id))).profile
    assert (ended.connected, ended.connected_until, ended.reconnect) == (False, None, True)
    again = await home.connecting(olga, "olga-at-spotify", "newest", old="new")
    house.switch()
    profile = (await house.ask(again)).profile
    assert _who(profile) == (olga.person_id, "olga", "Olga", True)
    assert not profile.reconnect


async def test_reading_the_account_daily_leaves_the_name_that_its_owner_chose(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    await home.connect(olga, "olga-at-spotify", "new", old="olga")
    house.time.now += DAY
    assert await house.handlers.keeper.run_once() == 1
    again = await home.connect(olga, "olga-at-spotify", "newest", old="new")
    assert again.profile.name == "Olga"


async def test_another_spotify_account_replaces_the_connection_and_both_open_the_person(house: House) -> None:
    anna = (await house.sign_in("anna")).profile
    home = await household(house)
    second = await home.connect(anna, "annas-other", "new", old="anna 1")
    assert second.profile.person_id == anna.person_id
    assert (await house.sign_in("anna")).profile.person_id == anna.person_id
    assert (await house.sign_in("annas-other")).profile.person_id == anna.person_id
    assert await home.owner("new") == anna.person_id
