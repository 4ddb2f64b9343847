"""Completing a sign-in while the store falters: the code is exchanged once, whatever the commit does."""

from auth.domain.connections import Connection, Tokens
from auth.domain.people import Account
from auth.domain.sessions import NewSession
from auth.domain.sign_ins import SignIn
from auth.handlers.complete_sign_in import CompleteSignInHandler
from chassis.errors import Retryable
from contracts.keys import credential_hash
from contracts.messages.people import CompleteSignIn, Profile
from tests.unit.auth.fakes import FakeAudit, FakeSpotify, NoSessions

NONCE, SESSION = credential_hash("nonce"), credential_hash("session")
PROFILE = Profile(
    person_id="p", name="Anna", picture=None, time_zone="UTC", locale="en", sharing=False, connected=True,
    connected_until=None,
)  # fmt: skip


class ExchangingSpotify(FakeSpotify):
    """Takes one code, once."""

    exchanged = 0

    async def exchange(self, code: str, verifier: str) -> Tokens:
        """The first tokens."""
        self.exchanged += 1
        return Tokens(self.newest, "refresh 0", 3_600_000)


class FalteringSignIns:
    """One sign-in under way, in a store that fails at the first commit."""

    def __init__(self) -> None:
        self.sign_in = SignIn(NONCE, "verifier", "/", created_at=0)
        self.faults = 1

    async def begin(self, state_hash: str, sign_in: SignIn) -> None:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")

    async def find(self, state_hash: str) -> SignIn | None:
        """The one."""
        return self.sign_in

    async def claim(self, state_hash: str, session_hash: str) -> bool:
        """Nobody else is here."""
        return True

    async def complete(
        self,
        state_hash: str,
        account: Account,
        connection: Connection,
        session: NewSession,
        connects: str | None,
        now: int,
    ) -> str:
        """A deadlock, then success."""
        if self.faults:
            self.faults -= 1
            raise Retryable("MariaDB: deadlock")
        return PROFILE.person_id


class OnePerson:
    """Anna alone."""

    async def profile(self, person_id: str, now: int) -> Profile | None:
        """Her profile."""
        return PROFILE

    async def change(self, person_id: str, time_zone: str | None, locale: str | None, sharing: bool | None) -> None:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")

    async def rename(self, person_id: str, name: str, picture: str | None) -> None:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")


async def test_a_commit_that_fails_is_tried_again_without_a_second_exchange() -> None:
    spotify, sign_ins = ExchangingSpotify(), FalteringSignIns()
    handler = CompleteSignInHandler(spotify, sign_ins, NoSessions(), OnePerson(), FakeAudit(), lambda: 0)
    request = CompleteSignIn(nonce_hash=NONCE, state="s", code="c", error=None, session_hash=SESSION)
    assert (await handler(request)).profile == PROFILE
    assert (spotify.exchanged, sign_ins.faults) == (1, 0)
