"""What the handlers need of Spotify and of the tokens that it gave us. Stores raise Retryable while away."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from auth.domain.connections import Connection, Tokens
from auth.domain.people import Account
from chassis.errors import Retryable
from contracts.messages.feed import RecentPlay


class GrantRefused(Exception):
    """Spotify takes this code or refresh token no more (`invalid_grant`)."""


class AccessRefused(Exception):
    """Spotify does not take this access token (401)."""


class SpotifyDown(Retryable):
    """Spotify does not answer, or not as documented."""


class SpotifyBlocked(SpotifyDown):
    """Spotify wants no call before `until`, unix ms UTC (429)."""

    def __init__(self, until: int) -> None:
        super().__init__(f"Spotify wants no call before {until}")
        self.until = until


class Exchanges(Protocol):
    """Spotify at the end of a sign-in. Raises SpotifyDown where it does not answer, Refusal where it refuses."""

    async def exchange(self, code: str, verifier: str) -> Tokens:
        """A code for tokens; raises GrantRefused."""

    async def me(self, access_token: str) -> Account:
        """Whose token this is; raises AccessRefused."""


class Refreshes(Protocol):
    """Spotify when access tokens end. Raises likewise."""

    async def refresh(self, refresh_token: str) -> Tokens:
        """A new access token; raises GrantRefused."""


class Spotify(Exchanges, Refreshes, Protocol):
    """All that people sign in by."""

    def authorize_url(self, state: str, verifier: str) -> str:
        """Where to send a browser. Raises Refusal where there is no application to sign in with."""


class Feed(Protocol):
    """What a person has played. Raises as Spotify does."""

    async def recent(self, access_token: str) -> tuple[list[RecentPlay], bool]:
        """The last plays, oldest first, and whether these are all that Spotify remembers; raises AccessRefused."""


class LivingConnections(Protocol):
    """Spotify's tokens of people, while they are used."""

    async def get(self, person_id: str) -> Connection | None:
        """The person's connection, ended or not. Raises Refusal while the key that sealed it is missing."""

    def renewal(self, person_id: str) -> AbstractAsyncContextManager[None]:
        """Nobody else renews this person's tokens meanwhile, in no replica. Raises Retryable after long waiting."""

    async def renew(self, person_id: str, old: Connection, new: Connection) -> None:
        """Replace `old` by `new`, unless the person has connected anew meanwhile."""

    async def end(self, person_id: str, old: Connection) -> None:
        """Forget the tokens that Spotify takes no more and tell it, unless the person has connected anew meanwhile."""


class Connections(LivingConnections, Protocol):
    """The same, and what has to be looked after."""

    async def end_overdue(self, now: int) -> int:
        """End the connections whose six months are over; how many."""

    async def reseal(self) -> int:
        """Seal anew what an older key has sealed; how many. Those whose key is missing stay as they are."""

    async def looked(self, person_id: str, now: int) -> None:
        """Note that the account was read."""

    async def to_look_at(self, before: int, limit: int) -> list[str]:
        """People with a living connection whose account was not read since `before`."""
