"""A forgotten password: what the link looks like, and that nothing is worked for who may not set it."""

from dataclasses import dataclass, field

import argon2
import pytest

from auth.adapters.password_hasher import Argon2Hasher
from auth.domain.local_accounts import PasswordSet
from auth.domain.refusals import Refusal
from auth.domain.sessions import NewSession
from auth.handlers.reset_password import MakeResetLink, ResetPassword
from contracts.join_link import join_link
from contracts.keys import credential_hash
from contracts.messages.accounts import JoinByInvitation

NOW = 1_790_000_000_000
CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class OpenBoxes:
    """Passwords that are not sealed."""

    public_key = ""

    def open(self, sealed: str) -> str:
        """As it is."""
        return sealed


@dataclass
class FakeResets:
    """One person, `anna`."""

    kept: list[tuple[str, int]] = field(default_factory=list)
    used: list[tuple[str, NewSession]] = field(default_factory=list)

    async def keep(self, code_hash: str, login: str, now: int) -> bool:
        """For her only."""
        self.kept.append((code_hash, now))
        return login == "anna"

    async def use(self, code_hash: str, login: str, encoded: str, session: NewSession, now: int) -> PasswordSet:
        """Note it."""
        self.used.append((encoded, session))
        return PasswordSet("id of anna", ("ended",))


def _request(login: str, password: str) -> JoinByInvitation:
    return JoinByInvitation(
        code_hash=credential_hash("code"),
        login=login,
        name="",
        password=password,
        time_zone=None,
        locale=None,
        session_hash=credential_hash("new"),
        device="Firefox on Linux",
        old_session_hash=credential_hash("old"),
    )


@pytest.mark.parametrize("public_url", ["https://music.example.org", "https://music.example.org/"])
def test_the_secret_stands_where_browsers_send_it_to_nobody(public_url: str) -> None:
    assert join_link(public_url, "secret") == "https://music.example.org/join/#secret"


async def test_each_link_has_a_secret_of_its_own_that_is_kept_by_its_hash() -> None:
    resets = FakeResets()
    make = MakeResetLink(resets, "http://127.0.0.1:8080", lambda: NOW)
    links = [await make(" Anna ") for _ in range(2)]
    codes = [link.partition("#")[2] for link in links if link]
    assert resets.kept == [(credential_hash(code), NOW) for code in codes]
    assert len(set(codes)) == 2
    assert await make("otto") is None


async def test_the_password_is_set_and_the_session_of_before_replaced_twice_the_same() -> None:
    resets, hasher = FakeResets(), Argon2Hasher(CHEAP)
    reset = ResetPassword(resets, hasher, OpenBoxes())
    answers = [await reset(_request(" ANNA ", "three good words"), "anna", NOW) for _ in range(2)]
    assert answers == [PasswordSet("id of anna", ("ended",))] * 2
    encoded, session = resets.used[0]
    assert await hasher.fits(encoded, "three good words")
    assert session == NewSession(credential_hash("new"), "password", "Firefox on Linux", credential_hash("old"))


@pytest.mark.parametrize(
    ("login", "password", "code"),
    [("otto", "three good words", "another_login"), ("", "three good words", "another_login"),
     ("anna", "short", "weak_password")],
)  # fmt: skip
async def test_nothing_is_worked_for_who_may_not_set_it(login: str, password: str, code: str) -> None:
    class Idle(Argon2Hasher):
        async def encode(self, password: str) -> str:
            raise AssertionError

    resets = FakeResets()
    with pytest.raises(Refusal) as raised:
        await ResetPassword(resets, Idle(CHEAP), OpenBoxes())(_request(login, password), "anna", NOW)
    assert (raised.value.code, resets.used) == (code, [])
