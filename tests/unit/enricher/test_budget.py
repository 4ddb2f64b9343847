"""The pace and the day."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from enricher.domain.budget import DAY_MS, Hold, Outage, TokenBucket, day_of, next_day_ms
from enricher.domain.wishes import FORGOTTEN_AFTER_MS, pause_ms


@given(st.floats(0.1, 50), st.lists(st.integers(0, 2_000), min_size=1, max_size=60))
def test_no_two_calls_are_nearer_than_the_pace(per_second: float, pauses: list[int]) -> None:
    bucket, now, calls = TokenBucket(per_second), 0, []
    for pause in pauses:
        now += pause
        calls.append(now + bucket.take(now))
    assert all(later - earlier > 1000 / per_second - 0.001 for earlier, later in itertools.pairwise(calls))


def test_without_a_pace_nobody_waits() -> None:
    bucket = TokenBucket(0)
    assert [bucket.take(5), bucket.take(5)] == [0, 0]


def test_whoever_comes_late_does_not_wait() -> None:
    bucket = TokenBucket(1)
    assert [bucket.take(0), bucket.take(5_000), bucket.take(5_000)] == [0, 0, 1_000]


@given(st.integers(0, 4_000_000_000_000))
def test_the_next_day_begins_after_now(now: int) -> None:
    assert now < next_day_ms(now) <= now + DAY_MS
    assert day_of(next_day_ms(now)) == day_of(now) + 1


def test_pauses_grow_to_an_hour_at_most() -> None:
    assert [pause_ms(failures) for failures in (0, 1, 2, 7, 500)] == [30_000, 60_000, 120_000, 3_600_000, 3_600_000]
    assert pause_ms(500) < FORGOTTEN_AFTER_MS


def test_a_clock_that_is_set_back_makes_nobody_wait_for_it() -> None:
    bucket, hold = TokenBucket(1), Hold()
    bucket.take(5_000_000)
    hold.until(5_000_000, 30)
    assert bucket.take(1_000_000) == 1_000
    assert hold.left_ms(1_000_000) == 30_000


def test_a_hold_is_never_shortened() -> None:
    hold = Hold()
    hold.until(0, 30)
    hold.until(10_000, 5)
    assert [hold.left_ms(now) for now in (10_000, 30_000, 40_000)] == [20_000, 0, 0]


def test_an_outage_is_looked_at_more_and_more_rarely_until_it_ends() -> None:
    outage, now, pauses = Outage(), 0, []
    for _ in range(7):
        outage.goes_on(now)
        outage.goes_on(now)  # another that was on its way
        pauses.append(outage.left_ms(now) / 1000)
        now += int(outage.left_ms(now))
    assert pauses == [30, 60, 120, 240, 480, 600, 600]
    assert outage.is_on
    outage.ends()
    outage.goes_on(now)
    assert outage.left_ms(now) == 30_000
