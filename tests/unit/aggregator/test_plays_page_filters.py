"""Every filter of a question for plays: what fits is shown, and nothing else."""

from typing import Any

import pytest

from aggregator.domain.segment import ACCOUNT, LIVE
from aggregator.domain.times.windows import InvalidQuestion
from tests.harness.segments import ARTIST, row, unix_ms
from tests.unit.aggregator.asking import history_of, page_of

FRIDAY = unix_ms("2024-05-03T23:30:00")
DAY = 86_400_000


def titles(rows: list[dict[str, Any]], **asked: Any) -> list[str | None]:
    """What is shown, newest first; page by page it is the same."""
    history = history_of(*rows)
    page = page_of(history, **asked)
    shown = [play.title for play in page.plays]
    following, cursor = list[str | None](), None
    while len(following) < len(shown):
        (play,) = (one := page_of(history, **asked | {"limit": 1, "cursor": cursor})).plays
        following.append(play.title)
        cursor = one.next_cursor
    assert (following, cursor) == (shown, None)
    return shown


NAMES = [
    row(FRIDAY, title="One", artist="A", album="X"),
    row(FRIDAY + 1, title="One", artist="B", album="X"),
    row(FRIDAY + 2, title="Two", artist="B", album=None),
    row(FRIDAY + 3, title="Two", artist=None, album=None),
    row(FRIDAY + 4, title=None, artist="B", album="X"),
    row(FRIDAY + 5, title="Talk", artist="B", album=None, kind="episode"),
    row(FRIDAY + 6, title="Chapter", artist="Book", album=None, kind="chapter"),
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"track": "One"}, ["One", "One"]),
        ({"track": "one"}, []),
        ({"artist": "B"}, ["Talk", "Two", "One"]),
        ({"artist": "B", "kind": "track"}, ["Two", "One"]),
        ({"artist": ""}, ["Two"]),
        ({"artist": "", "track": "Two"}, ["Two"]),
        ({"track": "One", "artist": "B"}, ["One"]),
        ({"album": "X", "artist": "A"}, ["One"]),
        ({"kind": "track"}, [None, "Two", "Two", "One", "One"]),
        ({"kind": "episode"}, ["Talk"]),
        ({"kind": "show"}, ["Chapter", "Talk"]),
    ],
)
def test_names_are_exact_and_of_plays_with_a_title(asked: dict[str, Any], expected: list[str]) -> None:
    assert titles(NAMES, **asked) == expected


TIMES = [
    row("2023-04-30T22:30:00", title="Sunday, May in Berlin"),
    row(FRIDAY, title="Friday, Saturday in Berlin"),
    row("2024-05-04T00:00:00", title="Saturday"),
    row("2025-05-31T23:59:59", title="Saturday, June in Berlin"),
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"weekday": 5}, [1]),
        ({"weekday": 6}, [3, 2]),
        ({"weekday": 6, "time_zone": "Europe/Berlin"}, [2, 1]),
        ({"hour": 23}, [3, 1]),
        ({"hour": 1, "time_zone": "Europe/Berlin"}, [3, 1]),
        ({"hour": 5, "time_zone": "Asia/Kolkata"}, [3, 2, 1]),
        ({"month": 5}, [3, 2, 1]),
        ({"month": 5, "time_zone": "Europe/Berlin"}, [2, 1, 0]),
        ({"first_day": "2024-05-04"}, [3, 2]),
        ({"first_day": "2024-05-04", "time_zone": "Europe/Berlin"}, [3, 2, 1]),
        ({"last_day": "2024-05-03"}, [1, 0]),
        ({"first_day": "2024-05-03", "last_day": "2024-05-03"}, [1]),
        ({"first_day": "2030-01-01"}, []),
        ({"since": FRIDAY, "until": FRIDAY}, [1]),
        ({"since": FRIDAY + 1}, [3, 2]),
        ({"until": FRIDAY - 1}, [0]),
        ({"since": FRIDAY, "until": FRIDAY - 1}, []),
        ({"since": FRIDAY, "weekday": 6, "month": 5, "hour": 0}, [2]),
    ],
)
def test_times_are_those_of_the_zone(asked: dict[str, Any], expected: list[int]) -> None:
    assert titles(TIMES, **asked) == [TIMES[place]["title"] for place in expected]


@pytest.mark.parametrize("asked", [{"first_day": "2024-05-02", "last_day": "2024-05-01"}, {"time_zone": "Nowhere"}])
def test_a_window_or_zone_that_is_none_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidQuestion):
        page_of(history_of(*TIMES), **asked)


ANSWERS = [
    row(FRIDAY, title="unknown"),
    row(FRIDAY + DAY, title="yes", shuffle=True, offline=True, private=True, country="DE", platform="iOS 14.4"),
    row(FRIDAY + 2 * DAY, title="no", shuffle=False, offline=False, private=False, country="FR", platform="web_player"),
    row(FRIDAY + 3 * DAY, title="nowhere", country="ZZ", platform="Foo 3000"),
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        *(({name: True}, ["yes"]) for name in ("shuffle", "offline", "private")),
        *(({name: False}, ["no"]) for name in ("shuffle", "offline", "private")),
        ({"country": "DE"}, ["yes"]),
        ({"country": "ZZ"}, []),
        ({"country": "US"}, []),
        ({"platform": "phone"}, ["yes"]),
        ({"platform": "web"}, ["no"]),
        ({"platform": "other"}, ["nowhere"]),
        ({"platform": "tv"}, []),
        ({"viewer": "other"}, ["nowhere", "no", "unknown"]),
        ({"viewer": "other", "private": True}, []),
    ],
)
def test_an_answer_must_be_known_and_the_one_asked_for(asked: dict[str, Any], expected: list[str]) -> None:
    assert titles(ANSWERS, **asked) == expected


SKIPS = [
    row(FRIDAY, 1_000, title="unknown"),
    row(FRIDAY + DAY, 1_000, title="marked", skipped=True),
    row(FRIDAY + 2 * DAY, 1_000, title="button", skipped=False, reason_end="fwdbtn"),
    row(FRIDAY + 3 * DAY, 1_000, title="back", reason_end="backbtn"),
    row(FRIDAY + 4 * DAY, 30_000, title="heard", skipped=True, reason_end="fwdbtn"),
    row(FRIDAY + 5 * DAY, 1_000, title="ended", reason_end="endplay"),
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"skipped": True}, ["back", "button", "marked"]),
        ({"skipped": False}, ["ended", "heard"]),
        ({"streams": True}, ["heard"]),
        ({"streams": False, "track": "heard"}, ["heard"]),
    ],
)
def test_skips_and_streams_follow_the_rules_of_habits(asked: dict[str, Any], expected: list[str]) -> None:
    assert titles(SKIPS, **asked) == expected


def test_doubles_and_estimates_are_found() -> None:
    rows = [
        row(FRIDAY, title="Twice"),
        row(FRIDAY + 1_000, title="Twice"),
        row(FRIDAY + DAY, source=ACCOUNT, title="Minute"),
        row(FRIDAY + 2 * DAY, source=LIVE, title="Estimate"),
    ]
    assert titles(rows, counted=True) == ["Estimate", "Minute", "Twice"]
    assert titles(rows, estimate=True) == ["Estimate"]
    assert titles(rows, estimate=False) == ["Minute", "Twice", "Twice"]


FIRSTS = [
    row("2024-01-01", title="Old", artist="A"),
    row("2024-02-01", title="Old", artist="A"),
    row("2024-02-02", title="New", artist="A"),
    row("2024-02-03", title="Other", artist="B", private=True),
    row("2024-02-03T00:00:01", title="Other", artist="B", private=True),
    row("2024-03-01", title="New", artist="A"),
    row("2024-03-02", title="Other", artist="B"),
    row("2024-03-03", title=None, artist="C"),
    row("2024-03-04", title="Talk", artist="D", kind="episode"),
]
FEBRUARY = {"first_day": "2024-02-01", "last_day": "2024-02-29"}
MARCH = {"first_day": "2024-03-01", "last_day": "2024-03-31"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"first": "track"}, [3, 2, 0]),
        ({"first": "artist"}, [3, 0]),
        ({"first": "track", "viewer": "other"}, [6, 2, 0]),
        ({"first": "track", **FEBRUARY}, [3, 2]),
        ({"first": "artist", **FEBRUARY}, [3]),
        ({"new": "track", **FEBRUARY}, [4, 3, 2]),
        ({"new": "artist", **FEBRUARY}, [4, 3]),
        ({"new": "artist", "counted": True, **FEBRUARY}, [3]),
        ({"new": "artist", **MARCH}, []),
        ({"new": "artist", "viewer": "other", **MARCH}, [6]),
        ({"new": "track"}, [6, 5, 4, 3, 2, 1, 0]),
    ],
)
def test_first_hearings(asked: dict[str, Any], expected: list[int]) -> None:
    assert titles(FIRSTS, **asked) == [FIRSTS[place]["title"] for place in expected]


def test_of_equal_moments_the_first_row_is_the_first_play() -> None:
    history = history_of(row(FRIDAY, 100_000, platform="a"), row(FRIDAY, 50_000, platform="b"))
    assert [play.platform for play in page_of(history, first="track").plays] == ["a"]


def test_a_history_without_plays_has_none_that_fit() -> None:
    for asked in ({"hour": 1}, {"first": "track"}, {"new": "artist"}, {"skipped": True}, {"artist": ARTIST}):
        assert page_of(history_of(), **asked).plays == []
