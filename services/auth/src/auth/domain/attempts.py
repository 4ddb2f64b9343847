"""How often a password may be guessed: some tries are free, then each one costs a longer pause than the one before."""

from dataclasses import dataclass
from typing import Literal

from contracts.keys import credential_hash

FORGOTTEN_AFTER_MS = 3_600_000
"""Whoever has not tried for so long begins anew; longer than the longest pause."""
_FIRST_PAUSE_MS = 30_000
_LONGEST_PAUSE_MS = 15 * 60_000


@dataclass(frozen=True)
class Limit:
    """So many failed tries cost no pause."""

    free: int


LOGIN = Limit(5)
CLIENT = Limit(20)
"""More than for a login: a household has one address."""


@dataclass(frozen=True)
class Attempts:
    """What has failed so far; `last_at` in unix ms UTC."""

    failed: int = 0
    last_at: int = 0

    def wait_ms(self, limit: Limit, now: int) -> int:
        """How long until the next try, 0 if it may be made now."""
        return max(0, self.last_at + pause_ms(limit, self.remembered(now)) - now)

    def remembered(self, now: int) -> int:
        """How many failures still count."""
        return self.failed if now - self.last_at < FORGOTTEN_AFTER_MS else 0


def pause_ms(limit: Limit, failed: int) -> int:
    """The pause after so many failures: 30 s once the free ones are used up, doubling up to a quarter of an hour."""
    beyond = failed - limit.free
    return 0 if beyond < 0 else min(_FIRST_PAUSE_MS << min(beyond, 10), _LONGEST_PAUSE_MS)


def subject(kind: Literal["login", "person", "client"], value: str) -> str:
    """What attempts are counted by, without saying it: people type passwords into the field for the login."""
    return credential_hash(f"{kind} {value}")
