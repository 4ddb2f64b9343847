"""The Spotify double of a running stack, from outside: its switches, and what was asked of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from stack.processes import DOUBLE
from tests.harness.stack import Nachklang


class Spotify:
    """Speaks to `/_double`. The switches are those of `stack.double.switches`."""

    def __init__(self, nachklang: Nachklang) -> None:
        self._url = f"http://127.0.0.1:{nachklang.parts.ports.get(DOUBLE)}/_double"

    async def switch(self, **positions: Any) -> None:
        """Put switches into these positions; all others stay."""
        await self._ask("POST", "switches", positions)

    async def reset(self) -> None:
        """Everything ordinary again, counts at zero."""
        await self._ask("DELETE", "switches")

    async def calls(self) -> dict[str, int]:
        """How often what was called since the last reset: `api me`, `token refresh_token`, …"""
        return dict(await self._ask("GET", "calls"))

    async def renewals(self) -> dict[str, int]:
        """How often each person's refresh token was brought since the last reset, by the name they sign in with."""
        return dict(await self._ask("GET", "renewals"))

    @asynccontextmanager
    async def switched(self, **positions: Any) -> AsyncIterator[None]:
        """Switches in these positions, and afterwards all of them ordinary."""
        await self.switch(**positions)
        try:
            yield
        finally:
            await self.reset()

    async def _ask(self, method: str, what: str, body: Any = None) -> Any:
        async with aiohttp.request(method, f"{self._url}/{what}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()
