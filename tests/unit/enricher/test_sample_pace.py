"""How calls of a source of samples are spread."""

import asyncio

import pytest

from chassis.errors import Retryable
from enricher.adapters.samples.server import LONGEST_WAIT_MS, SlidingWindow

NOW = 1_790_000_000_000


class Watch:
    """A clock that a test sets, and the waits that were asked for, in s."""

    def __init__(self) -> None:
        self.now = NOW
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture
def watch() -> Watch:
    return Watch()


async def test_calls_at_the_same_time_get_different_turns(watch: Watch) -> None:
    pace = SlidingWindow(2, 1_000, lambda: watch.now, watch.sleep)
    await asyncio.gather(*(pace.turn() for _ in range(6)))
    assert watch.waits == [1, 1, 2, 2]


async def test_no_window_holds_more_calls_wherever_it_begins(watch: Watch) -> None:
    pace = SlidingWindow(2, 1_000, lambda: watch.now, watch.sleep)
    for watch.now in (NOW, NOW + 900, NOW + 950, NOW + 1_000):
        await pace.turn()
    assert watch.waits == [pytest.approx(0.05), pytest.approx(0.9)]


async def test_rest_saves_no_turns(watch: Watch) -> None:
    pace = SlidingWindow(2, 1_000, lambda: watch.now, watch.sleep)
    for watch.now in (NOW, NOW, NOW + 5_000, NOW + 5_000, NOW + 5_000):
        await pace.turn()
    assert watch.waits == [1]


async def test_who_would_wait_too_long_is_sent_away_and_takes_no_turn(watch: Watch) -> None:
    pace = SlidingWindow(1, LONGEST_WAIT_MS, lambda: watch.now, watch.sleep)
    await pace.turn()
    await pace.turn()
    for _ in range(3):
        with pytest.raises(Retryable):
            await pace.turn()
    watch.now += LONGEST_WAIT_MS
    await pace.turn()
    assert watch.waits == [10, 10]


async def test_a_clock_that_was_set_back_stops_nobody(watch: Watch) -> None:
    pace = SlidingWindow(1, 1_000, lambda: watch.now, watch.sleep)
    await pace.turn()
    watch.now -= 3_600_000
    await pace.turn()
    await pace.turn()
    assert watch.waits == [1]
