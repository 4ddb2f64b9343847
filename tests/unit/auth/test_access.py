"""A living access token for every call: renewed in time, once on a 401, one renewal at a time."""

import asyncio

import pytest

from auth.domain.connections import Connection
from auth.domain.refusals import Refusal
from auth.handlers.access import NotConnected, SpotifyAccess
from tests.unit.auth.fakes import ACCOUNT, FakeConnections, FakeSpotify

HOUR = 3_600_000


def _parts(now: int, spotify: FakeSpotify) -> tuple[SpotifyAccess, FakeConnections]:
    connections = FakeConnections(Connection("access 0", "refresh 0", expires_at=HOUR, authorized_at=0))
    return SpotifyAccess(spotify, connections, lambda: now), connections


async def test_a_fresh_token_is_used_as_it_is() -> None:
    spotify = FakeSpotify()
    access, _ = _parts(0, spotify)
    assert await access.call("anna", spotify.me) == ACCOUNT
    assert spotify.refreshed == []


async def test_a_stale_token_is_renewed_before_it_is_used() -> None:
    spotify = FakeSpotify()
    access, connections = _parts(HOUR - 1, spotify)
    await access.call("anna", spotify.me)
    await access.call("anna", spotify.me)
    assert spotify.asked == ["access 1", "access 1"]
    assert spotify.refreshed == ["refresh 0"]
    assert connections.stored == Connection("access 1", "refresh 0", 2 * HOUR, 0)


async def test_a_401_renews_once() -> None:
    spotify = FakeSpotify(newest="somebody else's", rotates=True)
    access, connections = _parts(0, spotify)
    await access.call("anna", spotify.me)
    assert spotify.asked == ["access 0", "access 1"]
    assert connections.stored is not None
    assert connections.stored.refresh_token == "refresh 1"


async def test_a_second_401_is_a_refusal_and_renews_no_more() -> None:
    spotify = FakeSpotify()
    access, _ = _parts(0, spotify)

    async def spoilt(token: str) -> object:
        spotify.newest = "none"
        return await spotify.me(token)

    with pytest.raises(Refusal, match="spotify_access_refused"):
        await access.call("anna", spoilt)
    assert len(spotify.refreshed) == 1


async def test_many_at_once_renew_once() -> None:
    spotify = FakeSpotify(newest="none", rotates=True)
    access, _ = _parts(0, spotify)
    await asyncio.gather(*(access.call("anna", spotify.me) for _ in range(50)))
    assert spotify.refreshed == ["refresh 0"]


async def test_a_refused_refresh_ends_the_connection() -> None:
    spotify = FakeSpotify(closed=True)
    access, connections = _parts(HOUR, spotify)
    for _ in range(2):
        with pytest.raises(NotConnected):
            await access.call("anna", spotify.me)
    assert connections.stored is not None
    assert connections.stored.ended
    assert len(spotify.refreshed) == 1
