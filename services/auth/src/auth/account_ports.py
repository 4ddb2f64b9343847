"""What the handlers of local accounts need of the world. Stores raise Retryable while they do not answer."""

from typing import Protocol

from auth.domain.local_accounts import KeptPassword, NewAccount, PasswordSet
from auth.domain.sessions import NewSession
from contracts.messages.accounts import Invitation, InvitationSeen


class Sealing(Protocol):
    """Passwords on their way from the gateway."""

    public_key: str
    """What the gateway seals with, base64."""

    def open(self, sealed: str) -> str:
        """The password. Raises Refusal for what was sealed with a key that is gone."""


class Hasher(Protocol):
    """The slow work on passwords."""

    def check_room(self) -> None:
        """Raise Refusal while too many wait for it."""

    async def encode(self, password: str) -> str:
        """As it is kept."""

    async def fits(self, encoded: str | None, password: str) -> bool:
        """Whether this is the password; without one the same work for nothing."""

    def is_outdated(self, encoded: str) -> bool:
        """Whether it should be encoded anew."""


class AttemptLog(Protocol):
    """Wrong passwords, by subjects that `domain.attempts` names."""

    async def begin(self, login: str, client: str | None, now: int) -> int:
        """Milliseconds to wait; 0, and the attempt counts as failed at the login until `succeeded`."""

    async def failed(self, client: str, now: int) -> None:
        """Count it against the caller."""

    async def succeeded(self, login: str) -> None:
        """Forget the attempts at the login."""


class Invitations(Protocol):
    """Invitations by the sha256 of their secret."""

    async def keep(self, code_hash: str, invited_by: str | None, admin: bool, now: int) -> Invitation | None:
        """Keep one, or find the one with this hash; None if it is another operator's."""

    async def open(self, now: int) -> list[Invitation]:
        """All that can be taken, oldest first."""

    async def revoke(self, by: str, invitation_id: str, now: int) -> bool:
        """Let nobody take it; whether it could be taken."""

    async def look(self, code_hash: str, now: int) -> InvitationSeen | None:
        """What may be said of one that can be taken."""

    async def taken(self, code_hash: str, session_hash: str) -> str | None:
        """The person_id of who took it for this session."""


class Resets(Protocol):
    """Links that set a forgotten password anew, by the sha256 of their secret; among the invitations."""

    async def keep(self, code_hash: str, login: str, now: int) -> bool:
        """Keep one, and forget those that were made before for the same person; False if nobody has this login."""

    async def use(self, code_hash: str, login: str, encoded: str, session: NewSession, now: int) -> PasswordSet:
        """In one transaction: password, attempts forgotten, all sessions ended but the new one, the link used up.

        Raises Refusal. For the session that it opened before: nothing.
        """


class Accounts(Protocol):
    """People with a login and a password."""

    async def join(self, code_hash: str, account: NewAccount, session: NewSession, now: int) -> str:
        """In one transaction: person, password, session, the invitation used up. The person_id. Raises Refusal."""

    async def password(self, login: str) -> KeptPassword | None:
        """The password of whoever has this login."""

    async def password_of(self, person_id: str) -> KeptPassword | None:
        """The person's password."""

    async def encode_anew(self, kept: KeptPassword, encoded: str) -> None:
        """The same password in another encoding."""

    async def sign_in(self, kept: KeptPassword, session: NewSession, now: int) -> bool:
        """Open a session; False if the person is gone, or the password was changed since it was read."""

    async def change_password(
        self, kept: KeptPassword, encoded: str, request_hash: str, keep_hash: str | None, now: int
    ) -> list[str] | None:
        """Replace `kept` and end all sessions but one, whose hashes are given; None if it was replaced meanwhile."""
