"""Acting in a person's name: a living access token for one call, renewed before it ends and once on a 401."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from weakref import WeakValueDictionary

from auth.domain import refusals
from auth.domain.connections import Connection
from auth.spotify_ports import AccessRefused, GrantRefused, LivingConnections, Refreshes
from chassis.clock import Clock

T = TypeVar("T")


class NotConnected(Exception):
    """The person has no living connection to Spotify and has to sign in again."""


class SpotifyAccess:
    """Renewals are single flight per person, over all replicas: who comes second finds the token that the first stored.

    Twice: a second renewal finds a fresh token and does nothing; a rotated refresh token is stored before it is used.
    A replica that is killed between Spotify's answer and the commit loses a rotated token: the person connects again.
    """

    def __init__(self, spotify: Refreshes, connections: LivingConnections, clock: Clock) -> None:
        self._spotify = spotify
        self._connections = connections
        self._clock = clock
        self._renewing: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def call(self, person_id: str, use: Callable[[str], Awaitable[T]]) -> T:
        """What `use` gives for the person's access token. Raises NotConnected, Retryable, Refusal."""
        connection = await self._living(person_id)
        if connection.is_stale(self._clock()):
            connection = await self._renewed(person_id, connection)
        try:
            return await use(connection.access_token)
        except AccessRefused:
            connection = await self._renewed(person_id, connection)
        try:
            return await use(connection.access_token)
        except AccessRefused as error:
            raise refusals.access_refused() from error

    async def _living(self, person_id: str) -> Connection:
        connection = await self._connections.get(person_id)
        if connection is None or connection.ended:
            raise NotConnected(person_id)
        return connection

    async def _renewed(self, person_id: str, seen: Connection) -> Connection:
        """A connection with another access token than `seen`.

        The lock of this process comes first, so that of many who wait here only one waits in the store.
        """
        lock = self._renewing.setdefault(person_id, asyncio.Lock())
        async with lock, self._connections.renewal(person_id):
            current = await self._living(person_id)
            if current.access_token != seen.access_token:
                return current
            try:
                tokens = await self._spotify.refresh(current.refresh_token)
            except GrantRefused as error:
                await self._connections.end(person_id, current)
                raise NotConnected(person_id) from error
            renewed = current.renewed(tokens)
            await self._connections.renew(person_id, current, renewed)
            return renewed
