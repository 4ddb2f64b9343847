"""The life strip."""

from contracts.messages.rhythm import MonthOfLife
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_of


def test_every_month_of_the_life_in_the_person_s_zone_whatever_the_window() -> None:
    rows = [
        row("2023-10-31T23:30:00", 1_000),
        row("2024-01-15T12:00:00", 20_000),
        row("2024-01-31T22:59:59", 300_000),
        row("2024-01-31T23:00:00", 4_000),
    ]
    answer = wrapped_of(*rows, time_zone="Europe/Berlin", first_day="2024-01-01", last_day="2024-01-02")
    assert answer.rhythm.life == [
        MonthOfLife(month="2023-11", ms_played=1_000),
        MonthOfLife(month="2023-12", ms_played=0),
        MonthOfLife(month="2024-01", ms_played=320_000),
        MonthOfLife(month="2024-02", ms_played=4_000),
    ]
