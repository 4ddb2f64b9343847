"""Retrying: only faults of the world, with growing pauses."""

from itertools import islice

import pytest

from chassis.errors import InvalidMessage, Retryable
from chassis.retry import pauses, retry


class World:
    """Fails a number of times with one error, then answers; notes the pauses."""

    def __init__(self, failures: int, error: Exception) -> None:
        self.left = failures
        self.error = error
        self.slept: list[float] = []

    async def act(self) -> str:
        if self.left:
            self.left -= 1
            raise self.error
        return "done"

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


async def test_the_world_gets_another_chance() -> None:
    world = World(3, Retryable("away"))
    assert await retry(world.act, sleep=world.sleep) == "done"
    assert len(world.slept) == 3


async def test_attempts_are_bounded_where_asked() -> None:
    world = World(3, Retryable("away"))
    with pytest.raises(Retryable):
        await retry(world.act, sleep=world.sleep, attempts=3)
    assert len(world.slept) == 2


async def test_anything_else_is_raised_at_once() -> None:
    world = World(1, InvalidMessage("nonsense"))
    with pytest.raises(InvalidMessage):
        await retry(world.act, sleep=world.sleep)
    assert world.slept == []


def test_pauses_grow_and_are_bounded() -> None:
    found = list(islice(pauses(first=1, longest=8), 10))
    for pause, whole in zip(found, [1, 2, 4, 8, 8, 8, 8, 8, 8, 8], strict=True):
        assert whole / 2 <= pause <= whole
