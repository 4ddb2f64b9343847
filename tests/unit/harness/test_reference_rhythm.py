"""The reference's rhythm: clock, calendar, months, life, streak, biggest day, sitting."""

from tests.harness.reference.parts.biggest_day import biggest_day
from tests.harness.reference.parts.calendar_days import calendar_days
from tests.harness.reference.parts.clock import clock
from tests.harness.reference.parts.life import life
from tests.harness.reference.parts.months import months
from tests.harness.reference.parts.sitting import longest_sitting
from tests.harness.reference.parts.streak import longest_streak
from tests.unit.harness.by_hand import play, unix_ms, view, window


def test_the_clock_is_that_of_the_zone_at_that_moment() -> None:
    plays = [
        play("2024-01-01T00:30:00", 1_000),  # Monday 01:30 in Berlin, in winter
        play("2024-07-01T00:30:00", 20_000),  # Monday 02:30, in summer
        play("2023-12-31T23:00:00", 300_000),  # Monday 00:00
        play("2024-10-27T00:30:00", 4_000_000),  # Sunday 02:30, which comes twice
        play("2024-10-27T01:30:00", 5_000_000),
    ]
    hours = clock(view(plays, zone="Europe/Berlin"))
    assert hours[0][:3] == [300_000, 1_000, 20_000]
    assert hours[6][2] == 9_000_000
    assert sum(map(sum, hours)) == 9_321_000
    assert clock(view(plays[:1], zone="Asia/Kolkata"))[0][6] == 1_000


def test_the_calendar_has_every_day_of_the_window() -> None:
    plays = [play("2024-02-28T12:00:00", 1_000), play("2024-03-01T12:00:00", 20_000), play("2024-03-01T13:00:00", 1)]
    assert calendar_days(view(plays)) == {"first_day": "2024-02-28", "ms_played": [1_000, 0, 20_001]}
    around = calendar_days(view(plays, window("2024-02-27", "2024-02-29")))
    assert around == {"first_day": "2024-02-27", "ms_played": [0, 1_000, 0]}
    assert calendar_days(view([])) == {"first_day": None, "ms_played": []}


def test_a_window_of_more_than_20_000_days_is_cut_to_its_plays() -> None:
    plays = [play("2024-02-28T12:00:00", 1_000), play("2024-02-29T12:00:00", 20_000)]
    fits, long = window("1969-05-31", "2024-03-02"), window("1969-05-30", "2024-03-02")
    assert len(calendar_days(view(plays, fits))["ms_played"]) == 20_000
    assert calendar_days(view(plays, long)) == {"first_day": "2024-02-28", "ms_played": [1_000, 20_000]}
    assert [month["month"] for month in months(view(plays, long))] == ["2024-02"]
    assert calendar_days(view([], long)) == {"first_day": None, "ms_played": []}
    assert months(view([], long)) == []


def test_months_are_those_that_the_window_touches_and_life_is_whole() -> None:
    plays = [play("2023-11-30T23:30:00", 40_000), play("2024-01-31T22:59:00", 20_000), play("2024-02-05T10:00:00", 1)]
    seen = view(plays, window("2023-12-31", "2024-02-01"), "Europe/Berlin")
    assert months(seen) == [
        {"month": "2023-12", "ms_played": 0, "streams": 0, "plays": 0},
        {"month": "2024-01", "ms_played": 20_000, "streams": 0, "plays": 1},
        {"month": "2024-02", "ms_played": 0, "streams": 0, "plays": 0},
    ]
    assert life(seen) == [
        {"month": "2023-12", "ms_played": 40_000},
        {"month": "2024-01", "ms_played": 20_000},
        {"month": "2024-02", "ms_played": 1},
    ]
    assert life(view([])) == []


def test_the_longest_streak_is_the_earliest_of_equally_long_ones() -> None:
    plays = [play(f"2024-02-{day}T12:00:00", 0) for day in (10, 12, 13, 28, 29)]
    assert longest_streak(view(plays)) == {"first_day": "2024-02-12", "last_day": "2024-02-13", "days": 2}
    plays.append(play("2024-03-01T12:00:00", 0))
    assert longest_streak(view(plays)) == {"first_day": "2024-02-28", "last_day": "2024-03-01", "days": 3}
    inside = longest_streak(view(plays, window("2024-02-13", "2024-02-28")))
    assert inside == {"first_day": "2024-02-13", "last_day": "2024-02-13", "days": 1}
    assert longest_streak(view([])) is None


def test_the_biggest_day_is_by_time_then_streams_then_the_earlier() -> None:
    plays = [
        play("2024-01-01T10:00:00", 10_000),
        play("2024-01-01T11:00:00", 20_000),
        play("2024-01-02T10:00:00", 30_000),
        play("2024-01-03T10:00:00", 30_000),
    ]
    assert biggest_day(view(plays)) == {"day": "2024-01-02", "ms_played": 30_000, "streams": 1, "plays": 1}
    assert biggest_day(view([])) is None


def test_a_sitting_has_gaps_of_at_most_15_minutes() -> None:
    plays = [
        play("2024-01-01T10:00:00", 60_000),
        play("2024-01-01T10:16:00", 60_000),  # begins 15 minutes later
        play("2024-01-01T10:32:01", 60_000),  # begins 15 minutes and a second later
    ]
    assert longest_sitting(view(plays)) == {
        "start": unix_ms("2024-01-01T09:59:00"),
        "end": unix_ms("2024-01-01T10:16:00"),
        "ms_played": 120_000,
        "plays": 2,
    }
    assert longest_sitting(view([])) is None


def test_a_sitting_starts_where_the_play_starts_that_ends_first() -> None:
    plays = [play("2024-01-01T10:00:00", 60_000), play("2024-01-01T10:05:00", 3_600_000, title="long")]
    found = longest_sitting(view(plays))
    assert found is not None
    assert (found["start"], found["plays"]) == (unix_ms("2024-01-01T09:59:00"), 2)


def test_of_equally_long_sittings_the_one_with_more_playing_time_then_the_earlier() -> None:
    plays = [play(f"2024-01-0{day}T10:00:00", 600_000) for day in (1, 2, 3)]
    plays.insert(2, play("2024-01-02T10:00:00", 1_000, title="short"))
    found = longest_sitting(view(plays))
    assert found is not None
    assert (found["end"], found["plays"]) == (unix_ms("2024-01-02T10:00:00"), 2)
    again = longest_sitting(view([plays[0], plays[3]]))
    assert again is not None
    assert again["end"] == unix_ms("2024-01-01T10:00:00")
