"""`sign-out`: the session is gone."""

from auth.ports import Sessions
from contracts.messages.people import SignedOut, SignOut


class SignOutHandler:
    """Consumes SignOut, answers SignedOut. Twice: there is nothing left to end, and the answer is the same."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    async def __call__(self, request: SignOut) -> SignedOut:
        """End the session, if there is one."""
        await self._sessions.sign_out(request.session_hash)
        return SignedOut()
