"""Browsers that are signed in, as their owner sees them."""

from typing import Annotated

import msgspec

from contracts.messages.sessions import Session, Way
from gateway.domain.showing import shown
from gateway.domain.times import Moment

_DEVICE = msgspec.Meta(description="What the browser says of itself", examples=["Firefox on Linux"])


class SessionView(msgspec.Struct, frozen=True, kw_only=True):
    """A browser that is signed in. `last_seen_at` is true to some minutes; `current` is the one that asks."""

    id: str
    created_at: Moment
    last_seen_at: Moment
    expires_at: Moment
    way: Annotated[Way, msgspec.Meta(description="How it was opened")]
    device: Annotated[str, _DEVICE] | None
    current: bool


class SessionList(msgspec.Struct, frozen=True, kw_only=True):
    """The person's sessions, newest first."""

    items: tuple[SessionView, ...]


def session_list_of(sessions: list[Session]) -> SessionList:
    """`sessions` as the list shows them."""
    return SessionList(items=tuple(shown(SessionView, session) for session in sessions))
