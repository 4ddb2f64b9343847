"""Authorization codes: single use, ten minutes, bound to address and verifier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stack.double.codes import LIFE_MS, Code, CodeError, Codes, challenge_of

ADDRESS = "http://127.0.0.1:8080/auth/callback"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def _issued(challenge: str | None = CHALLENGE) -> tuple[Codes, str]:
    codes = Codes()
    return codes, codes.issue(Code("mira", (), ADDRESS, challenge, issued_at=0))


def test_the_challenge_is_that_of_rfc_7636() -> None:
    assert challenge_of(VERIFIER) == CHALLENGE


def test_a_code_serves_once() -> None:
    codes, text = _issued()
    assert codes.redeem(text, ADDRESS, VERIFIER, LIFE_MS).person == "mira"
    with pytest.raises(CodeError, match="Invalid authorization code"):
        codes.redeem(text, ADDRESS, VERIFIER, LIFE_MS)


@pytest.mark.parametrize(
    ("address", "verifier", "now", "message"),
    [
        (ADDRESS, VERIFIER, LIFE_MS + 1, "Authorization code expired"),
        (ADDRESS + "/", VERIFIER, 0, "Invalid redirect URI"),
        (ADDRESS, None, 0, "code_verifier required"),
        (ADDRESS, VERIFIER[:-1] + "x", 0, "code_verifier was incorrect"),
        (ADDRESS, "short", 0, "code_verifier was incorrect"),
    ],
)
def test_a_refused_code_is_used_up(address: str, verifier: str | None, now: int, message: str) -> None:
    codes, text = _issued()
    with pytest.raises(CodeError, match=message):
        codes.redeem(text, address, verifier, now)
    with pytest.raises(CodeError, match="Invalid authorization code"):
        codes.redeem(text, ADDRESS, VERIFIER, 0)


def test_a_verifier_without_a_challenge_is_refused() -> None:
    codes, text = _issued(challenge=None)
    with pytest.raises(CodeError, match="code_verifier was incorrect"):
        codes.redeem(text, ADDRESS, VERIFIER, 0)


@given(st.from_regex(r"[A-Za-z0-9._~-]{43,128}", fullmatch=True))
def test_every_verifier_fits_its_own_challenge(verifier: str) -> None:
    codes, text = _issued(challenge_of(verifier))
    assert codes.redeem(text, ADDRESS, verifier, 0)
