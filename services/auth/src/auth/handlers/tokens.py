"""`create-token`, `list-tokens`, `revoke-token`: personal access tokens, known by their hash."""

from auth.domain import refusals
from auth.ports import Credentials, People
from chassis.clock import Clock
from contracts.messages.people import CreateToken, ListTokens, RevokeToken, TokenCreated, TokenRevoked, TokensListed

LONGEST_NAME = 100


class TokensHandler:
    """Three requests about one thing."""

    def __init__(self, credentials: Credentials, people: People, clock: Clock) -> None:
        self._credentials = credentials
        self._people = people
        self._clock = clock

    async def create(self, request: CreateToken) -> TokenCreated:
        """Consumes CreateToken, answers TokenCreated. Twice: answers what is there. Raises Refusal."""
        name, now = request.name.strip(), self._clock()
        if not 0 < len(name) <= LONGEST_NAME:
            raise refusals.invalid_token_name()
        if await self._people.profile(request.person_id, now) is None:
            raise refusals.unknown_person()
        token = await self._credentials.create_token(request.person_id, name, request.token_hash, now)
        if token is None:
            raise refusals.token_exists()
        return TokenCreated(token=token)

    async def list(self, request: ListTokens) -> TokensListed:
        """Consumes ListTokens, answers TokensListed. Twice: only reads."""
        return TokensListed(tokens=await self._credentials.tokens(request.person_id))

    async def revoke(self, request: RevokeToken) -> TokenRevoked:
        """Consumes RevokeToken, answers TokenRevoked. Twice: then there is no such token, and None says so."""
        return TokenRevoked(token_hash=await self._credentials.revoke_token(request.person_id, request.token_id))
