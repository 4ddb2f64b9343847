"""What Spotify gave us to act in a person's name, and how long it lasts (spotify.md 1.3)."""

from dataclasses import dataclass, replace

DAY_MS = 24 * 3_600_000
GRANT_LIFE_MS = 182 * DAY_MS
"""Refresh tokens live six months from the authorization; refreshing does not prolong it."""
RENEW_BEFORE_MS = 60_000
"""An access token with less than this left is renewed before it is used."""


@dataclass(frozen=True, repr=False)
class Tokens:
    """An answer of the token endpoint; `expires_at` in unix ms UTC. Without a `refresh_token` the old one stays."""

    access_token: str
    refresh_token: str | None
    expires_at: int


@dataclass(frozen=True, repr=False)
class Connection:
    """The tokens of one person. `ended`: Spotify takes the refresh token no more, and both are forgotten."""

    access_token: str
    refresh_token: str
    expires_at: int
    authorized_at: int
    ended: bool = False

    def is_stale(self, now: int) -> bool:
        """Whether the access token has to be renewed before use."""
        return self.expires_at - now < RENEW_BEFORE_MS

    def renewed(self, tokens: Tokens) -> "Connection":
        """With the answer of a refresh."""
        kept = tokens.refresh_token or self.refresh_token
        return replace(self, access_token=tokens.access_token, refresh_token=kept, expires_at=tokens.expires_at)


def connected_until(authorized_at: int | None, ended: bool, now: int) -> int | None:
    """When the person has to connect again, unix ms UTC; None where there is no living connection."""
    if authorized_at is None or ended or now >= authorized_at + GRANT_LIFE_MS:
        return None
    return authorized_at + GRANT_LIFE_MS
