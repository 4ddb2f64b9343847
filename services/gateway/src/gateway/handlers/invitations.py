"""Invitations, for those who run the instance: whoever else asks is refused by the auth service."""

from typing import NamedTuple

from contracts.join_link import join_link
from contracts.keys import credential_hash
from contracts.messages.accounts import (
    Invitation,
    InvitationRevoked,
    InvitationsListed,
    Invite,
    Invited,
    ListInvitations,
    RevokeInvitation,
)
from gateway.handlers.asking import ask_auth
from gateway.handlers.opening import new_secret
from gateway.ports import Asks


class Made(NamedTuple):
    """An invitation with the link that takes it, which is shown once."""

    invitation: Invitation
    url: str


class Invitations:
    """Kept by the auth service; the links lead to the page at `public_url`."""

    def __init__(self, asks: Asks, public_url: str) -> None:
        self._asks = asks
        self._public_url = public_url

    async def all(self, person_id: str) -> list[Invitation]:
        """Those that can still be taken, oldest first. Raises RequestRefused for who is no operator."""
        return (await ask_auth(self._asks, ListInvitations(person_id=person_id), InvitationsListed)).invitations

    async def make(self, person_id: str, *, admin: bool) -> Made:
        """A new one. Raises as `all`."""
        secret = new_secret()
        request = Invite(person_id=person_id, code_hash=credential_hash(secret), admin=admin)
        invited = await ask_auth(self._asks, request, Invited)
        return Made(invited.invitation, join_link(self._public_url, secret))

    async def revoke(self, person_id: str, invitation_id: str) -> bool:
        """Let nobody take it; False where there is no such invitation. Raises as `all`."""
        request = RevokeInvitation(person_id=person_id, invitation_id=invitation_id)
        return (await ask_auth(self._asks, request, InvitationRevoked)).found
