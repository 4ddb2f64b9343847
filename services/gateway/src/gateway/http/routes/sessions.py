"""The browsers in which a person is signed in."""

from typing import Any

from aiohttp import web

from contracts.keys import credential_hash
from gateway.domain.ids import is_id
from gateway.domain.problems import NOT_FOUND, Refused
from gateway.domain.sessions_view import SessionList, SessionView, session_list_of
from gateway.domain.times import moment
from gateway.handlers.sessions import Sessions
from gateway.http.cookies import Cookies
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json

_TAG = "me"
_EXAMPLE = SessionView(
    id="0123456789abcdef0123456789abcdef",
    created_at=moment(1_763_900_000_000),
    last_seen_at=moment(1_764_000_000_000),
    expires_at=moment(1_766_592_000_000),
    way="password",
    device="Firefox on Linux",
    current=True,
)


class SessionRoutes:
    """`/api/v1/sessions`."""

    def __init__(self, sessions: Sessions, cookies: Cookies) -> None:
        self._sessions = sessions
        self._cookies = cookies

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/sessions",
                _TAG,
                "Where I am signed in",
                self.sessions,
                {200: Answer("Newest first", SessionList, example=SessionList(items=(_EXAMPLE,)))},
            ),
            Operation(
                "DELETE",
                "/api/v1/sessions",
                _TAG,
                "Sign out everywhere else",
                self.end_other_sessions,
                {204: Answer("Only the session that asks is left; with a token, none", media_type=None)},
            ),
            Operation(
                "DELETE",
                "/api/v1/sessions/{id}",
                _TAG,
                "End one session",
                self.end_session,
                {204: Answer("The session is gone", media_type=None)},
                problems=(NOT_FOUND,),
            ),
        ]

    async def sessions(self, call: Call[None, None]) -> web.Response:
        """The person's own."""
        found = await self._sessions.of(call.profile.person_id, call.caller.session_secret)
        return as_json(session_list_of(found))

    async def end_other_sessions(self, call: Call[None, None]) -> web.Response:
        """All but the one that asks."""
        await self._sessions.end_others(call.profile.person_id, call.caller.session_secret)
        return web.Response(status=204)

    async def end_session(self, call: Call[Any, None]) -> web.Response:
        """One of the person's own; where it is the one that asks, the browser forgets it too."""
        session_id = call.path("id")
        ended = await self._sessions.end(call.profile.person_id, session_id) if is_id(session_id) else frozenset()
        if not ended:
            raise Refused(NOT_FOUND, "You have no session with this id. Your sessions are under /api/v1/sessions.")
        response = web.Response(status=204)
        if credential_hash(call.caller.secret) in ended:
            self._cookies.close_session(response)
        return response
