"""Clock, calendar, months, streak, day and sitting of a history small enough to be worked out by hand."""

from datetime import date

import pytest

from contracts.messages.rhythm import BiggestDay, Calendar, Month, MonthOfLife, Sitting, Streak
from tests.harness.segments import row, unix_ms
from tests.unit.aggregator.asking import wrapped_of

BERLIN = {"time_zone": "Europe/Berlin", "first_day": "2024-03-29", "last_day": "2024-04-02"}
ROWS = [
    row("2024-03-28T22:59:59", 1_000, title="Thursday, before the window"),
    row("2024-03-29T07:30:00", 20_000, title="Friday at 8:30, winter time"),
    row("2024-03-31T00:59:59", 300_000, title="Sunday at 1:59:59"),
    row("2024-03-31T01:00:00", 4_000, title="Sunday at 3:00, a second later"),
    row("2024-03-31T22:00:00", 50_000, title="Monday at 0:00"),
    row("2024-04-01T21:59:59", 250_000, title="Monday at 23:59:59"),
    row("2024-04-02T22:00:00", 1_000, title="Wednesday, after the window"),
]


def test_the_clock_shows_the_hours_of_the_zone_at_that_moment() -> None:
    clock = wrapped_of(*ROWS, **BERLIN).rhythm.clock
    expected = [[0] * 24 for _ in range(7)]
    expected[4][8] = 20_000
    expected[6][1], expected[6][3] = 300_000, 4_000
    expected[0][0], expected[0][23] = 50_000, 250_000
    assert clock == expected


def test_in_half_hour_zones_the_hour_is_that_of_their_clocks() -> None:
    clock = wrapped_of(row("2024-07-14T18:29:59", 1_000), row("2024-07-14T18:30:00", 20_000), time_zone="Asia/Kolkata")
    assert clock.rhythm.clock[6][23] == 1_000
    assert clock.rhythm.clock[0][0] == 20_000


def test_the_calendar_holds_every_day_of_the_window() -> None:
    calendar = wrapped_of(*ROWS, **BERLIN).rhythm.calendar
    assert calendar == Calendar(first_day="2024-03-29", ms_played=[20_000, 0, 304_000, 300_000, 0])


def test_of_a_window_far_beyond_the_history_the_calendar_holds_what_lies_between_its_plays() -> None:
    long = {"time_zone": "Europe/Berlin", "first_day": "1969-01-01", "last_day": "2024-04-01"}
    rhythm = wrapped_of(*ROWS, **long).rhythm
    assert rhythm.calendar == Calendar(first_day="2024-03-28", ms_played=[1_000, 20_000, 0, 304_000, 300_000])
    assert [month.month for month in rhythm.months] == ["2024-03", "2024-04"]
    empty = wrapped_of(*ROWS, first_day="1900-01-01", last_day="2000-01-01").rhythm
    assert (empty.calendar, empty.months) == (Calendar(first_day=None, ms_played=[]), [])


def test_months_of_the_part_that_lies_in_the_window() -> None:
    assert wrapped_of(*ROWS, **BERLIN).rhythm.months == [
        Month(month="2024-03", ms_played=324_000, streams=1, plays=3),
        Month(month="2024-04", ms_played=300_000, streams=2, plays=2),
    ]


def test_months_without_plays_are_there() -> None:
    rows = [row("2023-12-31T12:00:00", 1_000), row("2024-02-01T12:00:00", 20_000)]
    asked = {"first_day": "2023-12-31", "last_day": "2024-03-01"}
    assert [(month.month, month.plays) for month in wrapped_of(*rows, **asked).rhythm.months] == [
        ("2023-12", 1), ("2024-01", 0), ("2024-02", 1), ("2024-03", 0),
    ]  # fmt: skip


def test_the_life_does_not_depend_on_the_window() -> None:
    assert wrapped_of(*ROWS, **BERLIN).rhythm.life == [
        MonthOfLife(month="2024-03", ms_played=325_000),
        MonthOfLife(month="2024-04", ms_played=301_000),
    ]


def test_the_first_of_the_longest_streaks_within_the_window() -> None:
    days = ["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-05", "2024-03-06", "2024-03-07"]
    rows = [row(f"{day}T12:00:00", 0) for day in days]
    assert wrapped_of(*rows).rhythm.longest_streak == Streak(first_day="2024-02-27", last_day="2024-03-01", days=4)
    inside = wrapped_of(*rows, first_day="2024-02-28", last_day="2024-03-09").rhythm.longest_streak
    assert inside == Streak(first_day="2024-02-28", last_day="2024-03-01", days=3)


def test_a_day_that_never_was_breaks_a_streak() -> None:
    rows = [row("2011-12-30T09:00:00"), row("2011-12-30T11:00:00", title="Other")]  # Samoa slept through the 30th
    streak = wrapped_of(*rows, time_zone="Pacific/Apia").rhythm.longest_streak
    assert streak == Streak(first_day="2011-12-29", last_day="2011-12-29", days=1)


def test_the_biggest_day_by_time_then_streams_then_the_earlier() -> None:
    assert wrapped_of(*ROWS, **BERLIN).rhythm.biggest_day == BiggestDay(
        day="2024-03-31", ms_played=304_000, streams=1, plays=2
    )
    rows = [
        row("2024-01-01T12:00:00", 60_000),
        row("2024-01-02T12:00:00", 30_000),
        row("2024-01-02T13:00:00", 30_000),
        row("2024-01-03T12:00:00", 30_000),
        row("2024-01-03T13:00:00", 30_000),
    ]
    biggest = wrapped_of(*rows).rhythm.biggest_day
    assert biggest == BiggestDay(day="2024-01-02", ms_played=60_000, streams=2, plays=2)


def test_the_longest_sitting_ends_with_a_pause_of_more_than_a_quarter_of_an_hour() -> None:
    rows = [
        row("2024-01-01T10:03:00", 180_000, title="from 10:00:00"),
        row("2024-01-01T10:20:00", 120_000, title="15 minutes after"),
        row("2024-01-01T10:36:01", 60_000, title="15 minutes and a second after"),
        row("2024-01-01T10:40:00", 1_000, title="4 minutes"),
    ]
    assert wrapped_of(*rows).rhythm.longest_sitting == Sitting(
        start=unix_ms("2024-01-01T10:00:00"), end=unix_ms("2024-01-01T10:20:00"), ms_played=300_000, plays=2
    )


def test_a_sitting_begins_with_its_first_play_and_more_time_decides_between_equal_ones() -> None:
    rows = [
        row("2024-01-01T10:10:00", 600_000, title="from 10:00"),
        row("2024-01-02T10:02:00", 120_000, title="from 10:00, one device"),
        row("2024-01-02T10:10:00", 600_000, title="from 10:00, two devices"),
    ]
    assert wrapped_of(*rows).rhythm.longest_sitting == Sitting(
        start=unix_ms("2024-01-02T10:00:00"), end=unix_ms("2024-01-02T10:10:00"), ms_played=720_000, plays=2
    )


def test_plays_outside_the_window_are_no_part_of_a_sitting() -> None:
    rows = [row("2023-12-31T23:59:00", 60_000), row("2024-01-01T00:03:00", 120_000, title="from 0:01")]
    sitting = wrapped_of(*rows, first_day="2024-01-01", last_day="2024-01-01").rhythm.longest_sitting
    assert sitting == Sitting(
        start=unix_ms("2024-01-01T00:01:00"), end=unix_ms("2024-01-01T00:03:00"), ms_played=120_000, plays=1
    )


@pytest.mark.parametrize("asked", [{}, {"first_day": "2020-01-01", "last_day": "2020-01-02"}])
def test_without_plays_there_are_zeros_and_none(asked: dict[str, str]) -> None:
    rhythm = wrapped_of(**asked).rhythm
    assert rhythm.clock == [[0] * 24] * 7
    assert rhythm.calendar.ms_played == ([0, 0] if asked else [])
    assert (rhythm.life, rhythm.longest_streak, rhythm.biggest_day, rhythm.longest_sitting) == ([], None, None, None)


def test_a_day_that_comes_twice_is_one_day() -> None:
    """St. John's set its clocks back at 0:01, so that its days go 6, 7, 6, 7."""
    moments = ["2010-11-07T02:29:00", "2010-11-07T02:30:30", "2010-11-07T02:31:30", "2010-11-07T03:31:00"]
    rows = [row(moment, 1_000, title=moment) for moment in moments]
    asked = {"time_zone": "America/St_Johns", "first_day": "2010-11-06", "last_day": "2010-11-06"}
    answer = wrapped_of(*rows, **asked)
    assert answer.rhythm.calendar == Calendar(first_day=date(2010, 11, 6).isoformat(), ms_played=[2_000])
    assert answer.totals.plays == 2
