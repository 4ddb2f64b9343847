"""The state of a sign-in: one browser, one session, ten minutes; and where it may end."""

import pytest

from auth.domain.refusals import Refusal
from auth.domain.sign_ins import LIFE_MS, SignIn, new_state, new_verifier

NONCE, SESSION = "a" * 64, "b" * 64


def _sign_in(session_hash: str | None = None) -> SignIn:
    return SignIn(NONCE, "verifier", "/", created_at=1_000, session_hash=session_hash)


def test_the_browser_that_began_may_complete_within_ten_minutes() -> None:
    _sign_in().check(NONCE, SESSION, 1_000 + LIFE_MS)


def test_the_same_request_again_is_let_through() -> None:
    _sign_in(SESSION).check(NONCE, SESSION, 2_000)


@pytest.mark.parametrize(
    ("sign_in", "nonce_hash", "now"),
    [
        (_sign_in(), "c" * 64, 1_000),
        (_sign_in(), "", 1_000),
        (_sign_in(), NONCE, 1_001 + LIFE_MS),
        (_sign_in("d" * 64), NONCE, 1_000),
    ],
    ids=["another browser", "no browser", "too late", "used for another session"],
)
def test_anything_else_is_over(sign_in: SignIn, nonce_hash: str, now: int) -> None:
    with pytest.raises(Refusal) as raised:
        sign_in.check(nonce_hash, SESSION, now)
    assert raised.value.code == "sign_in_expired"


def test_states_and_verifiers_are_long_and_never_the_same() -> None:
    assert len({new_state() for _ in range(100)}) == 100
    assert all(len(new_state()) >= 43 and 43 <= len(new_verifier()) <= 128 for _ in range(10))
