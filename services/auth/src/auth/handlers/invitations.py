"""`invite`, `list-invitations`, `revoke-invitation`, `look-at-invitation`."""

from auth.account_ports import Invitations
from auth.domain import account_refusals as refusals
from auth.ports import People
from chassis.clock import Clock
from contracts.messages.accounts import (
    InvitationRevoked,
    InvitationSeen,
    InvitationsListed,
    Invite,
    Invited,
    ListInvitations,
    LookAtInvitation,
    RevokeInvitation,
)


class InvitationsHandler:
    """Four requests about one thing; all but the last are an operator's."""

    def __init__(self, invitations: Invitations, people: People, clock: Clock) -> None:
        self._invitations = invitations
        self._people = people
        self._clock = clock

    async def invite(self, request: Invite) -> Invited:
        """Consumes Invite, answers Invited. Twice: answers what is there. Raises Refusal."""
        await self._check_operator(request.person_id)
        kept = await self._invitations.keep(request.code_hash, request.person_id, request.admin, self._clock())
        if kept is None:
            raise refusals.invitation_exists()
        return Invited(invitation=kept)

    async def list(self, request: ListInvitations) -> InvitationsListed:
        """Consumes ListInvitations, answers InvitationsListed. Twice: only reads. Raises Refusal."""
        await self._check_operator(request.person_id)
        return InvitationsListed(invitations=await self._invitations.open(self._clock()))

    async def revoke(self, request: RevokeInvitation) -> InvitationRevoked:
        """Consumes RevokeInvitation, answers InvitationRevoked. Twice: then it is not found. Raises Refusal."""
        await self._check_operator(request.person_id)
        found = await self._invitations.revoke(request.person_id, request.invitation_id, self._clock())
        return InvitationRevoked(found=found)

    async def look(self, request: LookAtInvitation) -> InvitationSeen:
        """Consumes LookAtInvitation, answers InvitationSeen. Twice: only reads. Raises Refusal."""
        seen = await self._invitations.look(request.code_hash, self._clock())
        if seen is None:
            raise refusals.invitation_over()
        return seen

    async def _check_operator(self, person_id: str) -> None:
        profile = await self._people.profile(person_id, self._clock())
        if profile is None or not profile.admin:
            raise refusals.not_admin()
