"""`list-sessions`, `end-sessions`: where somebody is signed in."""

from auth.ports import Sessions
from chassis.clock import Clock
from contracts.messages.sessions import EndSessions, ListSessions, SessionsEnded, SessionsListed


class SessionsHandler:
    """Two requests about one thing."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def list(self, request: ListSessions) -> SessionsListed:
        """Consumes ListSessions, answers SessionsListed. Twice: only reads."""
        living = await self._sessions.living(request.person_id, request.current_hash, self._clock())
        return SessionsListed(sessions=living)

    async def end(self, request: EndSessions) -> SessionsEnded:
        """Consumes EndSessions, answers SessionsEnded. Twice: there is nothing left to end."""
        ended = await self._sessions.end(request.person_id, request.session_id, request.keep_hash)
        return SessionsEnded(session_hashes=ended)
