"""People with local accounts, as the tests of this folder make them."""

import base64
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from nacl.public import PublicKey, SealedBox

from auth.adapters.invitations import MariaDbInvitations
from auth.adapters.outbox import MariaDbOutbox
from auth.handlers.invite_operator import InviteOperator
from contracts.keys import credential_hash
from contracts.messages.accounts import (
    AskSealingKey,
    ChangePassword,
    Invite,
    JoinByInvitation,
    SignInWithPassword,
)
from contracts.messages.people import BeginSignIn, CheckCredential, CompleteSignIn, Profile, SignedIn
from tests.integration.auth.conftest import NONCE, PUBLIC_URL, House

PASSWORD = "three good words"


@dataclass
class Requests:
    """What the gateway asks for people with local accounts. `key` is what it seals passwords with."""

    key: str

    def seal(self, password: str) -> str:
        """As the gateway does it."""
        box = SealedBox(PublicKey(base64.b64decode(self.key)))
        return base64.b64encode(box.encrypt(password.encode())).decode()

    def joining(
        self, code: str, login: str, password: str = PASSWORD, session: str | None = None, old: str | None = None
    ) -> JoinByInvitation:
        """The request of who takes an invitation."""
        return JoinByInvitation(
            code_hash=credential_hash(code),
            login=login,
            name=login.title(),
            password=self.seal(password),
            time_zone="Europe/Berlin",
            locale="de",
            session_hash=credential_hash(session or login),
            device="Firefox on Linux",
            old_session_hash=credential_hash(old) if old else None,
        )

    def signing_in(
        self, login: str, password: str, session: str, old: str | None = None, client: str | None = None
    ) -> SignInWithPassword:
        """The request of who has an account."""
        return SignInWithPassword(
            login=login,
            password=self.seal(password),
            session_hash=credential_hash(session),
            old_session_hash=credential_hash(old) if old else None,
            device="Safari on iOS",
            client_hash=credential_hash(client) if client else None,
        )

    def changing(self, person: Profile, old: str, new: str, keep: str) -> ChangePassword:
        """The request of who wants another password."""
        return ChangePassword(
            person_id=person.person_id, old=self.seal(old), new=self.seal(new), keep_hash=credential_hash(keep)
        )


@dataclass
class Household(Requests):
    """The people of a house, by what they ask."""

    house: House
    made: int = field(default=0)

    async def first_code(self) -> str:
        """The secret of the first operator's link."""
        outbox = MariaDbOutbox(self.house.database, self.house.time)
        invitations = MariaDbInvitations(self.house.database, outbox)
        link = await InviteOperator(invitations, PUBLIC_URL, self.house.time)()
        address, _, code = link.url.partition("#")
        assert address == f"{PUBLIC_URL}/join/"
        return code

    async def operator(self, login: str = "olga") -> Profile:
        """The first operator, whose session is named like their login."""
        return await self.joined(await self.first_code(), login)

    async def member(self, operator: Profile, login: str) -> Profile:
        """Somebody whom the operator has invited."""
        return await self.joined(await self.code(operator), login)

    async def joined(self, code: str, login: str) -> Profile:
        """Who took the invitation."""
        signed_in: SignedIn = await self.house.ask(self.joining(code, login))
        return signed_in.profile

    async def code(self, operator: Profile, *, admin: bool = False) -> str:
        """The secret of an invitation by this operator."""
        self.made += 1
        code = f"secret {self.made}"
        await self.house.ask(Invite(person_id=operator.person_id, code_hash=credential_hash(code), admin=admin))
        return code

    async def owner(self, session: str) -> str | None:
        """Whose session this is."""
        checked = await self.house.ask(CheckCredential(kind="session", credential_hash=credential_hash(session)))
        return checked.profile.person_id if checked.profile else None

    async def connecting(self, person: Profile, spotify: str, session: str, old: str | None) -> CompleteSignIn:
        """The request at the end of the way to Spotify and back of somebody who is signed in."""
        begun = await self.house.ask(BeginSignIn(nonce_hash=NONCE, next="/settings/", connect=person.person_id))
        async with self.house.http.get(f"{begun.authorize_url}&as={spotify}", allow_redirects=False) as answer:
            query = parse_qs(urlsplit(answer.headers["Location"]).query)
        return CompleteSignIn(
            nonce_hash=NONCE,
            state=query["state"][0],
            code=query["code"][0],
            error=None,
            session_hash=credential_hash(session),
            old_session_hash=credential_hash(old) if old else None,
            device="Firefox on Linux",
        )

    async def connect(self, person: Profile, spotify: str, session: str, old: str) -> SignedIn:
        """Spotify connected to the account of somebody who is signed in."""
        signed_in: SignedIn = await self.house.ask(await self.connecting(person, spotify, session, old))
        return signed_in

    async def audit(self, person_id: str | None) -> list[str]:
        """What was told of somebody."""
        await self.house.handlers.tell_changes()
        return self.house.listener.happenings(person_id)


async def household(house: House) -> Household:
    """With the key that the auth service tells, twice the same."""
    told = [await house.ask(AskSealingKey()) for _ in range(2)]
    assert told[0] == told[1]
    return Household(told[0].public_key, house)
