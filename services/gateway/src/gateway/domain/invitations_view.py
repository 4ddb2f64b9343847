"""Invitations as operators and those who are invited see them."""

import msgspec

from contracts.messages.accounts import Invitation, InvitationSeen
from gateway.domain.showing import shown
from gateway.domain.times import Moment, moment


class InvitationView(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation that can be taken once until `expires_at`. `admin`: whoever takes it may invite others."""

    id: str
    created_at: Moment
    expires_at: Moment
    admin: bool


class InvitationList(msgspec.Struct, frozen=True, kw_only=True):
    """All that can still be taken, oldest first."""

    items: tuple[InvitationView, ...]


class NewInvitation(InvitationView, frozen=True, kw_only=True):
    """An invitation just made; its link is shown this once and kept nowhere."""

    url: str


class OpenInvitation(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation that can be taken. `invited_by` is who made it; null for whoever runs the instance.

    `login` is whose password it sets anew; null where it makes an account.
    """

    invited_by: str | None
    login: str | None
    expires_at: Moment


def invitation_list_of(invitations: list[Invitation]) -> InvitationList:
    """`invitations` as the list shows them."""
    return InvitationList(items=tuple(shown(InvitationView, invitation) for invitation in invitations))


def new_invitation_of(invitation: Invitation, url: str) -> NewInvitation:
    """An invitation with its link."""
    return shown(NewInvitation, invitation, url=url)


def open_invitation_of(seen: InvitationSeen) -> OpenInvitation:
    """An invitation as who is invited sees it."""
    return OpenInvitation(invited_by=seen.invited_by, login=seen.login, expires_at=moment(seen.expires_at))
