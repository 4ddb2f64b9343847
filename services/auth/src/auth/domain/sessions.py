"""Browsers that are signed in: how long, and by which name they are listed."""

import hashlib
from dataclasses import dataclass

from contracts.messages.sessions import Way

LIFE_MS = 90 * 24 * 3_600_000
"""A session ends after this, however busy it is."""
IDLE_MS = 30 * 24 * 3_600_000
"""It ends sooner where nobody has used it for so long."""
SEEN_EVERY_MS = 5 * 60_000
"""Its use is written down no more often than this."""
_LONGEST_DEVICE = 100


@dataclass(frozen=True)
class NewSession:
    """A session that is to be opened; `replaces` is the hash of the one that this browser had, which ends with it."""

    session_hash: str
    way: Way
    device: str | None
    replaces: str | None = None

    @property
    def label(self) -> str | None:
        """The device as it is kept: short, or None."""
        return self.device[:_LONGEST_DEVICE] if self.device else None


def session_id(session_hash: str) -> str:
    """32 hex digits that name a session without opening it. Made of the hash, so that a repeat gives the same."""
    return hashlib.sha256(f"session {session_hash}".encode()).hexdigest()[:32]


def ends_at(created_at: int, last_seen_at: int) -> int:
    """When the session ends if it is not used again, unix ms UTC."""
    return min(created_at + LIFE_MS, last_seen_at + IDLE_MS)
