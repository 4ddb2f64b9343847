"""The cache in Redis. A Redis that is gone costs one short wait, then nothing until it is tried again."""

import logging
import re
from collections.abc import Collection, Mapping

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from chassis.clock import Clock

_TIMEOUT_S = 0.25
_LEFT_ALONE_MS = 5000
_KEYS_A_STEP = 1000
_FAULTS = (RedisError, OSError, TimeoutError)

_LOG = logging.getLogger(__name__)


class RedisCache:
    """Implements ports.Cache. After a fault it is left alone for five seconds and nothing is found."""

    def __init__(self, url: str, clock: Clock) -> None:
        self._clock = clock
        self._closed_until = 0
        self._redis = Redis.from_url(
            url, socket_timeout=_TIMEOUT_S, socket_connect_timeout=_TIMEOUT_S, retry=Retry(NoBackoff(), 0)
        )

    async def get(self, keys: Collection[str]) -> Mapping[str, bytes]:
        """What is kept under `keys`."""
        if self._resting():
            return {}
        names = list(keys)
        try:
            values = await self._redis.mget(names)
        except _FAULTS as error:
            self._rest(error)
            return {}
        return {name: value for name, value in zip(names, values, strict=True) if isinstance(value, bytes)}

    async def put(self, key: str, value: bytes, ttl_s: int, *, unless_there: bool = False) -> bool:
        """Keep `value` for `ttl_s` seconds; with `unless_there` only where nothing is kept. False without Redis."""
        if self._resting():
            return False
        try:
            await self._redis.set(key, value, ex=ttl_s, nx=unless_there)
        except _FAULTS as error:
            self._rest(error)
            return False
        return True

    async def remove(self, *keys: str) -> bool:
        """Forget what is kept under `keys`. False without Redis."""
        if self._resting():
            return False
        try:
            await self._redis.unlink(*keys)
        except _FAULTS as error:
            self._rest(error)
            return False
        return True

    async def drop(self, prefix: str) -> bool:
        """Forget everything whose key begins with `prefix`, in steps that hold up nobody else. False without Redis."""
        if self._resting():
            return False
        try:
            async for key in self._redis.scan_iter(match=_escaped(prefix) + "*", count=_KEYS_A_STEP):
                await self._redis.unlink(key)
        except _FAULTS as error:
            self._rest(error)
            return False
        return True

    async def ping(self) -> None:
        """Raise unless Redis answers."""
        await self._redis.ping()

    async def close(self) -> None:
        """Give every connection back."""
        await self._redis.aclose()

    def _resting(self) -> bool:
        return self._clock() < self._closed_until

    def _rest(self, error: BaseException) -> None:
        self._closed_until = self._clock() + _LEFT_ALONE_MS
        _LOG.warning("the cache does not answer", extra={"reason": repr(error)})


def _escaped(text: str) -> str:
    """`text` as a pattern of Redis that fits nothing but itself."""
    return re.sub(r"([*?\[\]\\])", r"\\\1", text)
