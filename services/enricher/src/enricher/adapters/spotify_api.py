"""Calls of Spotify's Web API with the application's own credentials, within what Spotify allows."""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus
from typing import Protocol, TypeVar

import aiohttp
import msgspec

from chassis.clock import Clock
from chassis.errors import Retryable
from chassis.retry import Sleep, retry
from enricher.domain.answers import AppToken
from enricher.ports import CatalogueBlocked
from enricher.settings import SpotifySettings

_SHORT_WAIT_S = 60
_DEFAULT_WAIT_S = 30
_ATTEMPTS = 4
_TIMEOUT = aiohttp.ClientTimeout(total=10)
_RENEW_BEFORE_MS = 60_000

T = TypeVar("T")


class Blocks(Protocol):
    """Remembers lock-outs by family of calls."""

    async def until(self, family: str) -> int:
        """End of the lock-out, unix ms UTC, or 0."""

    async def block(self, family: str, until_ms: int) -> None:
        """Lock out until then."""


class SpotifyApi:
    """`get` answers Spotify's JSON, or None for what does not exist. One call at a time: a limit is met once."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        settings: SpotifySettings,
        blocks: Blocks,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._session = session
        self._settings = settings
        self._blocks = blocks
        self._clock = clock
        self._sleep = sleep
        self._one_at_a_time = asyncio.Lock()
        self._token = ""
        self._token_ends = 0

    async def get(self, family: str, path: str, params: Mapping[str, str], shape: type[T]) -> T | None:
        """The answer to `GET path` as `shape`, None for an id that is unknown or malformed.

        Raises CatalogueBlocked in a lock-out, Retryable where Spotify does not answer, or not as documented.
        """
        until = await self._blocks.until(family)
        if until > self._clock():
            raise CatalogueBlocked(until)
        async with self._one_at_a_time:
            return await retry(
                lambda: self._call(family, path, params, shape), attempts=_ATTEMPTS, sleep=self._sleep, first=0.5
            )

    async def _call(self, family: str, path: str, params: Mapping[str, str], shape: type[T]) -> T | None:
        address = f"{self._settings.api_url}/v1{path}"
        try:
            headers = {"Authorization": f"Bearer {await self._access_token()}"}
            async with self._session.get(address, params=params, headers=headers, timeout=_TIMEOUT) as answer:
                body = await self._read(family, answer)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Retryable(f"Spotify: {error!r}") from error
        return None if body is None else _decoded(body, shape)

    async def _read(self, family: str, answer: aiohttp.ClientResponse) -> bytes | None:
        if answer.status == HTTPStatus.NOT_FOUND or await _names_no_id(answer):
            return None
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            await self._slow_down(
                family, answer.headers.get("Retry-After", ""), (await answer.read()).decode(errors="replace")
            )
        if answer.status == HTTPStatus.UNAUTHORIZED:  # the token ended early
            self._token_ends = 0
        if answer.status != HTTPStatus.OK:
            raise Retryable(f"Spotify answered {answer.status} to a call of the family {family}")
        return await answer.read()

    async def _slow_down(self, family: str, retry_after: str, body: str) -> None:
        """Wait for a short limit; a long one is remembered, to the second, and nothing is called before its end."""
        seconds = int(retry_after) if retry_after.isdigit() else _DEFAULT_WAIT_S
        if seconds > _SHORT_WAIT_S or "QUOTA_EXCEEDED" in body:
            until = self._clock() + seconds * 1000
            await self._blocks.block(family, until)
            raise CatalogueBlocked(until)
        await self._sleep(seconds)

    async def _access_token(self) -> str:
        if self._clock() >= self._token_ends - _RENEW_BEFORE_MS:
            login = aiohttp.encode_basic_auth(self._settings.client_id, self._settings.client_secret.reveal())
            form = {"grant_type": "client_credentials"}
            address = f"{self._settings.accounts_url}/api/token"
            headers = {"Authorization": login}
            async with self._session.post(address, data=form, headers=headers, timeout=_TIMEOUT) as answer:
                if answer.status != HTTPStatus.OK:
                    raise Retryable(f"Spotify answered {answer.status} to the application's credentials")
                token = _decoded(await answer.read(), AppToken)
            self._token = token.access_token
            self._token_ends = self._clock() + token.expires_in * 1000
        return self._token


async def _names_no_id(answer: aiohttp.ClientResponse) -> bool:
    """Whether Spotify says that the id in the address can be none: another 400 is our own mistake, not "missing"."""
    return answer.status == HTTPStatus.BAD_REQUEST and b" id" in (await answer.read()).lower()


def _decoded(body: bytes, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Retryable(f"Spotify's answer is not the documented one: {error}") from error
