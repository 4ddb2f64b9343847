"""`complete-sign-in`: check the state, exchange the code, ask who it is, open the session."""

import logging

from auth.domain import refusals
from auth.domain.connections import Connection
from auth.domain.people import Account
from auth.domain.sign_ins import SignIn
from auth.ports import AccessRefused, GrantRefused, People, SignIns, Spotify
from chassis.clock import Clock
from chassis.errors import Retryable
from chassis.retry import retry
from contracts.keys import credential_hash
from contracts.messages.people import CompleteSignIn, SignedIn

_LOG = logging.getLogger(__name__)


class CompleteSignInHandler:
    """Consumes CompleteSignIn, answers SignedIn.

    Twice: the state remembers for which session it was used; the same request is answered from there, without Spotify.
    Killed between Spotify's answer and the commit, the second run finds the code used: the person signs in again.
    """

    def __init__(self, spotify: Spotify, sign_ins: SignIns, people: People, clock: Clock) -> None:
        self._spotify = spotify
        self._sign_ins = sign_ins
        self._people = people
        self._clock = clock

    async def __call__(self, request: CompleteSignIn) -> SignedIn:
        """The state comes before anything else, and is used up by whatever follows. Raises Refusal."""
        state_hash, sign_in = await self._claimed(request)
        person_id = sign_in.person_id or await self._completed(request, state_hash, sign_in)
        profile = await self._people.profile(person_id, self._clock())
        if profile is None:
            raise refusals.unknown_person()
        _LOG.info("signed in", extra={"person_id": person_id})
        return SignedIn(next=sign_in.next_path, profile=profile)

    async def _claimed(self, request: CompleteSignIn) -> tuple[str, SignIn]:
        if not request.state:
            raise refusals.unknown_state()
        state_hash = credential_hash(request.state)
        sign_in = await self._sign_ins.find(state_hash)
        if sign_in is None:
            raise refusals.unknown_state()
        sign_in.check(request.nonce_hash, request.session_hash, self._clock())
        if not await self._sign_ins.claim(state_hash, request.session_hash):
            raise refusals.unknown_state()
        return state_hash, sign_in

    async def _completed(self, request: CompleteSignIn, state_hash: str, sign_in: SignIn) -> str:
        if request.error == "access_denied":
            raise refusals.denied()
        if request.error:
            raise refusals.spotify_error(request.error)
        if not request.code:
            raise refusals.code_refused()
        authorized_at = self._clock()
        account, connection = await self._admitted(request.code, sign_in.verifier, authorized_at)
        # tried again here, not from the start: the code has been used
        return await retry(
            lambda: self._sign_ins.complete(state_hash, account, connection, request.session_hash, authorized_at)
        )

    async def _admitted(self, code: str, verifier: str, now: int) -> tuple[Account, Connection]:
        """Tokens alone prove nothing: people off the allow-list get some too, and only the first call tells."""
        try:
            tokens = await self._spotify.exchange(code, verifier)
            account = await self._spotify.me(tokens.access_token)
        except GrantRefused as error:
            raise refusals.code_refused() from error
        except AccessRefused as error:
            raise refusals.spotify_refused() from error
        except Retryable as error:
            _LOG.warning("Spotify does not answer", extra={"reason": str(error)})
            raise refusals.spotify_unavailable() from error
        if tokens.refresh_token is None:
            raise refusals.spotify_refused()
        return account, Connection(tokens.access_token, tokens.refresh_token, tokens.expires_at, authorized_at=now)
