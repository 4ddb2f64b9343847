"""Renewals over replicas, the end of a connection, and a change of keys: told to the others, and nothing else stops."""

import asyncio
import base64
from collections.abc import AsyncIterator

import pytest

from auth.adapters.cipher import Cipher
from auth.adapters.connections import MariaDbConnections
from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.spotify import SpotifyAdapter
from auth.adapters.token_seals import TokenSeals
from auth.domain.connections import DAY_MS, GRANT_LIFE_MS
from auth.domain.refusals import Refusal
from auth.handlers.access import NotConnected, SpotifyAccess
from chassis.database import Database
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential
from contracts.messages.people_changes import ConnectionChanged
from tests.integration.auth.conftest import KEY, House

HOUR = 3_600_000
NEW_KEY = base64.b64encode(b"n" * 32).decode()


async def _token(access: SpotifyAccess, person_id: str) -> str:
    async def keep(token: str) -> str:
        return token

    return await access.call(person_id, keep)


async def _told(house: House) -> list[bool]:
    await house.handlers.tell_changes()
    return [each.connected for each in house.listener.messages(ConnectionChanged)]


@pytest.fixture
async def replicas(house: House) -> AsyncIterator[list[SpotifyAccess]]:
    """Two processes' ways to Spotify, each with pools of its own."""
    spotify = SpotifyAdapter(house.http, house.settings.spotify, house.settings.redirect_uri, house.time)
    pools = [Database(house.settings.mariadb, user="auth", schema="auth") for _ in range(4)]
    stores = [
        MariaDbConnections(data, locks, TokenSeals(Cipher(KEY)), MariaDbOutbox(data, house.time))
        for data, locks in (pools[:2], pools[2:])
    ]
    yield [SpotifyAccess(spotify, store, house.time) for store in stores]
    for pool in pools:
        await pool.close()


async def test_two_replicas_renew_once_although_the_token_rotates(house: House, replicas: list[SpotifyAccess]) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(refresh_token="rotate")
    for renewed in range(1, 4):
        house.time.now += HOUR
        calls = (_token(replicas[number % 2], person_id) for number in range(20))
        assert len(set(await asyncio.gather(*calls))) == 1
        assert house.world.calls["token refresh_token"] == renewed


async def test_a_refresh_token_that_is_repeated_is_good_for_the_next_time(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(refresh_token="repeat")
    for _ in range(2):
        house.time.now += HOUR
        assert await _token(house.handlers.access, person_id)
    assert house.world.calls["token refresh_token"] == 2


async def test_two_replicas_renew_once_after_a_401(house: House, replicas: list[SpotifyAccess]) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(refresh_token="rotate", clock_offset_ms=HOUR)
    await asyncio.gather(*(access.call(person_id, house.read_account) for access in replicas * 5))
    assert house.world.calls["token refresh_token"] == 1


async def test_two_hundred_people_sign_in_at_once_and_are_renewed_once_each(
    house: House, replicas: list[SpotifyAccess]
) -> None:
    names = [f"person-{number}" for number in range(200)]
    signed_in = await asyncio.gather(*(house.sign_in(name) for name in names))
    people = [each.profile.person_id for each in signed_in]
    assert len(set(people)) == 200
    assert await house.database.fetch_one("SELECT COUNT(*) FROM sessions") == (200,)
    house.switch(refresh_token="rotate")
    house.time.now += HOUR
    await asyncio.gather(*(_token(access, person_id) for person_id in people for access in replicas))
    assert house.world.calls["token refresh_token"] == 200
    assert await house.database.fetch_one("SELECT COUNT(*) FROM connections WHERE NOT ended") == (200,)


async def test_slow_renewals_hold_up_no_credential_check(house: House) -> None:
    people = [(await house.sign_in(f"person-{number}")).profile.person_id for number in range(8)]
    house.time.now += HOUR
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slow(_token: str) -> None:
        asked.set()
        await answered.wait()

    async def renewing(person_id: str) -> None:
        async with house.connections().renewal(person_id):
            await slow("")

    running = [asyncio.create_task(renewing(person_id)) for person_id in people]
    await asked.wait()
    check = CheckCredential(kind="session", credential_hash=credential_hash("person-0 1"))
    async with asyncio.timeout(30):
        assert (await house.ask(check)).profile is not None
    answered.set()
    await asyncio.gather(*running)


async def test_connecting_and_losing_the_connection_is_told_once(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    assert await _told(house) == [True]
    house.switch(revoked=("anna",))
    house.time.now += HOUR
    for _ in range(2):
        with pytest.raises(NotConnected):
            await _token(house.handlers.access, person_id)
    assert await _told(house) == [True, False]
    await house.sign_in("anna")
    assert await _told(house) == [True, False, True]
    changes = [each.change for each in house.listener.messages(ConnectionChanged)]
    assert changes == sorted(set(changes))
    spoken = [each for each in house.listener.happenings(person_id) if each.startswith("spotify")]
    assert spoken == ["spotify-connected", "spotify-disconnected", "spotify-connected"]


async def test_signing_in_again_while_connected_is_no_new_connection_in_the_audit(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.time.now += 1
    await house.sign_in("anna")
    assert await _told(house) == [True, True]
    assert house.listener.happenings(person_id).count("spotify-connected") == 1


async def test_a_lost_connection_leaves_everything_else_and_no_tokens(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(revoked=("anna",))
    house.time.now += HOUR
    with pytest.raises(NotConnected):
        await _token(house.handlers.access, person_id)
    kept = await house.database.fetch_one("SELECT access_token, refresh_token, ended FROM connections")
    assert kept == (b"", b"", 1)
    checked = await house.ask(CheckCredential(kind="session", credential_hash=credential_hash("anna 1")))
    assert (checked.profile.person_id, checked.profile.connected, checked.profile.reconnect) == (person_id, False, True)


async def test_after_six_months_the_keeper_ends_it(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.time.now += GRANT_LIFE_MS - DAY_MS
    assert await house.connections().end_overdue(house.time.now) == 0
    house.time.now += DAY_MS
    calls = house.world.calls["token refresh_token"]
    assert await house.handlers.keeper.run_once() == 0
    assert await house.handlers.keeper.run_once() == 0
    assert await _told(house) == [True, False]
    assert house.listener.happenings(person_id)[-1] == "spotify-disconnected"
    assert house.world.calls["token refresh_token"] == calls


async def test_keys_change_without_a_pause_and_the_old_one_can_go(house: House) -> None:
    people = [(await house.sign_in(name)).profile.person_id for name in ("anna", "berta")]
    before = [await house.connections().get(person_id) for person_id in people]
    during = house.connections(f"{NEW_KEY},{KEY}")
    assert [await during.get(person_id) for person_id in people] == before
    with pytest.raises(Refusal) as refused:
        await house.connections(NEW_KEY).get(people[0])
    assert refused.value.retryable
    assert [await during.reseal(), await during.reseal()] == [2, 0]
    after = house.connections(NEW_KEY)
    assert [await after.get(person_id) for person_id in people] == before
    assert await house.database.fetch_all("SELECT DISTINCT key_id FROM connections") == [(Cipher(NEW_KEY).key_id,)]


async def test_what_no_key_opens_stays_as_it_is(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    assert await house.connections(NEW_KEY).reseal() == 0
    assert await house.connections().get(person_id)
    assert await house.connections(f"{NEW_KEY},{KEY}").reseal() == 1


async def test_a_renewal_while_keys_change_is_not_undone(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.time.now += HOUR
    during = house.connections(f"{NEW_KEY},{KEY}")
    spotify = SpotifyAdapter(house.http, house.settings.spotify, house.settings.redirect_uri, house.time)
    access = SpotifyAccess(spotify, during, house.time)
    token, _ = await asyncio.gather(_token(access, person_id), during.reseal())
    kept = await during.get(person_id)
    assert kept is not None
    assert kept.access_token == token
