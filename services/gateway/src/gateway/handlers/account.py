"""What a person changes about themselves: their profile and their personal access tokens."""

from chassis.rpc import RequestRefused
from contracts.keys import credential_hash
from contracts.messages.people import (
    ChangeProfile,
    CreateToken,
    ListTokens,
    Profile,
    ProfileChanged,
    RevokeToken,
    Token,
    TokenCreated,
    TokenRevoked,
    TokensListed,
)
from gateway.domain.me_view import NewToken
from gateway.domain.problems import INVALID_REQUEST, Refused
from gateway.handlers.asking import ask_auth
from gateway.handlers.identity import Identity
from gateway.handlers.opening import new_secret
from gateway.ports import Asks

TOKEN_PREFIX = "nk_"  # noqa: S105  # the visible beginning, no secret


class Account:
    """Profile and tokens, kept by the auth service."""

    def __init__(self, asks: Asks, identity: Identity) -> None:
        self._asks = asks
        self._identity = identity

    async def change(self, person_id: str, time_zone: str | None, locale: str | None, sharing: bool | None) -> Profile:
        """Change what is not None; the profile as it stands then. Raises Refused for an unknown zone or locale."""
        request = ChangeProfile(person_id=person_id, time_zone=time_zone, locale=locale, sharing=sharing)
        try:
            profile = (await ask_auth(self._asks, request, ProfileChanged)).profile
        except RequestRefused as refusal:
            if refusal.failure.code in {"invalid_time_zone", "invalid_locale"}:
                raise Refused(INVALID_REQUEST, refusal.failure.detail) from refusal
            raise
        await self._identity.changed(profile)
        return profile

    async def tokens(self, person_id: str) -> list[Token]:
        """The person's tokens, oldest first."""
        return (await ask_auth(self._asks, ListTokens(person_id=person_id), TokensListed)).tokens

    async def create_token(self, person_id: str, name: str) -> NewToken:
        """A new token; its secret is in the answer and nowhere else."""
        secret = TOKEN_PREFIX + new_secret()
        request = CreateToken(person_id=person_id, name=name, token_hash=credential_hash(secret))
        token = (await ask_auth(self._asks, request, TokenCreated)).token
        return NewToken(id=token.id, name=token.name, token=secret)

    async def revoke_token(self, person_id: str, token_id: str) -> bool:
        """Revoke one of the person's tokens; False where they have no such token."""
        revoked = await ask_auth(self._asks, RevokeToken(person_id=person_id, token_id=token_id), TokenRevoked)
        if revoked.token_hash is None:
            return False
        await self._identity.ended(revoked.token_hash)
        return True
