"""What a cache does, of the real one and of the one that unit tests play."""

from collections.abc import AsyncIterator

import pytest

from chassis.clock import system_clock
from gateway.adapters.redis_cache import RedisCache
from gateway.ports import Cache
from stack.servers.redis import Redis
from tests.unit.gateway.fakes import FakeCache

HOUR_S = 3_600


@pytest.fixture(params=["redis", "played"])
async def cache(request: pytest.FixtureRequest, redis: Redis) -> AsyncIterator[Cache]:
    if request.param == "played":
        yield FakeCache()
        return
    real = RedisCache(redis.url, system_clock)
    await real.drop("")
    yield real
    await real.close()


async def test_what_is_put_is_found_until_another_is_put(cache: Cache) -> None:
    assert await cache.put("a", b"1", HOUR_S)
    await cache.put("a", b"2", HOUR_S)
    await cache.put("a", b"3", HOUR_S, unless_there=True)
    await cache.put("b", b"4", HOUR_S, unless_there=True)
    assert await cache.get(["a", "b", "c"]) == {"a": b"2", "b": b"4"}


async def test_what_is_removed_is_gone_and_nothing_else(cache: Cache) -> None:
    for key in ("a", "b", "ab"):
        await cache.put(key, b"1", HOUR_S)
    assert [await cache.remove("a", "b", "c") for _ in range(2)] == [True, True]
    assert await cache.get(["a", "b", "ab"]) == {"ab": b"1"}


@pytest.mark.parametrize("prefix", ["x:p", "x:*", "x:[p]", "x:?", "x:\\"])
async def test_what_begins_alike_is_dropped_and_no_letter_stands_for_another(cache: Cache, prefix: str) -> None:
    for key in (f"{prefix}:1", prefix, "x:q:1"):
        await cache.put(key, b"1", HOUR_S)
    assert [await cache.drop(prefix) for _ in range(2)] == [True, True]
    assert await cache.get([f"{prefix}:1", prefix, "x:q:1"]) == {"x:q:1": b"1"}
