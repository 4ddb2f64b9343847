"""How often people are asked after: nothing is missed, and the day's calls last for the day."""

from hypothesis import given
from hypothesis import strategies as st

from uploader.domain.feed_pauses import DAY_MS, Pauses, Quota, next_pause

PAUSES = Pauses()
MINUTE_MS = 60_000
DAY = 20_000


def test_the_pause_doubles_until_somebody_listens() -> None:
    pauses, pause = [], PAUSES.first_ms
    for anything_new in (False, False, False, False, True, False):
        pause = next_pause(pause, anything_new, PAUSES)
        pauses.append(pause // MINUTE_MS)
    assert pauses == [10, 20, 25, 25, 5, 10]


@given(st.integers(1, 10**9), st.booleans())
def test_within_a_pause_nothing_can_be_missed(pause: int, anything_new: bool) -> None:
    assert PAUSES.first_ms <= next_pause(max(pause, PAUSES.first_ms), anything_new, PAUSES) <= 50 * 30_000


@given(st.integers(0, DAY_MS - 1), st.integers(1, 500), st.integers(1, 300))
def test_the_calls_of_a_day_last_until_its_end(passed: int, calls_a_day: int, people: int) -> None:
    pauses = Pauses(calls_a_day=calls_a_day)
    now, quota = DAY * DAY_MS + passed, Quota(day=DAY, people=people)
    while now // DAY_MS == DAY and quota.calls < calls_a_day:
        quota = quota.with_call(now)
        everybody_listens = next_pause(pauses.first_ms, True, pauses, quota.spread_ms(now, calls_a_day))
        now += max(everybody_listens // people, 1)
    assert now // DAY_MS > DAY


def test_two_people_are_asked_after_as_they_listen_for_most_of_the_day() -> None:
    assert Quota(day=DAY, calls=249, people=2).spread_ms(DAY * DAY_MS, 500) == 0
    assert Quota(day=DAY, calls=250, people=2).spread_ms(DAY * DAY_MS, 500) == 2 * DAY_MS // 250


def test_many_people_share_what_is_left() -> None:
    quota = Quota(day=DAY, calls=400, people=10)
    assert quota.spread_ms(DAY * DAY_MS + DAY_MS // 2, 500) == 10 * (DAY_MS // 2) // 100


def test_calls_are_counted_by_day() -> None:
    used_up = Quota(day=DAY, calls=2, people=1)
    now = DAY * DAY_MS + 5
    assert used_up.opens_at(now, 3) == now
    assert used_up.with_call(now).opens_at(now, 3) == (DAY + 1) * DAY_MS
    assert used_up.with_call(now).opens_at(now + DAY_MS, 3) == now + DAY_MS
    assert used_up.with_call(now + DAY_MS) == Quota(day=DAY + 1, calls=1, people=1)


def test_spotify_is_waited_for_to_the_second() -> None:
    now = DAY * DAY_MS
    blocked = Quota(day=DAY, calls=1, blocked_until=now + 86_207_000, people=1)
    assert blocked.opens_at(now, 500) == blocked.opens_at(now + 86_206_999, 500) == now + 86_207_000
    assert blocked.opens_at(now + 86_207_000, 500) == now + 86_207_000
