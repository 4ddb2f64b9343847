"""`complete-sign-in`: check the state, exchange the code, ask who it is, open the session."""

import logging

from auth.domain import account_refusals, refusals
from auth.domain.connections import Connection
from auth.domain.people import Account
from auth.domain.sessions import NewSession
from auth.domain.sign_ins import SignIn
from auth.ports import Audit, People, SessionOwners, SignIns
from auth.spotify_ports import AccessRefused, Exchanges, GrantRefused
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

    def __init__(
        self, spotify: Exchanges, sign_ins: SignIns, sessions: SessionOwners, people: People, audit: Audit, clock: Clock
    ) -> None:
        self._spotify = spotify
        self._sign_ins = sign_ins
        self._sessions = sessions
        self._people = people
        self._audit = audit
        self._clock = clock

    async def __call__(self, request: CompleteSignIn) -> SignedIn:
        """The state comes before anything else, and is used up by whatever follows. Raises Refusal.

        A state that is none leaves nothing in the audit: whoever makes them up could fill it.
        """
        state_hash, sign_in = await self._claimed(request)
        try:
            person_id = sign_in.person_id or await self._completed(request, state_hash, sign_in)
        except refusals.Refusal as refusal:
            await self._audit.audit_alone("sign-in-refused", detail=refusal.code)
            raise
        profile = await self._people.profile(person_id, self._clock())
        if profile is None:
            raise refusals.unknown_person()
        _LOG.info("signed in")
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
        await self._check_connecting(request, sign_in, authorized_at)
        account, connection = await self._admitted(request.code, sign_in.verifier, authorized_at)
        # tried again here, not from the start: the code has been used
        session = NewSession(request.session_hash, "spotify", request.device, request.old_session_hash)
        return await retry(
            lambda: self._sign_ins.complete(state_hash, account, connection, session, sign_in.connects, authorized_at)
        )

    async def _check_connecting(self, request: CompleteSignIn, sign_in: SignIn, now: int) -> None:
        """Spotify is connected to an account only by a browser that is signed in to it."""
        if sign_in.connects is None:
            return
        old = request.old_session_hash
        if old is None or await self._sessions.owner(old, now) != sign_in.connects:
            raise account_refusals.signed_out_while_connecting()

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
