"""The cache in Redis. A Redis that is gone costs one short wait, then nothing until it is tried again."""

import logging

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from chassis.clock import Clock

_TIMEOUT_S = 0.25
_LEFT_ALONE_MS = 5000
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

    async def get(self, key: str) -> bytes | None:
        """What is kept under `key`."""
        if self._resting():
            return None
        try:
            value = await self._redis.get(key)
        except _FAULTS as error:
            self._rest(error)
            return None
        return value if isinstance(value, bytes) else None

    async def put(self, key: str, value: bytes, ttl_s: int, *, unless_there: bool = False) -> None:
        """Keep `value` for `ttl_s` seconds; with `unless_there` only where nothing is kept under `key`."""
        if self._resting():
            return
        try:
            await self._redis.set(key, value, ex=ttl_s, nx=unless_there)
        except _FAULTS as error:
            self._rest(error)

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
