"""GET /v1/me/player/recently-played in a person's name (spotify.md 2.5)."""

from http import HTTPStatus

import aiohttp
import msgspec

from auth.adapters.spotify_http import SpotifyHttp, why_forbidden
from auth.domain import refusals
from auth.domain.recent_plays import Listed, recent_plays
from auth.spotify_ports import AccessRefused, SpotifyDown
from chassis.clock import Clock
from contracts.messages.feed import FEED_DEPTH, RecentPlay


class _Page(msgspec.Struct):
    items: list[msgspec.Raw] | None = None


_ODD = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises, whatever the bytes are."""


class SpotifyFeed:
    """Implements the port Feed."""

    def __init__(self, session: aiohttp.ClientSession, api_url: str, clock: Clock) -> None:
        self._http = SpotifyHttp(session, clock)
        self._address = f"{api_url}/v1/me/player/recently-played?limit={FEED_DEPTH}"

    async def recent(self, access_token: str) -> tuple[list[RecentPlay], bool]:
        """The last plays, oldest first, and whether Spotify listed as many as it remembers.

        Raises AccessRefused, Refusal, SpotifyBlocked, SpotifyDown.
        """
        status, body = await self._http.call("GET", self._address, {"Authorization": f"Bearer {access_token}"})
        if status == HTTPStatus.UNAUTHORIZED:
            raise AccessRefused
        if status == HTTPStatus.FORBIDDEN:
            raise why_forbidden(body)
        if status != HTTPStatus.OK:
            raise refusals.spotify_refused()
        items = _items(body)
        plays = recent_plays([listed for item in items if (listed := _listed(item)) is not None])
        return plays[-FEED_DEPTH:], len(items) >= FEED_DEPTH


def _items(body: bytes) -> list[msgspec.Raw]:
    try:
        return msgspec.json.decode(body, type=_Page).items or []
    except _ODD as error:
        raise SpotifyDown(f"Spotify's answer is not the documented one: {error}") from error


def _listed(item: msgspec.Raw) -> Listed | None:
    """An item that is odd in itself is left out; the others are as good as ever."""
    try:
        return msgspec.json.decode(item, type=Listed)
    except _ODD:
        return None
