"""One call to Spotify: an answer that is final, or an error that says whether and when to ask again (spotify.md 4)."""

from http import HTTPStatus

import aiohttp

from auth.domain import refusals
from auth.spotify_ports import SpotifyBlocked, SpotifyDown
from chassis.clock import Clock

_TIMEOUT = aiohttp.ClientTimeout(total=5)
"""A person waits for a sign-in, so Spotify gets no longer than this."""
_WAIT_S = 30
"""Where a 429 names no time: the length of Spotify's window."""
_QUOTA_WAIT_S = 3_600
"""The same for a quota, which lasts for hours: asked again every hour."""
_QUOTA = b"QUOTA_EXCEEDED"
_MOST_DIGITS = 9


class SpotifyHttp:
    """Calls without redirects, each within five seconds."""

    def __init__(self, session: aiohttp.ClientSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def call(
        self, method: str, address: str, headers: dict[str, str], form: str | None = None
    ) -> tuple[int, bytes]:
        """Status and body of an answer that is final. Raises SpotifyBlocked, SpotifyDown."""
        try:
            async with self._session.request(
                method, address, headers=headers, data=form, timeout=_TIMEOUT, allow_redirects=False
            ) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise SpotifyDown(f"Spotify: {type(error).__name__}") from error
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            wait_s = _wait_s(answer.headers.get("Retry-After", ""), body)
            raise SpotifyBlocked(self._clock() + wait_s * 1_000)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise SpotifyDown(f"Spotify answered {answer.status}")
        return answer.status, body


def why_forbidden(body: bytes) -> refusals.Refusal:
    """What a 403 means, by the words of its body, which often is plain text (spotify.md 1.8)."""
    words = body.decode(errors="replace").lower()
    if "premium" in words:
        return refusals.owner_without_premium()
    return refusals.not_registered() if "registered" in words else refusals.spotify_refused()


def _wait_s(retry_after: str, body: bytes) -> int:
    """Whole seconds; only digits are believed, and no more of them than a moment holds."""
    if retry_after.isascii() and retry_after.isdigit() and len(retry_after) <= _MOST_DIGITS:
        return int(retry_after)
    return _QUOTA_WAIT_S if _QUOTA in body else _WAIT_S
