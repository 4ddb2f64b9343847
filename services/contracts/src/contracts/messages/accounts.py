"""Requests to the auth service about local accounts: invitations and passwords.

A password travels sealed for the auth service alone (`AskSealingKey`), so that nobody can read it in Kafka; the secret
of an invitation travels as its sha256.
"""

from typing import Annotated, ClassVar

import msgspec

from contracts.messages.base import Message
from contracts.messages.people import Digest

Sealed = Annotated[str, msgspec.Meta(max_length=2_000)]
"""Base64 of a NaCl sealed box (X25519, XSalsa20-Poly1305) that only the auth service opens."""


class AskSealingKey(Message, frozen=True):
    """Command: the public key to seal passwords with."""

    SCHEMA: ClassVar[str] = "ask-sealing-key.v1"


class SealingKeyTold(Message, frozen=True):
    """Base64 of the 32 bytes of an X25519 public key. It changes only with the operator's key."""

    SCHEMA: ClassVar[str] = "sealing-key-told.v1"

    public_key: str


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation that was not used yet; moments are unix ms UTC. `admin`: whoever takes it may invite others."""

    id: str
    created_at: int
    expires_at: int
    admin: bool


class Invite(Message, frozen=True):
    """Command: keep an invitation by an operator, known by the hash of its secret.

    Refused with `not_admin`. The same hash again answers the same invitation.
    """

    SCHEMA: ClassVar[str] = "invite.v1"

    person_id: str
    code_hash: Digest
    admin: bool = False


class Invited(Message, frozen=True):
    """The invitation is kept."""

    SCHEMA: ClassVar[str] = "invited.v1"

    invitation: Invitation


class ListInvitations(Message, frozen=True):
    """Command: all invitations that can still be taken, oldest first. Refused with `not_admin`."""

    SCHEMA: ClassVar[str] = "list-invitations.v1"

    person_id: str


class InvitationsListed(Message, frozen=True):
    """Those that can still be taken."""

    SCHEMA: ClassVar[str] = "invitations-listed.v1"

    invitations: list[Invitation]


class RevokeInvitation(Message, frozen=True):
    """Command: let nobody take this invitation. Refused with `not_admin`."""

    SCHEMA: ClassVar[str] = "revoke-invitation.v1"

    person_id: str
    invitation_id: str


class InvitationRevoked(Message, frozen=True):
    """It is gone; `found` says whether it was there."""

    SCHEMA: ClassVar[str] = "invitation-revoked.v1"

    found: bool


class LookAtInvitation(Message, frozen=True):
    """Command: can this invitation be taken? Refused with `invitation_over` where not."""

    SCHEMA: ClassVar[str] = "look-at-invitation.v1"

    code_hash: Digest


class InvitationSeen(Message, frozen=True):
    """It can be taken until `expires_at`, unix ms UTC.

    invited_by  the operator's name; None for what whoever runs the instance has made
    login       whose password is set anew by it; None where it makes an account
    """

    SCHEMA: ClassVar[str] = "invitation-seen.v1"

    invited_by: str | None
    expires_at: int
    login: str | None = None


class JoinByInvitation(Message, frozen=True):
    """Command: use up an invitation, make a local account and open a session known by `session_hash`.

    One that was seen with a `login` sets the password of that account anew instead, and ends all its sessions; the
    name is not looked at then. The session `old_session_hash`, which this browser had, ends. Answered by SignedIn;
    refused with `invitation_over`, `login_taken`, `invalid_login`, `invalid_name`, `weak_password` or, where the
    password is another login's, `another_login`. The same request again answers the same.
    """

    SCHEMA: ClassVar[str] = "join-by-invitation.v1"

    code_hash: Digest
    login: str
    name: str
    password: Sealed
    time_zone: str | None
    locale: str | None
    session_hash: Digest
    device: str | None
    old_session_hash: Digest | None = None


class SignInWithPassword(Message, frozen=True):
    """Command: open a session known by `session_hash` for the local account `login`.

    Answered by SignedIn; refused with `password_refused`, whether the login exists or not, or with
    `too_many_attempts` and when to try again. `client_hash` stands for the caller's address, to count attempts by.
    """

    SCHEMA: ClassVar[str] = "sign-in-with-password.v1"

    login: str
    password: Sealed
    session_hash: Digest
    old_session_hash: Digest | None
    device: str | None
    client_hash: Digest | None


class ChangePassword(Message, frozen=True):
    """Command: another password for a local account; all its sessions but the one with `keep_hash` end.

    Refused with `password_refused`, `too_many_attempts`, `weak_password` or `no_local_account`.
    """

    SCHEMA: ClassVar[str] = "change-password.v1"

    person_id: str
    old: Sealed
    new: Sealed
    keep_hash: Digest | None


class PasswordChanged(Message, frozen=True):
    """The new password holds; these sessions are gone."""

    SCHEMA: ClassVar[str] = "password-changed.v1"

    session_hashes: list[Digest]
