"""Calls of Spotify's Web API and of its oEmbed, and what is done when they are refused."""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping
from typing import Protocol, TypeVar

import aiohttp
import prometheus_client

from chassis.clock import Clock
from chassis.errors import Retryable
from chassis.retry import Sleep
from enricher.adapters.http import ONE_CALL, decoded, faults_of_the_world
from enricher.adapters.spotify.gate import EVERYTHING, CallGate
from enricher.adapters.spotify.token import TokenRefused
from enricher.domain.refusals import SHORT_S, Refusal, What, refusal_of
from enricher.ports import CatalogueBlocked

_CALLS = prometheus_client.Counter(
    "enricher_calls", "Calls to Spotify, by family and by what came of them", ["family", "outcome"]
)

_AGAIN: dict[What, int] = {"fault": 4, "slow down": 3, "renew the token": 1}
"""So often a call is made again for this reason."""
_UNSAID_S = 30
"""How long to wait where a 429 does not say; twice as long each time."""
_QUOTA_UNSAID_S = 86_400

T = TypeVar("T")


class Tokens(Protocol):
    """Where the token of the application comes from."""

    async def get(self) -> str:
        """The token."""

    def forget(self, token: str) -> None:
        """It is none any more."""


class CallForbidden(Exception):
    """Spotify does not let this application make this call."""


class SpotifyApi:
    """`get` answers Spotify's JSON, or None for what does not exist."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        address: str,
        tokens: Tokens | None,
        gate: CallGate,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """`tokens` is None for the open site, which wants none."""
        self._session = session
        self._address = address
        self._tokens = tokens
        self._gate = gate
        self._clock = clock
        self._sleep = sleep
        self._unsaid = 0

    async def get(
        self, family: str, path: str, params: Mapping[str, str], shape: type[T], *, tentative: bool = False
    ) -> T | None:
        """The answer to `GET path` as `shape`, None for an id that is unknown.

        Raises CatalogueBlocked in a lock-out, Retryable where Spotify does not answer after several tries, or not as
        documented. A call that it forbids locks its family out, or raises CallForbidden where it was `tentative`.
        """
        seen: Counter[What] = Counter()
        while True:
            refusal, body = await self._try(family, path, params)
            _CALLS.labels(family, refusal.what if refusal else "answered").inc()
            if refusal is None or refusal.what == "missing":
                self._answered(family)
                return decoded(body, shape, "Spotify") if refusal is None else None
            if refusal.what == "forbidden" and tentative and not refusal.everything:
                raise CallForbidden(path)
            seen[refusal.what] += 1
            await self._obey(family, refusal, seen[refusal.what])

    def _answered(self, family: str) -> None:
        self._unsaid = 0
        self._gate.outage(family).ends()

    async def _try(self, family: str, path: str, params: Mapping[str, str]) -> tuple[Refusal | None, bytes]:
        """One call: its body, or how it was refused. Without a token there is nothing to spend a call on."""
        await self._gate.refuse_if_closed(family)
        try:
            token = await self._tokens.get() if self._tokens else ""
        except TokenRefused as refused:
            return refused.refusal, b""
        except Retryable as fault:
            return Refusal("fault", reason=str(fault)), b""
        async with self._gate.passing(family):
            try:
                with faults_of_the_world("Spotify"):
                    status, retry_after, body = await self._send(path, params, token)
            except Retryable as fault:
                return Refusal("fault", reason=str(fault)), b""
        refusal = refusal_of(status, retry_after, body)
        if self._tokens and refusal and refusal.what == "renew the token":
            self._tokens.forget(token)
        return refusal, body

    async def _send(self, path: str, params: Mapping[str, str], token: str) -> tuple[int, str, bytes]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        address = f"{self._address}{path}"
        async with self._session.get(address, params=params, headers=headers, **ONE_CALL) as answer:
            return answer.status, answer.headers.get("Retry-After", ""), await answer.read()

    async def _obey(self, family: str, refusal: Refusal, time: int) -> None:
        """Wait, for the `time`th time, or see to it that everybody does.

        Raises CatalogueBlocked where that is long, Retryable where it was tried often enough.
        """
        if refusal.what in {"lock-out", "forbidden"}:
            raise await self._lock_out(family, refusal, refusal.seconds or _QUOTA_UNSAID_S)
        if refusal.what == "slow down":
            seconds = refusal.seconds if refusal.seconds is not None else self._unsaid_s(family)
            if seconds > SHORT_S:
                raise await self._lock_out(family, refusal, seconds)
            self._gate.hold(family, seconds)
        outage = self._gate.outage(family)
        if time > (0 if refusal.what == "fault" and outage.is_on else _AGAIN[refusal.what]):
            if refusal.what == "fault":
                outage.goes_on(self._clock())
            raise Retryable(f"no answer to a call of the family {family}: {refusal.what} {refusal.reason}")
        if refusal.what == "fault":
            jitter = random.uniform(0.5, 1.5)  # noqa: S311  # not cryptography
            await self._sleep(max(2 ** (time - 1) * jitter, min(refusal.seconds or 0, SHORT_S)))

    async def _lock_out(self, family: str, refusal: Refusal, seconds: int) -> CatalogueBlocked:
        scope = EVERYTHING if refusal.everything and self._tokens else family
        return await self._gate.lock_out(scope, seconds, refusal.reason or "too many requests")

    def _unsaid_s(self, family: str) -> int:
        """Twice as long each time that it happens; those who were on their way already tell nothing new."""
        if not self._gate.is_held(family):
            self._unsaid += 1
        return int(min(_UNSAID_S * 2 ** max(0, self._unsaid - 1), _QUOTA_UNSAID_S))
