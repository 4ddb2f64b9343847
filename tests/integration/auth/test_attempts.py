"""Guessing a password is made slow: by login, by the caller, over replicas, and whatever comes at once."""

import asyncio

import pytest

from auth.adapters.attempts import MariaDbAttempts
from auth.domain.attempts import FORGOTTEN_AFTER_MS, subject
from auth.domain.refusals import Refusal
from contracts.keys import credential_hash
from tests.integration.auth.conftest import START, House
from tests.integration.auth.local import PASSWORD, Household, household

WRONG = "three bad words"


async def _wait_s(house: House, home: Household, login: str, password: str, client: str | None = None) -> int | None:
    """For how long an attempt is put off; None where it was not."""
    with pytest.raises(Refusal) as raised:
        await house.ask(home.signing_in(login, password, "s", client=client))
    return raised.value.retry_after_s


async def test_after_five_wrong_ones_each_try_costs_a_longer_pause(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    assert [await _wait_s(house, home, "olga", WRONG) for _ in range(5)] == [None] * 5
    assert await _wait_s(house, home, "olga", PASSWORD) == 30
    house.time.now += 29_001
    assert await _wait_s(house, home, "olga", PASSWORD) == 1
    house.time.now += 999
    assert await _wait_s(house, home, "olga", WRONG) is None
    assert await _wait_s(house, home, "olga", WRONG) == 60
    house.time.now += 60_000
    assert (await house.ask(home.signing_in("olga", PASSWORD, "s"))).profile == olga
    assert [await _wait_s(house, home, "olga", WRONG) for _ in range(5)] == [None] * 5


async def test_a_login_that_nobody_has_is_limited_alike(house: House) -> None:
    home = await household(house)
    assert [await _wait_s(house, home, "nobody", WRONG) for _ in range(5)] == [None] * 5
    assert await _wait_s(house, home, "nobody", WRONG) == 30


async def test_who_tries_many_logins_has_to_wait_at_all_of_them_and_others_do_not(house: House) -> None:
    attempts, mallory, anna = MariaDbAttempts(house.database), subject("client", "m"), subject("client", "a")
    for number in range(20):
        assert await attempts.begin(subject("login", f"login {number}"), mallory, START) == 0
        await attempts.failed(mallory, START)
    assert await attempts.begin(subject("login", "another"), mallory, START) == 30_000
    assert await attempts.begin(subject("login", "another"), anna, START) == 0


async def test_the_callers_failures_are_counted_by_the_requests(house: House) -> None:
    home = await household(house)
    await _wait_s(house, home, "nobody", WRONG, client="somewhere")
    client = subject("client", credential_hash("somewhere"))
    row = await house.database.fetch_one("SELECT failed FROM attempts WHERE subject = %s", (client,))
    assert row == (1,)


async def test_many_at_once_are_no_more_than_one_after_the_other(house: House) -> None:
    replicas = [MariaDbAttempts(house.database) for _ in range(2)]
    login = subject("login", "olga")
    waits = await asyncio.gather(*(replicas[number % 2].begin(login, None, START) for number in range(40)))
    assert waits.count(0) == 5
    assert set(waits) == {0, 30_000}


async def test_after_a_quiet_hour_everything_is_forgotten_and_swept_out(house: House) -> None:
    attempts, client = MariaDbAttempts(house.database), subject("client", "m")
    for number in range(30):
        await attempts.begin(subject("login", f"login {number}"), client, START)
    later = START + FORGOTTEN_AFTER_MS
    assert await attempts.begin(subject("login", "login 1"), client, later) == 0
    await attempts.failed(client, later)
    assert await house.database.fetch_one("SELECT COUNT(*) FROM attempts") == (2,)


async def test_guessing_the_old_password_is_limited_too_and_apart_from_signing_in(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    for _ in range(5):
        assert await house.refused(home.changing(olga, WRONG, "three new words", "olga")) == "password_refused"
    assert await house.refused(home.changing(olga, PASSWORD, "three new words", "olga")) == "too_many_attempts"
    assert (await house.ask(home.signing_in("olga", PASSWORD, "s"))).profile == olga
