"""Requests to the auth service about the browsers that are signed in. Sessions go by hash or id, never by secret."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message
from contracts.messages.people import Digest

Way = Literal["spotify", "password", "invitation"]
"""How a session was opened."""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A browser that is signed in; moments are unix ms UTC.

    `last_seen_at` is true to some minutes. `device` is what the browser says of itself, for the owner to recognise it.
    """

    id: str
    created_at: int
    last_seen_at: int
    expires_at: int
    way: Way
    device: str | None
    current: bool


class ListSessions(Message, frozen=True):
    """Command: the person's living sessions, newest first. `current_hash` is the one that asks, if it is one."""

    SCHEMA: ClassVar[str] = "list-sessions.v1"

    person_id: str
    current_hash: Digest | None


class SessionsListed(Message, frozen=True):
    """The person's living sessions."""

    SCHEMA: ClassVar[str] = "sessions-listed.v1"

    sessions: list[Session]


class EndSessions(Message, frozen=True):
    """Command: end the person's session `session_id`, or, where that is None, all but the one with `keep_hash`."""

    SCHEMA: ClassVar[str] = "end-sessions.v1"

    person_id: str
    session_id: str | None
    keep_hash: Digest | None


class SessionsEnded(Message, frozen=True):
    """These sessions are gone; their hashes let caches forget them. Empty where there was none to end."""

    SCHEMA: ClassVar[str] = "sessions-ended.v1"

    session_hashes: list[Digest]
