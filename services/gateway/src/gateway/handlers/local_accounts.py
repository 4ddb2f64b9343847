"""Accounts of this instance: joining by an invitation, signing in with a password, changing it, setting it anew."""

from typing import NamedTuple

from chassis.rpc import RequestRefused
from contracts.keys import credential_hash
from contracts.messages.accounts import (
    ChangePassword,
    InvitationSeen,
    JoinByInvitation,
    LookAtInvitation,
    PasswordChanged,
    SignInWithPassword,
)
from contracts.messages.people import SignedIn
from gateway.domain.problems import SIGN_IN_REFUSED, Refused
from gateway.handlers.asking import ask_auth
from gateway.handlers.identity import Identity
from gateway.handlers.opening import Browser, Opened, Opening, new_secret
from gateway.handlers.sealer import Sealer
from gateway.ports import Asks


class Newcomer(NamedTuple):
    """Who joins: what they will sign in with, and how they are called."""

    login: str
    name: str
    password: str
    time_zone: str | None
    locale: str | None


class LocalAccounts:
    """The gateway's half of local accounts; passwords leave it sealed."""

    def __init__(self, asks: Asks, sealer: Sealer, identity: Identity, opening: Opening) -> None:
        self._asks = asks
        self._sealer = sealer
        self._identity = identity
        self._opening = opening

    async def sign_in(self, login: str, password: str, browser: Browser) -> Opened:
        """Open a session. Raises Refused, RequestRefused (too many attempts), NoReply, Retryable."""
        secret = new_secret()
        try:
            signed_in = await self._sealer.ask(
                lambda seal: SignInWithPassword(
                    login=login,
                    password=seal(password),
                    session_hash=credential_hash(secret),
                    old_session_hash=browser.session_hash,
                    device=browser.device,
                    client_hash=browser.client_hash,
                ),
                SignedIn,
            )
        except RequestRefused as refusal:
            if refusal.failure.code != "password_refused":
                raise
            raise Refused(SIGN_IN_REFUSED, refusal.failure.detail) from refusal
        return await self._opening.opened(secret, signed_in, browser)

    async def look_at(self, code: str) -> InvitationSeen:
        """Can the invitation with this secret be taken? Raises RequestRefused where not."""
        return await ask_auth(self._asks, LookAtInvitation(code_hash=credential_hash(code)), InvitationSeen)

    async def join(self, code: str, newcomer: Newcomer, browser: Browser) -> Opened:
        """Make an account, or set the password of one anew, and open a session. Raises RequestRefused."""
        secret = new_secret()
        signed_in = await self._sealer.ask(
            lambda seal: JoinByInvitation(
                code_hash=credential_hash(code),
                login=newcomer.login,
                name=newcomer.name,
                password=seal(newcomer.password),
                time_zone=newcomer.time_zone,
                locale=newcomer.locale,
                session_hash=credential_hash(secret),
                old_session_hash=browser.session_hash,
                device=browser.device,
            ),
            SignedIn,
        )
        return await self._opening.opened(secret, signed_in, browser)

    async def change_password(self, person_id: str, old: str, new: str, keep: str | None) -> None:
        """Another password; all sessions but the one with the secret `keep` end. Raises RequestRefused."""
        changed = await self._sealer.ask(
            lambda seal: ChangePassword(
                person_id=person_id,
                old=seal(old),
                new=seal(new),
                keep_hash=credential_hash(keep) if keep else None,
            ),
            PasswordChanged,
        )
        for hashed in changed.session_hashes:
            await self._identity.ended(hashed)
