"""`sign-out`: the session is gone."""

from auth.ports import Credentials
from contracts.messages.people import SignedOut, SignOut


class SignOutHandler:
    """Consumes SignOut, answers SignedOut. Twice: there is nothing left to end, and the answer is the same."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    async def __call__(self, request: SignOut) -> SignedOut:
        """End the session, if there is one."""
        await self._credentials.end_session(request.session_hash)
        return SignedOut()
