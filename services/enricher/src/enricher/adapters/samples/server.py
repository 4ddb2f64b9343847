"""What all sources of samples share: asked no faster than they allow, read as documented or not at all."""

import re
from collections import deque
from collections.abc import Sequence
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlsplit

import aiohttp

from chassis.clock import Clock
from chassis.errors import Retryable
from chassis.retry import Sleep
from enricher.adapters.http import ONE_CALL, decoded, faults_of_the_world

LONGEST_WAIT_MS = 10_000
"""Whoever had to wait longer for a turn is sent away: the caller has other things to do meanwhile."""

_LONGEST_ADDRESS = 2_000
_ADDRESS = re.compile(r"https?://([a-z0-9.-]+)(?::[0-9]+)?(?:/\S*)?", re.IGNORECASE)

T = TypeVar("T")


class SlidingWindow:
    """Lets at most `calls` begin within any `window_ms`, counted over all tasks of this process."""

    def __init__(self, calls: int, window_ms: int, clock: Clock, sleep: Sleep) -> None:
        self._calls = calls
        self._window_ms = window_ms
        self._clock = clock
        self._sleep = sleep
        self._begun: deque[int] = deque(maxlen=calls)

    async def turn(self) -> None:
        """Wait until a call may begin. Raises Retryable at once where that is more than LONGEST_WAIT_MS away."""
        now = self._clock()
        begins = self._next(now)
        if begins - now > LONGEST_WAIT_MS:
            raise Retryable(f"own limit of {self._calls} calls in {self._window_ms} ms")
        self._begun.append(begins)
        if begins > now:
            await self._sleep((begins - now) / 1000)

    def _next(self, now: int) -> int:
        if self._begun and self._begun[-1] - now > LONGEST_WAIT_MS:  # nobody waits so long: the clock was set back
            self._begun.clear()
        return now if len(self._begun) < self._calls else max(now, self._begun[0] + self._window_ms)


class SampleServer:
    """The HTTP interface of one source at `base_url`; all that goes wrong there is Retryable."""

    def __init__(self, session: aiohttp.ClientSession, name: str, base_url: str, window: SlidingWindow) -> None:
        self._session = session
        self._name = name
        self._base_url = base_url
        self._own_host = urlsplit(base_url).hostname
        self._window = window

    async def get(self, path: str, params: Sequence[tuple[str, str]] = ()) -> bytes:
        """The body of `GET path`, parameters in this order, when it is our turn. Raises Retryable for all but a 200."""
        await self._window.turn()
        with faults_of_the_world(self._name):
            async with self._session.get(f"{self._base_url}{path}", params=params, **ONE_CALL) as answer:
                if answer.status != HTTPStatus.OK:
                    raise Retryable(f"{self._name} answered {answer.status}")
                return await answer.read()

    def read(self, body: bytes, shape: type[T]) -> T:
        """The JSON of `body`, whatever media type it was sent as. Raises Retryable where it has another shape."""
        return decoded(body, shape, self._name)

    def vetted(self, address: str, domain: str) -> str:
        """`address` itself, which browsers get to see: http(s), below `domain` or at the host that was asked.

        Raises Retryable for any other.
        """
        found = _ADDRESS.fullmatch(address) if len(address) <= _LONGEST_ADDRESS else None
        host = found[1].lower() if found else ""
        if not host or (host != self._own_host and not host.endswith(f".{domain}")):
            raise Retryable(f"{self._name}'s answer is not the documented one: an address outside {domain}")
        return address
