"""Leaving for good."""

from aiohttp import web

from gateway.domain.problems import NO_ANSWER, UNAVAILABLE
from gateway.handlers.leaving import Leaving
from gateway.http.cookies import Cookies
from gateway.http.operation import Answer, Call, Operation

_ABOUT = """\
Everything about me goes: sessions and tokens at once, plays, sums, uploads, shares and the connection to Spotify within
moments. It cannot be undone. Whoever signs in again later begins anew, under another id.
"""


class LeavingRoutes:
    """`DELETE /api/v1/me`."""

    def __init__(self, leaving: Leaving, cookies: Cookies) -> None:
        self._leaving = leaving
        self._cookies = cookies

    def operations(self) -> list[Operation]:
        """The operation, declared."""
        return [
            Operation(
                "DELETE",
                "/api/v1/me",
                "me",
                "Erase me",
                self.leave,
                {202: Answer("The erasure has begun; the session is gone and its cookie cleared", media_type=None)},
                description=_ABOUT,
                problems=(UNAVAILABLE, NO_ANSWER),
            )
        ]

    async def leave(self, call: Call[None, None]) -> web.Response:
        """Erases who asks."""
        await self._leaving.leave(call.profile.person_id)
        response = web.Response(status=202, headers={"Cache-Control": "no-store"})
        self._cookies.close_session(response)
        return response
