"""The browsers in which a person is signed in."""

from contracts.keys import credential_hash
from contracts.messages.sessions import EndSessions, ListSessions, Session, SessionsEnded, SessionsListed
from gateway.handlers.asking import ask_auth
from gateway.handlers.identity import Identity
from gateway.ports import Asks


class Sessions:
    """Lists and ends sessions, which the auth service keeps. `current` is the secret of the one that asks, if any."""

    def __init__(self, asks: Asks, identity: Identity) -> None:
        self._asks = asks
        self._identity = identity

    async def of(self, person_id: str, current: str | None) -> list[Session]:
        """The person's sessions, newest first."""
        request = ListSessions(person_id=person_id, current_hash=_hash(current))
        return (await ask_auth(self._asks, request, SessionsListed)).sessions

    async def end(self, person_id: str, session_id: str) -> frozenset[str]:
        """End one of the person's sessions; the hash of its secret, or nothing where they have no such session."""
        return await self._ended(EndSessions(person_id=person_id, session_id=session_id, keep_hash=None))

    async def end_others(self, person_id: str, current: str | None) -> None:
        """End all of the person's sessions but the one that asks."""
        await self._ended(EndSessions(person_id=person_id, session_id=None, keep_hash=_hash(current)))

    async def _ended(self, request: EndSessions) -> frozenset[str]:
        ended = (await ask_auth(self._asks, request, SessionsEnded)).session_hashes
        for hashed in ended:
            await self._identity.ended(hashed)
        return frozenset(ended)


def _hash(secret: str | None) -> str | None:
    return credential_hash(secret) if secret else None
