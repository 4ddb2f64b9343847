"""`sign-in-with-password`: who has a local account."""

import logging

from auth.account_ports import Accounts, Sealing
from auth.domain import account_refusals as refusals
from auth.domain.attempts import subject
from auth.domain.local_accounts import normal_login, normal_password
from auth.domain.sessions import NewSession
from auth.handlers.password_check import PasswordCheck
from auth.ports import People
from chassis.clock import Clock
from contracts.messages.accounts import SignInWithPassword
from contracts.messages.people import SignedIn

_LOG = logging.getLogger(__name__)


class PasswordSignInHandler:
    """Consumes SignInWithPassword, answers SignedIn. Twice: the session is open already, and the answer is the same."""

    def __init__(
        self, accounts: Accounts, check: PasswordCheck, sealing: Sealing, people: People, clock: Clock
    ) -> None:
        self._accounts = accounts
        self._check = check
        self._sealing = sealing
        self._people = people
        self._clock = clock

    async def __call__(self, request: SignInWithPassword) -> SignedIn:
        """A login that nobody has is refused in the same words and after the same work. Raises Refusal."""
        password = normal_password(self._sealing.open(request.password))
        login = normal_login(request.login)
        client = subject("client", request.client_hash) if request.client_hash else None
        kept = await self._check(await self._accounts.password(login), password, subject("login", login), client)
        now = self._clock()
        session = NewSession(request.session_hash, "password", request.device, request.old_session_hash)
        opened = await self._accounts.sign_in(kept, session, now)
        profile = await self._people.profile(kept.person_id, now)
        if not opened or profile is None:
            raise refusals.password_refused()
        _LOG.info("signed in")
        return SignedIn(next="/", profile=profile)
