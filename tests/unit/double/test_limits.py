"""The rolling window and the daily quota."""

from stack.double.clock import DAY_MS
from stack.double.limits import Limits, Refusal
from stack.double.switches import Switches


def test_without_limits_everything_passes() -> None:
    limits = Limits()
    assert all(limits.take("search", Switches(), 0) is None for _ in range(1_000))


def test_the_window_rolls() -> None:
    limits, switches = Limits(), Switches(rate_limit=2)
    assert limits.take("me", switches, 0) is None
    assert limits.take("tracks", switches, 10_000) is None
    assert limits.take("tracks", switches, 12_500) == Refusal(quota=False, retry_after_s=18)
    assert limits.take("tracks", switches, 30_000) is None
    assert limits.take("tracks", switches, 39_999) == Refusal(quota=False, retry_after_s=1)
    assert limits.take("tracks", switches, 40_000) is None


def test_a_quota_closes_its_own_bucket_until_the_next_day() -> None:
    limits, switches = Limits(), Switches(quota={"search": 1})
    assert limits.take("search", switches, 0) is None
    assert limits.take("search", switches, 1) == Refusal(quota=True, retry_after_s=86_207)
    assert limits.take("me", switches, 1) is None
    assert limits.take("search", switches, DAY_MS) is None
