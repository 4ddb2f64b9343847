"""Spotify and the store of connections as the handlers see them through their ports."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from auth.domain.connections import Connection, Tokens
from auth.domain.people import Account
from auth.spotify_ports import AccessRefused, GrantRefused

ACCOUNT = Account("account:1", "id:anna", "Anna", None)


@dataclass
class FakeSpotify:
    """Renews tokens by counting; takes only the newest access token, and no refresh token once it is `closed`."""

    newest: str = "access 0"
    rotates: bool = False
    closed: bool = False
    refreshed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def refresh(self, refresh_token: str) -> Tokens:
        """The next access token, good for an hour from 0."""
        self.refreshed.append(refresh_token)
        await asyncio.sleep(0)  # lets others in between, as the network does
        if self.closed:
            raise GrantRefused
        self.newest = f"access {len(self.refreshed)}"
        return Tokens(self.newest, f"refresh {len(self.refreshed)}" if self.rotates else None, 7_200_000)

    async def me(self, access_token: str) -> Account:
        """Anna."""
        self.asked.append(access_token)
        await asyncio.sleep(0)
        if access_token != self.newest:
            raise AccessRefused
        return ACCOUNT


@dataclass
class FakeConnections:
    """One person's connection."""

    stored: Connection | None

    async def get(self, person_id: str) -> Connection | None:
        """The connection."""
        await asyncio.sleep(0)
        return self.stored

    @asynccontextmanager
    async def renewal(self, person_id: str) -> AsyncIterator[None]:
        """There is no other replica."""
        yield

    async def renew(self, person_id: str, old: Connection, new: Connection) -> None:
        """Keep the new one."""
        self.stored = new

    async def end(self, person_id: str, old: Connection) -> None:
        """Note the end."""
        self.stored = Connection(old.access_token, old.refresh_token, old.expires_at, old.authorized_at, ended=True)


class NoSessions:
    """Nobody is signed in."""

    async def owner(self, session_hash: str, now: int) -> str | None:
        """No one."""
        return None


@dataclass
class FakeAudit:
    """Remembers what was told."""

    told: list[tuple[str, str | None]] = field(default_factory=list)

    async def audit_alone(
        self, happening: str, *, person_id: str | None = None, subject: str | None = None, detail: str | None = None
    ) -> None:
        """Keep what happened and its detail."""
        self.told.append((happening, detail))
