"""What happened to people, their credentials and their sharing: for whoever runs the instance. Without secrets."""

from typing import ClassVar, Literal

from contracts.messages.base import Message

Happening = Literal[
    "signed-in",
    "sign-in-refused",
    "signed-out",
    "session-ended",
    "password-refused",
    "password-changed",
    "invited",
    "invitation-revoked",
    "joined",
    "appointed",
    "token-created",
    "token-used",
    "token-revoked",
    "spotify-connected",
    "spotify-disconnected",
    "sharing-started",
    "sharing-stopped",
    "share-created",
    "share-revoked",
    "erased",
]
"""`token-used` is told at most once a minute for a token."""


class Audited(Message, frozen=True):
    """Something happened at `at`, unix ms UTC. `number` grows within `origin`: a repeat has the same one.

    person_id   whose account it concerns; None where nobody is known, as with a refused sign-in
    subject     the id of what it was done to: a session, token, invitation or share
    detail      a code or a way, such as "password" or "sign_in_denied"
    """

    SCHEMA: ClassVar[str] = "audited.v1"

    origin: str
    number: int
    at: int
    happening: Happening
    person_id: str | None
    subject: str | None = None
    detail: str | None = None
