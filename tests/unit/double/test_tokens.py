"""Tokens outlive a restart and cannot be forged."""

from stack.double.clock import DAY_MS
from stack.double.tokens import Grant, TokenMint

GRANT = Grant("mira", ("user-read-private",), authorized_at=1_000, public=False)


def test_another_mint_with_the_same_secret_reads_them() -> None:
    token = TokenMint("secret").read(TokenMint("secret").access(GRANT, now=5_000))
    assert token is not None
    assert (token.kind, token.grant, token.expires_at) == ("access", GRANT, 3_605_000)


def test_the_refresh_token_ends_half_a_year_after_the_authorization() -> None:
    token = TokenMint("secret").read(TokenMint("secret").refresh(GRANT))
    assert token is not None
    assert token.expires_at == 1_000 + 182 * DAY_MS


def test_what_it_did_not_make_is_no_token() -> None:
    mint = TokenMint("secret")
    made = mint.access(GRANT, now=0)
    for text in ("", "BQ", "BQ!!", made[:-2], made[:10] + "AAAA" + made[14:], TokenMint("other").access(GRANT, now=0)):
        assert mint.read(text) is None
