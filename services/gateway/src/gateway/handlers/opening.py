"""Opening a session. Its secret is made here and leaves for the browser only; what travels is its hash."""

import secrets
from typing import NamedTuple

from contracts.keys import credential_hash
from contracts.messages.people import SignedIn
from contracts.next_path import safe_next
from gateway.handlers.identity import Identity


class Browser(NamedTuple):
    """Who signs in: the secret of the session that the browser has already, if any, and what it is.

    `client_hash` stands for its address, so that attempts can be counted by it; None where nobody knows it.
    """

    session: str | None
    device: str | None
    client_hash: str | None

    @property
    def session_hash(self) -> str | None:
        """The session it has, as others know it."""
        return credential_hash(self.session) if self.session else None


class Opened(NamedTuple):
    """A session just opened: its secret, for the cookie, and where the person wanted to go."""

    secret: str
    next: str


def new_secret() -> str:
    """256 random bits, fit for a cookie or a header."""
    return secrets.token_urlsafe(32)


class Opening:
    """What follows once the auth service has opened a session: every sign-in has a secret of its own."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity

    async def opened(self, secret: str, signed_in: SignedIn, browser: Browser) -> Opened:
        """Remember who it is and forget the sessions that have ended with it; the auth service has done so already."""
        await self._identity.changed(signed_in.profile)
        for hashed in filter(None, (browser.session_hash, *signed_in.ended)):
            await self._identity.ended(hashed)
        return Opened(secret, safe_next(signed_in.next))
