"""The application's own access token (client credentials, spotify.md 1.4)."""

import asyncio
from dataclasses import dataclass

import aiohttp

from chassis.clock import Clock
from chassis.settings import Secret
from enricher.adapters.http import ONE_CALL, decoded, faults_of_the_world
from enricher.domain.answers import AppToken
from enricher.domain.refusals import Refusal, refusal_of_token

_RENEW_BEFORE_MS = 60_000


class TokenRefused(Exception):
    """The accounts server answered with this instead of a token."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason or refusal.what)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Application:
    """An application that is registered at Spotify."""

    client_id: str
    client_secret: Secret
    accounts_url: str


class AppTokens:
    """Hands out the token and asks for a new one before it ends; never for two at a time."""

    def __init__(self, session: aiohttp.ClientSession, application: Application, clock: Clock) -> None:
        self._session = session
        self._application = application
        self._clock = clock
        self._asking = asyncio.Lock()
        self._token = ""
        self._ends = 0

    async def get(self) -> str:
        """The token. Raises TokenRefused, Retryable where nobody answers."""
        async with self._asking:
            if self._clock() >= self._ends - _RENEW_BEFORE_MS:
                token = await self._ask()
                self._token, self._ends = token.access_token, self._clock() + token.expires_in * 1000
            return self._token

    def forget(self, token: str) -> None:
        """This one ended early; another that was fetched meanwhile stays."""
        if token == self._token:
            self._ends = 0

    async def _ask(self) -> AppToken:
        app = self._application
        headers = {"Authorization": aiohttp.encode_basic_auth(app.client_id, app.client_secret.reveal())}
        form = {"grant_type": "client_credentials"}
        with faults_of_the_world("Spotify"):
            async with self._session.post(
                f"{app.accounts_url}/api/token", data=form, headers=headers, **ONE_CALL
            ) as answer:
                body = await answer.read()
        refusal = refusal_of_token(answer.status, answer.headers.get("Retry-After", ""), body)
        if refusal:
            raise TokenRefused(refusal)
        return decoded(body, AppToken, "Spotify")
