"""Checking a password: the same work whether there is one or not, and none for who has to wait."""

import asyncio
from dataclasses import dataclass, field

import argon2
import pytest

from auth.adapters.password_hasher import Argon2Hasher
from auth.domain.local_accounts import KeptPassword, NewAccount
from auth.domain.refusals import Refusal
from auth.domain.sessions import NewSession
from auth.handlers.password_check import PasswordCheck
from tests.unit.auth.fakes import FakeAudit

CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
CHEAPER_THAN_TODAY = argon2.PasswordHasher(time_cost=2, memory_cost=8, parallelism=1)


@dataclass
class FakeAttempts:
    """Lets through, or makes wait."""

    wait_ms: int = 0
    events: list[str] = field(default_factory=list)

    async def begin(self, login: str, client: str | None, now: int) -> int:
        """As set."""
        self.events.append(f"begin {login}")
        return self.wait_ms

    async def failed(self, client: str, now: int) -> None:
        """Note it."""
        self.events.append(f"failed {client}")

    async def succeeded(self, login: str) -> None:
        """Note it."""
        self.events.append(f"succeeded {login}")


@dataclass
class FakeAccounts:
    """Takes new encodings."""

    encoded: list[str] = field(default_factory=list)

    async def encode_anew(self, kept: KeptPassword, encoded: str) -> None:
        """Keep it."""
        self.encoded.append(encoded)

    async def join(self, code_hash: str, account: NewAccount, session: NewSession, now: int) -> str:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")

    async def password(self, login: str) -> KeptPassword | None:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")

    async def password_of(self, person_id: str) -> KeptPassword | None:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")

    async def sign_in(self, kept: KeptPassword, session: NewSession, now: int) -> bool:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")

    async def change_password(
        self, kept: KeptPassword, encoded: str, request_hash: str, keep_hash: str | None, now: int
    ) -> list[str] | None:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")


class CountingHasher(Argon2Hasher):
    """Counts what it is asked to do."""

    verified = 0

    def _verify(self, encoded: str, password: str) -> bool:
        self.verified += 1
        return super()._verify(encoded, password)


class House:
    """The check with its surroundings."""

    def __init__(self, wait_ms: int = 0) -> None:
        self.hasher, self.attempts = CountingHasher(CHEAP), FakeAttempts(wait_ms)
        self.accounts, self.audit = FakeAccounts(), FakeAudit()
        self.check = PasswordCheck(self.accounts, self.hasher, self.attempts, self.audit, lambda: 0)

    async def refused(self, kept: KeptPassword | None, password: str) -> Refusal:
        """How it is refused."""
        with pytest.raises(Refusal) as raised:
            await self.check(kept, password, "anna", "client")
        return raised.value


def _kept(hasher: argon2.PasswordHasher = CHEAP) -> KeptPassword:
    return KeptPassword("p", "anna", hasher.hash("right"), None, 0)


async def test_a_right_password_is_let_in_and_the_attempts_are_forgotten() -> None:
    house, kept = House(), _kept()
    assert [await house.check(kept, "right", "anna", "client") for _ in range(2)] == [kept, kept]
    assert house.attempts.events == ["begin anna", "succeeded anna"] * 2
    assert (house.accounts.encoded, house.audit.told) == ([], [])


async def test_a_wrong_password_and_an_unknown_login_are_the_same_work_and_the_same_answer() -> None:
    known, unknown = House(), House()
    wrong, nobody = await known.refused(_kept(), "wrong"), await unknown.refused(None, "wrong")
    assert (wrong.code, wrong.detail) == (nobody.code, nobody.detail) == ("password_refused", wrong.detail)
    assert known.hasher.verified == unknown.hasher.verified == 1
    assert known.attempts.events == unknown.attempts.events == ["begin anna", "failed client"]
    assert known.audit.told == unknown.audit.told == [("password-refused", "password_refused")]


def test_nobodys_hash_has_todays_parameters_and_fits_nothing() -> None:
    hasher = Argon2Hasher(CHEAP)
    assert argon2.extract_parameters(hasher._nobodys) == argon2.extract_parameters(CHEAP.hash("x"))
    assert not hasher.is_outdated(hasher._nobodys)
    assert not asyncio.run(hasher.fits(None, ""))


async def test_who_has_to_wait_is_told_how_long_and_no_work_is_done() -> None:
    house = House(wait_ms=30_001)
    refusal = await house.refused(_kept(), "right")
    assert (refusal.code, refusal.retry_after_s) == ("too_many_attempts", 31)
    assert house.hasher.verified == 0
    assert house.audit.told == []  # what led to the pause is there already, and this could be repeated for ever


async def test_a_password_of_older_parameters_is_encoded_anew() -> None:
    house = House()
    await house.check(_kept(CHEAPER_THAN_TODAY), "right", "anna")
    (encoded,) = house.accounts.encoded
    assert CHEAP.verify(encoded, "right")
    assert not CHEAP.check_needs_rehash(encoded)


async def test_more_than_eight_at_a_time_are_put_off_and_it_is_no_attempt() -> None:
    house = House()
    inside = [asyncio.create_task(house.hasher.fits(None, "x")) for _ in range(8)]
    await asyncio.sleep(0)
    refusal = await house.refused(_kept(), "right")
    assert (refusal.code, refusal.retryable, refusal.retry_after_s) == ("too_busy", True, 3)
    assert (house.attempts.events, house.audit.told) == ([], [])
    assert await asyncio.gather(*inside) == [False] * 8
    assert await house.check(_kept(), "right", "anna")


async def test_the_loop_goes_on_while_passwords_are_checked() -> None:
    slow = Argon2Hasher(argon2.PasswordHasher(time_cost=4, memory_cost=65_536, parallelism=1))
    checking = asyncio.create_task(slow.fits(None, "x"))
    turns = 0
    while not checking.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 100
