"""What the handlers need of the world. Stores raise Retryable while they do not answer."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from auth.domain.connections import Connection
from auth.domain.people import Account
from auth.domain.sessions import NewSession
from auth.domain.sign_ins import SignIn
from contracts.messages import Message
from contracts.messages.audit import Happening
from contracts.messages.people import Profile, Token
from contracts.messages.sessions import Session
from contracts.messages.sharing import SharedPerson
from contracts.topics import Topic


class SignIns(Protocol):
    """Sign-ins under way, by the sha256 of their state."""

    async def begin(self, state_hash: str, sign_in: SignIn) -> None:
        """Keep it, and forget those that are long over."""

    async def find(self, state_hash: str) -> SignIn | None:
        """The sign-in."""

    async def claim(self, state_hash: str, session_hash: str) -> bool:
        """Take it for this session; False if another one was faster."""

    async def complete(
        self,
        state_hash: str,
        account: Account,
        connection: Connection,
        session: NewSession,
        connects: str | None,
        now: int,
    ) -> str:
        """In one transaction: person (made, found, or `connects`), connection, session, the sign-in done.

        The person_id. Raises Refusal where `connects` is somebody else than whom the account opens.
        """


class People(Protocol):
    """Profiles."""

    async def profile(self, person_id: str, now: int) -> Profile | None:
        """The person's profile."""

    async def change(self, person_id: str, time_zone: str | None, locale: str | None, sharing: bool | None) -> None:
        """Set what is not None. Another value of `sharing` is noted as untold in the same transaction."""

    async def rename(self, person_id: str, name: str, picture: str | None) -> None:
        """Set what Spotify says about them."""


class SharedPeople(Protocol):
    """Who may look at whose history."""

    async def others(self, viewer_id: str) -> list[SharedPerson]:
        """Those who share, by name, without the viewer."""

    async def visible(self, viewer_id: str, person_id: str) -> SharedPerson | None:
        """The person, if the viewer may look at their history."""


class Erasure(Protocol):
    """Leaving."""

    async def erase(self, person_id: str, now: int) -> list[str] | None:
        """Delete the person and all that hangs on them, and have it told: both or neither.

        The hashes of their credentials; none where they were erased before. None if there never was such a person.
        """


class Outbox(Protocol):
    """Messages that were kept with a change and not told yet."""

    async def newest(self) -> int:
        """The highest number that waits; 0 where nothing does."""

    async def tell(self, send: Callable[[Topic, str, Message], Awaitable[None]], up_to: int) -> int:
        """Give some of the oldest to `send`, none numbered higher than `up_to`, in order and to nobody else meanwhile,
        then forget them; how many."""


class Audit(Protocol):
    """What happened, for whoever runs the instance. Stores note it with their changes; this is for all else."""

    async def audit_alone(
        self,
        happening: Happening,
        *,
        person_id: str | None = None,
        subject: str | None = None,
        detail: str | None = None,
    ) -> None:
        """Note what changed nothing in a store, such as a refused sign-in. Nothing in it may be a secret."""


class Announcer(Protocol):
    """Where the others listen."""

    async def tell(self, topic: Topic, key: str, message: Message) -> None:
        """Returns when it cannot be lost any more."""


class SessionOwners(Protocol):
    """Whose browsers are signed in, by the sha256 of their cookie."""

    async def owner(self, session_hash: str, now: int) -> str | None:
        """The person_id behind a living session; notes that it was used."""


class Sessions(SessionOwners, Protocol):
    """The same, listed and ended."""

    async def sign_out(self, session_hash: str) -> None:
        """Forget it."""

    async def living(self, person_id: str, current_hash: str | None, now: int) -> list[Session]:
        """The person's sessions, newest first."""

    async def end(self, person_id: str, public_id: str | None, keep_hash: str | None) -> list[str]:
        """End the person's session with this id, or without one all but that which is kept; their hashes."""


class Credentials(Protocol):
    """Personal access tokens, by their sha256."""

    async def token_owner(self, token_hash: str, now: int) -> str | None:
        """The person_id behind a token; notes that it was used."""

    async def create_token(self, person_id: str, name: str, token_hash: str, now: int) -> Token | None:
        """Keep a token, or find the one with this hash; None if it is another person's."""

    async def tokens(self, person_id: str) -> list[Token]:
        """Oldest first."""

    async def revoke_token(self, person_id: str, token_id: str) -> str | None:
        """Forget one of the person's tokens; its hash."""
