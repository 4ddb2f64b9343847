"""Looking up together: one call for all who ask at once, none older than its question, faults for all who asked."""

import asyncio
from collections.abc import Collection, Mapping

import pytest

from gateway.handlers.together import Together


class Store:
    """Numbers that grow with every call; a call lasts until it is let go."""

    def __init__(self) -> None:
        self.calls: list[set[str]] = []
        self.go = asyncio.Event()
        self.go.set()
        self.broken = False

    async def look_up(self, keys: Collection[str]) -> Mapping[str, int]:
        self.calls.append(set(keys))
        number = len(self.calls)
        await self.go.wait()
        if self.broken:
            raise ConnectionError("away")
        return dict.fromkeys(keys, number)


async def test_who_asks_at_once_shares_a_call() -> None:
    store = Store()
    together = Together(store.look_up)
    found = await asyncio.gather(*(together.get([key]) for key in "abca"))
    assert store.calls == [{"a", "b", "c"}]
    assert [one[key] for one, key in zip(found, "abca", strict=True)] == [1] * 4


async def test_who_asks_while_a_call_is_under_way_gets_the_next_one() -> None:
    store = Store()
    together = Together(store.look_up)
    store.go.clear()
    first = asyncio.create_task(together.get(["a"]))
    while not store.calls:
        await asyncio.sleep(0)
    later = [asyncio.create_task(together.get([key])) for key in "ab"]
    await asyncio.sleep(0)
    store.go.set()
    assert await first == {"a": 1}
    assert await asyncio.gather(*later) == [{"a": 2, "b": 2}] * 2


async def test_a_fault_is_for_all_who_asked_and_the_next_ones_ask_anew() -> None:
    store = Store()
    together = Together(store.look_up)
    store.broken = True
    faults = await asyncio.gather(together.get(["a"]), together.get(["b"]), return_exceptions=True)
    assert [type(fault) for fault in faults] == [ConnectionError] * 2
    store.broken = False
    assert await together.get(["a"]) == {"a": 2}


async def test_one_who_goes_leaves_the_call_to_the_others() -> None:
    store = Store()
    together = Together(store.look_up)
    store.go.clear()
    gone, stays = (asyncio.create_task(together.get(["a"])) for _ in range(2))
    while not store.calls:
        await asyncio.sleep(0)
    gone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gone
    store.go.set()
    assert await stays == {"a": 1}
