"""Histories look like real ones."""

from collections import Counter
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.harness.histories.listens import Listen
from tests.harness.histories.sittings import Shares
from tests.harness.histories.timeline import Person, listens

PERSON = Person(seed=7, plays=12_000, until=date(2026, 6, 30), zone="Asia/Kolkata")


@pytest.fixture(scope="module")
def history() -> list[Listen]:
    return list(listens(PERSON))


def test_has_exactly_the_plays_asked_for(history: list[Listen]) -> None:
    assert len(history) == PERSON.plays


def test_is_the_same_for_the_same_seed_and_another_for_another(history: list[Listen]) -> None:
    assert list(listens(PERSON)) == history
    assert list(listens(Person(seed=8, plays=100))) != list(listens(Person(seed=7, plays=100)))


def test_no_play_begins_before_the_one_before_has_ended(history: list[Listen]) -> None:
    ended = 0
    for listen in history:
        assert listen.double or listen.ended_at * 1000 - listen.ms >= ended * 1000
        assert listen.ended_at >= ended
        ended = listen.ended_at


def test_dense_days_fit_into_the_waking_hours() -> None:
    dense = list(listens(Person(plays=9_000, years=1, shares=Shares(podcasts=0.5, doubles=0.05))))
    assert len(dense) == 9_000
    ends = [listen.ended_at * 1000 - listen.ms for listen in dense if not listen.double]
    assert all(
        start >= end * 1000 for start, end in zip(ends[1:], (x.ended_at for x in dense if not x.double), strict=False)
    )


def test_the_person_sleeps_in_their_own_zone_winter_and_summer() -> None:
    person = Person(plays=5_000, zone="America/New_York")
    hours = Counter(_hour(listen, person.zone) for listen in listens(person))
    assert not {3, 4, 5} & hours.keys()
    assert len(hours) > 15


def test_spans_several_years_and_never_passes_the_last_night(history: list[Listen]) -> None:
    days = sorted(datetime.fromtimestamp(listen.ended_at, UTC).date() for listen in history)
    assert days[-1].year - days[0].year >= 3
    assert days[-1] <= date(2026, 7, 1)


@pytest.mark.parametrize("skips", [0.1, 0.5])
def test_short_plays_follow_the_share_of_skips(skips: float) -> None:
    plays = list(listens(Person(plays=4_000, shares=Shares(skips=skips))))
    assert abs(sum(play.ms < 30_000 for play in plays) / len(plays) - skips) < 0.08


def test_everything_that_occurs_in_real_exports_occurs(history: list[Listen]) -> None:
    assert {listen.item.kind for listen in history} == {"track", "episode", "chapter"}
    assert {listen.names for listen in history} == {"all", "id", "none"}
    assert {listen.spelling for listen in history} == {0, 1, 2}
    for what in ("private", "offline", "shuffle"):
        assert {getattr(listen.habits, what) for listen in history} == {True, False}
    assert any(listen.double for listen in history)
    assert any(listen.video for listen in history)


def test_favourites_have_a_long_tail_and_change_with_the_years(history: list[Listen]) -> None:
    half = len(history) // 2
    early, late = (Counter(x.item.artist for x in part).most_common(10) for part in (history[:half], history[half:]))
    everything = Counter(listen.item.artist for listen in history).most_common()
    assert everything[0][1] > 20 * everything[-1][1]
    assert {name for name, _ in early} != {name for name, _ in late}


def test_lists_have_ties_to_break(history: list[Listen]) -> None:
    times: Counter[tuple[str, str]] = Counter()
    for listen in history:
        times[listen.item.artist, listen.item.title] += listen.ms
    tied = [count for ms, count in Counter(times.values()).items() if ms and count > 1]
    assert sum(tied) > 50


def _hour(listen: Listen, zone: str) -> int:
    return datetime.fromtimestamp(listen.ended_at, UTC).astimezone(ZoneInfo(zone)).hour
