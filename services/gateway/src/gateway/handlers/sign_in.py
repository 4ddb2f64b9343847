"""Signing in with Spotify, and out. The secrets are made here and leave for the browser only; hashes travel."""

from chassis.rpc import RequestRefused
from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages.people import BeginSignIn, CompleteSignIn, SignedIn, SignedOut, SignInBegun, SignOut
from contracts.next_path import safe_next
from gateway.domain.problems import SIGN_IN_REFUSED, Refused
from gateway.handlers.asking import M, ask_auth
from gateway.handlers.identity import Identity
from gateway.handlers.opening import Browser, Opened, Opening, new_secret
from gateway.ports import Asks


class SignIn:
    """The gateway's half of the authorization-code flow; the auth service has the other."""

    def __init__(self, asks: Asks, identity: Identity, opening: Opening) -> None:
        self._asks = asks
        self._identity = identity
        self._opening = opening

    async def begin(self, nonce: str, wanted: str | None, connect: str | None = None) -> str:
        """Where to send the person; the state is bound to the browser by `nonce`, the secret of a cookie.

        `connect` is the id of who is signed in and wants Spotify connected to their account. Raises Refused where the
        instance has no application at Spotify.
        """
        request = BeginSignIn(nonce_hash=credential_hash(nonce), next=safe_next(wanted), connect=connect)
        return (await self._asked(request, SignInBegun)).authorize_url

    async def complete(
        self, nonce: str, state: str | None, code: str | None, error: str | None, browser: Browser
    ) -> Opened:
        """Open a session for who comes back from Spotify. Raises Refused with what to do."""
        secret = new_secret()
        request = CompleteSignIn(
            nonce_hash=credential_hash(nonce),
            state=state,
            code=code,
            error=error,
            session_hash=credential_hash(secret),
            old_session_hash=browser.session_hash,
            device=browser.device,
        )
        return await self._opening.opened(secret, await self._asked(request, SignedIn), browser)

    async def end(self, secret: str) -> None:
        """End the session behind `secret`, at the auth service first. Harmless where there is none."""
        hashed = credential_hash(secret)
        await ask_auth(self._asks, SignOut(session_hash=hashed), SignedOut)
        await self._identity.ended(hashed)

    async def _asked(self, request: Message, expected: type[M]) -> M:
        try:
            return await ask_auth(self._asks, request, expected)
        except RequestRefused as refusal:
            if refusal.failure.retryable:
                raise
            raise Refused(SIGN_IN_REFUSED, refusal.failure.detail) from refusal
