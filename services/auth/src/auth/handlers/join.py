"""`join-by-invitation`: a new local account, or a new password for one."""

import logging

from auth.account_ports import Accounts, Hasher, Invitations, Sealing
from auth.domain import account_refusals, refusals
from auth.domain.local_accounts import (
    NewAccount,
    PasswordSet,
    checked_login,
    checked_name,
    checked_password,
    locale_or_default,
    zone_or_default,
)
from auth.domain.sessions import NewSession
from auth.handlers.reset_password import ResetPassword
from auth.ports import People
from chassis.clock import Clock
from contracts.messages.accounts import JoinByInvitation
from contracts.messages.people import SignedIn

_LOG = logging.getLogger(__name__)


class JoinHandler:
    """Consumes JoinByInvitation, answers SignedIn.

    Twice: the invitation remembers which session it opened; the same request is answered from there, any other is
    refused.
    """

    def __init__(
        self,
        invitations: Invitations,
        accounts: Accounts,
        reset: ResetPassword,
        hasher: Hasher,
        sealing: Sealing,
        people: People,
        clock: Clock,
    ) -> None:
        self._invitations = invitations
        self._accounts = accounts
        self._reset = reset
        self._hasher = hasher
        self._sealing = sealing
        self._people = people
        self._clock = clock

    async def __call__(self, request: JoinByInvitation) -> SignedIn:
        """Nothing is done for who has no invitation, least of all the work of argon2. Raises Refusal."""
        now = self._clock()
        taken_by = await self._invitations.taken(request.code_hash, request.session_hash)
        done = PasswordSet(taken_by) if taken_by else await self._take(request, now)
        profile = await self._people.profile(done.person_id, now)
        if profile is None:
            raise refusals.unknown_person()
        return SignedIn(next="/", profile=profile, ended=done.ended)

    async def _take(self, request: JoinByInvitation, now: int) -> PasswordSet:
        seen = await self._invitations.look(request.code_hash, now)
        if seen is None:
            raise account_refusals.invitation_over()
        if seen.login is not None:
            done = await self._reset(request, seen.login, now)
            _LOG.info("password set anew")
            return done
        account = await self._account(request)
        session = NewSession(request.session_hash, "invitation", request.device, request.old_session_hash)
        person_id = await self._accounts.join(request.code_hash, account, session, now)
        _LOG.info("joined")
        return PasswordSet(person_id)

    async def _account(self, request: JoinByInvitation) -> NewAccount:
        self._hasher.check_room()
        login, name = checked_login(request.login), checked_name(request.name)
        password = checked_password(self._sealing.open(request.password), login)
        return NewAccount(
            login,
            name,
            await self._hasher.encode(password),
            zone_or_default(request.time_zone),
            locale_or_default(request.locale),
        )
