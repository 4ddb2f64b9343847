"""Credentials that have ended: no check that is still remembered may outlive that, even while the cache is gone."""

import asyncio
from collections import OrderedDict

from chassis.clock import Clock
from gateway.ports import Cache

REMEMBERED_S = 60
"""So long the cache remembers whose a credential is."""
_GONE_S = 2 * REMEMBERED_S
"""Longer than anything is remembered: a check that began before the end can't bring the credential back."""
_AGAIN_S = 1.0

_GONE = b"gone"


class EndedCredentials:
    """Says in the cache that a credential has ended, until the cache has heard it; this process knows it at once."""

    def __init__(self, cache: Cache, clock: Clock) -> None:
        self._cache = cache
        self._clock = clock
        self._until: OrderedDict[str, int] = OrderedDict()
        self._saying: set[asyncio.Task[None]] = set()

    def has(self, hashed: str) -> bool:
        """Whether this hash of a credential ended here, so long ago at most as anything of it can be remembered."""
        return self._until.get(hashed, 0) > self._clock()

    async def add(self, hashed: str) -> None:
        """It has ended."""
        now = self._clock()
        self._until[hashed] = now + _GONE_S * 1000
        while self._until and next(iter(self._until.values())) <= now:
            self._until.popitem(last=False)
        if not await self._said(hashed):
            task = asyncio.create_task(self._say(hashed))
            self._saying.add(task)
            task.add_done_callback(self._saying.discard)

    async def _say(self, hashed: str) -> None:
        """Again and again, for as long as the cache may remember the credential when it comes back."""
        while self.has(hashed):
            await asyncio.sleep(_AGAIN_S)
            if await self._said(hashed):
                return

    async def _said(self, hashed: str) -> bool:
        return await self._cache.put(credential_key(hashed), _GONE, _GONE_S)


def credential_key(hashed: str) -> str:
    """Where the cache keeps whose a credential is."""
    return f"nachklang:credential:{hashed}"


def is_ended(said: bytes) -> bool:
    """Whether what the cache keeps there says that the credential has ended."""
    return said == _GONE
