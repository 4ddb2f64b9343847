"""`check-credential`: whose is this session or token?"""

from auth.ports import Credentials, People, Sessions
from chassis.clock import Clock
from contracts.messages.people import CheckCredential, CredentialChecked


class CheckCredentialHandler:
    """Consumes CheckCredential, answers CredentialChecked. Twice: reads, and notes the use again."""

    def __init__(self, sessions: Sessions, credentials: Credentials, people: People, clock: Clock) -> None:
        self._sessions = sessions
        self._credentials = credentials
        self._people = people
        self._clock = clock

    async def __call__(self, request: CheckCredential) -> CredentialChecked:
        """The profile behind it, or none."""
        now = self._clock()
        owner = self._sessions.owner if request.kind == "session" else self._credentials.token_owner
        person_id = await owner(request.credential_hash, now)
        return CredentialChecked(profile=await self._people.profile(person_id, now) if person_id else None)
