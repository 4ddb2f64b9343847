"""Signing in and out. The secrets are made here and never leave but to the browser; only hashes travel."""

import secrets
from typing import NamedTuple

from contracts.keys import credential_hash
from contracts.messages.people import BeginSignIn, CompleteSignIn, SignedIn, SignedOut, SignInBegun, SignOut
from contracts.next_path import safe_next
from gateway.handlers.asking import ask_auth
from gateway.handlers.identity import Identity
from gateway.ports import Asks


class Opened(NamedTuple):
    """A session just opened: its secret, for the cookie, and where the person wanted to go."""

    secret: str
    next: str


def new_secret() -> str:
    """256 random bits, fit for a cookie or a header."""
    return secrets.token_urlsafe(32)


class SignIn:
    """The gateway's half of the authorization-code flow; the auth service has the other."""

    def __init__(self, asks: Asks, identity: Identity) -> None:
        self._asks = asks
        self._identity = identity

    async def begin(self, nonce: str, wanted: str | None) -> str:
        """Where to send the person; the state is bound to the browser by `nonce`, the secret of a cookie."""
        request = BeginSignIn(nonce_hash=credential_hash(nonce), next=safe_next(wanted))
        return (await ask_auth(self._asks, request, SignInBegun)).authorize_url

    async def complete(self, nonce: str, state: str | None, code: str | None, error: str | None) -> Opened:
        """Open a session for who comes back from Spotify. Raises RequestRefused with what to do."""
        secret = new_secret()
        request = CompleteSignIn(
            nonce_hash=credential_hash(nonce),
            state=state,
            code=code,
            error=error,
            session_hash=credential_hash(secret),
        )
        signed_in = await ask_auth(self._asks, request, SignedIn)
        await self._identity.changed(signed_in.profile)
        return Opened(secret, safe_next(signed_in.next))

    async def end(self, secret: str) -> None:
        """End the session behind `secret`, at the auth service first. Harmless where there is none."""
        hashed = credential_hash(secret)
        await ask_auth(self._asks, SignOut(session_hash=hashed), SignedOut)
        await self._identity.ended(hashed)
