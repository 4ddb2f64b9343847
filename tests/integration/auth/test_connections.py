"""Spotify's tokens of a person: renewed after an hour and on a 401, ended quietly, looked after once a day."""

import asyncio

import pytest

from auth.adapters.cipher import Cipher
from auth.adapters.spotify import SpotifyAdapter
from auth.domain.connections import DAY_MS, Tokens
from auth.domain.people import Account
from auth.handlers.access import NotConnected
from auth.spotify_ports import SpotifyBlocked, SpotifyDown
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential, CredentialChecked, Profile
from tests.integration.auth.conftest import KEY, START, House

HOUR = 3_600_000


async def _token(house: House, person_id: str) -> str:
    async def keep(token: str) -> str:
        return token

    return await house.handlers.access.call(person_id, keep)


async def _profile(house: House, session: str) -> Profile:
    checked: CredentialChecked = await house.ask(
        CheckCredential(kind="session", credential_hash=credential_hash(session))
    )
    assert checked.profile is not None
    return checked.profile


async def test_an_access_token_is_renewed_after_an_hour_and_not_before(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    first = await _token(house, person_id)
    house.time.now += HOUR - 61_000
    assert await _token(house, person_id) == first
    house.time.now += 2_000
    second = await _token(house, person_id)
    assert second != first
    assert await _token(house, person_id) == second
    assert house.world.calls["token refresh_token"] == 1


@pytest.mark.parametrize("position", ["omit", "repeat", "rotate"])
async def test_renewing_goes_on_for_days_whatever_spotify_does_with_refresh_tokens(house: House, position: str) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(refresh_token=position)
    tokens = set()
    for _ in range(3):
        house.time.now += DAY_MS
        tokens.add(await _token(house, person_id))
    assert len(tokens) == 3


async def test_a_401_before_the_hour_renews_once(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    old = await _token(house, person_id)
    house.switch(clock_offset_ms=HOUR)
    account = await house.handlers.access.call(person_id, house.read_account)
    assert account.name == "Anna"
    assert await _token(house, person_id) != old
    assert house.world.calls["token refresh_token"] == 1


async def test_many_at_once_renew_once(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(refresh_token="rotate")
    house.time.now += HOUR
    tokens = await asyncio.gather(*(_token(house, person_id) for _ in range(30)))
    assert len(set(tokens)) == 1
    assert house.world.calls["token refresh_token"] == 1


async def test_a_revoked_connection_ends_quietly_and_signing_in_mends_it(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(revoked=("anna",))
    house.time.now += HOUR
    for _ in range(2):
        with pytest.raises(NotConnected):
            await _token(house, person_id)
    assert house.world.calls["token refresh_token"] == 1
    profile = await _profile(house, "anna 1")
    assert (profile.connected, profile.connected_until) == (False, None)
    again = await house.sign_in("anna")
    assert (again.profile.person_id, again.profile.connected) == (person_id, True)
    assert await _token(house, person_id)


async def test_after_half_a_year_the_person_has_to_connect_again(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.time.now += 182 * DAY_MS
    with pytest.raises(NotConnected):
        await _token(house, person_id)


async def test_accounts_are_read_once_a_day(house: House) -> None:
    await house.sign_in("anna")
    await house.database.execute("UPDATE people SET name = 'Old Name', picture = NULL")
    assert await house.handlers.keeper.run_once() == 0
    house.time.now += DAY_MS
    assert await house.handlers.keeper.run_once() == 1
    assert await house.handlers.keeper.run_once() == 0
    profile = await _profile(house, "anna 1")
    assert profile.name == "Anna"
    assert profile.picture
    assert house.time.now == START + DAY_MS


async def test_one_lost_account_stops_nobody_elses_turn(house: House) -> None:
    await house.sign_in("anna")
    await house.sign_in("berta")
    house.switch(revoked=("anna",))
    house.time.now += DAY_MS
    assert await house.handlers.keeper.run_once() == 1
    assert not (await _profile(house, "anna 1")).connected
    assert (await _profile(house, "berta 2")).connected


async def test_an_account_that_breaks_every_time_stops_nobody_elses_turn(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.sign_in("anna")
    await house.sign_in("berta")
    house.time.now += DAY_MS
    read = SpotifyAdapter.me

    async def broken_for_one(spotify: SpotifyAdapter, access_token: str) -> Account:
        account = await read(spotify, access_token)
        if account.name == "Anna":
            raise SpotifyDown("the answer is not the documented one")
        return account

    monkeypatch.setattr(SpotifyAdapter, "me", broken_for_one)
    assert [await house.handlers.keeper.run_once() for _ in range(2)] == [1, 0]  # Anna waits for tomorrow


async def test_a_limit_of_spotify_ends_the_round_and_nobody_is_noted_as_read(house: House) -> None:
    await house.sign_in("anna")
    await house.sign_in("berta")
    house.time.now += DAY_MS
    house.switch(rate_limit=0)
    with pytest.raises(SpotifyBlocked):
        await house.handlers.keeper.run_once()
    house.switch()
    assert await house.handlers.keeper.run_once() == 2


async def test_a_lost_key_loses_connections_until_it_is_back_and_nothing_else(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    key_id = Cipher(KEY).key_id
    await house.database.execute("UPDATE connections SET key_id = 'ffffffff'")
    house.time.now += DAY_MS
    assert await house.handlers.keeper.run_once() == 0
    assert (await _profile(house, "anna 1")).person_id == person_id
    await house.database.execute("UPDATE connections SET key_id = %s", (key_id,))
    assert await _token(house, person_id)


async def test_what_came_of_an_old_authorization_never_overwrites_a_new_one(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    connections = house.connections()
    old = await connections.get(person_id)
    house.time.now += 1
    await house.sign_in("anna")
    new = await connections.get(person_id)
    assert old is not None
    await connections.renew(person_id, old, old.renewed(Tokens("late", "late", START)))
    await connections.end(person_id, old)
    assert await connections.get(person_id) == new
