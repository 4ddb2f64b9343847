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


def test_oembed_has_its_own_window() -> None:
    limits, switches = Limits(), Switches(rate_limit=0, oembed_limit=1)
    assert limits.take_oembed(switches, 0) is None
    assert limits.take_oembed(switches, 10_000) == Refusal(quota=False, retry_after_s=20)
    assert limits.take_oembed(switches, 30_000) is None
    limits.forget()
    assert limits.take_oembed(switches, 30_001) is None
    assert all(limits.take_oembed(Switches(rate_limit=0), 30_001) is None for _ in range(100))


def test_only_a_quota_always_says_how_long_to_wait() -> None:
    limits, switches = Limits(), Switches(rate_limit=0, oembed_limit=0, quota={"search": 0}, retry_after="absent")
    for refusal in (limits.take("me", switches, 0), limits.take_oembed(switches, 0)):
        assert refusal == Refusal(quota=False, retry_after_s=None)
        assert refusal.headers == {}
    spent = limits.take("search", switches, 0)
    assert spent is not None
    assert spent.headers == {"Retry-After": "86207"}
