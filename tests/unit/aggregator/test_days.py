"""The day of a moment in a zone: always what zoneinfo says, also where a zone skips, cuts or repeats hours and days."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.times.days import local_days, offset_changes
from tests.harness.segments import unix_ms

ZONES = [
    "UTC",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Pyongyang",
]
MOMENTS = st.integers(unix_ms("2006-01-01T00:00:00"), unix_ms("2037-12-31T00:00:00"))


def day_by_zoneinfo(moment: int, zone: str) -> date:
    return datetime.fromtimestamp(moment // 1000, UTC).astimezone(ZoneInfo(zone)).date()


@given(st.lists(MOMENTS, min_size=1, max_size=50), st.sampled_from(ZONES))
def test_the_same_day_as_zoneinfo(moments: list[int], zone: str) -> None:
    moments.sort()
    days = local_days(pl.Series(moments), ZoneInfo(zone)).to_list()
    assert days == [day_by_zoneinfo(moment, zone) for moment in moments]


@pytest.mark.parametrize("zone", ZONES)
def test_around_every_change_of_a_zone_to_the_millisecond(zone: str) -> None:
    changes = [change for year in range(2006, 2030) for change, _ in offset_changes(ZoneInfo(zone), year)]
    moments = sorted(change + ms for change in changes for ms in (-3_600_001, -1, 0, 1, 60_000, 3_600_000))
    days = local_days(pl.Series(moments), ZoneInfo(zone)).to_list()
    assert days == [day_by_zoneinfo(moment, zone) for moment in moments]


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2024-03-30T22:59:59", "Europe/Berlin", "2024-03-30"),
        ("2024-03-30T23:00:00", "Europe/Berlin", "2024-03-31"),  # the day the clocks go forward
        ("2024-03-31T21:59:59", "Europe/Berlin", "2024-03-31"),
        ("2024-03-31T22:00:00", "Europe/Berlin", "2024-04-01"),  # 23 hours later
        ("2024-07-14T18:29:59", "Asia/Kolkata", "2024-07-14"),
        ("2024-07-14T18:30:00", "Asia/Kolkata", "2024-07-15"),
        ("2024-07-15T02:30:00", "America/St_Johns", "2024-07-15"),
        ("2011-12-30T09:59:59", "Pacific/Apia", "2011-12-29"),
        ("2011-12-30T10:00:00", "Pacific/Apia", "2011-12-31"),  # there was no 30th
        ("2018-11-04T02:59:59", "America/Sao_Paulo", "2018-11-03"),
        ("2018-11-04T03:00:00", "America/Sao_Paulo", "2018-11-04"),  # its first hour was left out
        ("2010-11-07T02:30:30", "America/St_Johns", "2010-11-07"),  # midnight, a minute, and back to the day before
        ("2010-11-07T02:31:30", "America/St_Johns", "2010-11-06"),
    ],
)
def test_days_that_are_known(moment: str, zone: str, day: str) -> None:
    assert local_days(pl.Series([unix_ms(moment)]), ZoneInfo(zone)).to_list() == [date.fromisoformat(day)]


def test_no_moments_have_no_days() -> None:
    assert local_days(pl.Series([], dtype=pl.Int64), ZoneInfo("UTC")).to_list() == []
