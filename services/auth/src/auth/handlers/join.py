"""`join-by-invitation`: a new local account."""

import logging

from auth.account_ports import Accounts, Hasher, Invitations, Sealing
from auth.domain import account_refusals, refusals
from auth.domain.local_accounts import (
    NewAccount,
    checked_login,
    checked_name,
    checked_password,
    locale_or_default,
    zone_or_default,
)
from auth.domain.sessions import NewSession
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
        hasher: Hasher,
        sealing: Sealing,
        people: People,
        clock: Clock,
    ) -> None:
        self._invitations = invitations
        self._accounts = accounts
        self._hasher = hasher
        self._sealing = sealing
        self._people = people
        self._clock = clock

    async def __call__(self, request: JoinByInvitation) -> SignedIn:
        """Nothing is done for who has no invitation, least of all the work of argon2. Raises Refusal."""
        now = self._clock()
        person_id = await self._invitations.taken(request.code_hash, request.session_hash)
        if person_id is None:
            if await self._invitations.look(request.code_hash, now) is None:
                raise account_refusals.invitation_over()
            account = await self._account(request)
            session = NewSession(request.session_hash, "invitation", request.device)
            person_id = await self._accounts.join(request.code_hash, account, session, now)
            _LOG.info("joined")
        profile = await self._people.profile(person_id, now)
        if profile is None:
            raise refusals.unknown_person()
        return SignedIn(next="/", profile=profile)

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
