"""A sign-in under way: state and verifier, ten minutes, one use, one browser."""

import hmac
import secrets
from dataclasses import dataclass

from auth.domain import refusals

LIFE_MS = 10 * 60_000
SCOPES = ("user-read-private", "user-read-recently-played", "user-top-read")
"""The least that the product needs (spotify.md 1.7)."""


@dataclass(frozen=True, repr=False)
class SignIn:
    """`session_hash`: the one session that it may open, once that was asked for; `person_id`: who it was, once done.

    `connects`: the person who is signed in already and wants Spotify connected to their account.
    """

    nonce_hash: str
    verifier: str
    next_path: str
    created_at: int
    session_hash: str | None = None
    person_id: str | None = None
    connects: str | None = None

    def check(self, nonce_hash: str, session_hash: str, now: int) -> None:
        """Raise a refusal unless this browser may complete it, for this session, now.

        The same request again is let through, so that a request delivered twice is answered twice.
        """
        fresh = now - self.created_at <= LIFE_MS
        mine = _same(self.nonce_hash, nonce_hash)
        unused = self.session_hash is None or _same(self.session_hash, session_hash)
        if not (fresh and mine and unused):
            raise refusals.unknown_state()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def new_state() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


def new_verifier() -> str:
    """A PKCE verifier of 64 characters (RFC 7636 4.1)."""
    return secrets.token_urlsafe(48)
