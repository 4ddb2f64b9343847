"""Windows: what is asked for, what is missing, and the one before."""

from datetime import date

import polars as pl
import pytest

from aggregator.domain.times.windows import InvalidQuestion, Window, window_of, zone_named

DAYS = pl.Series([date(2024, 2, 3), date(2024, 5, 6)])
NONE = pl.Series([], dtype=pl.Date)


@pytest.mark.parametrize(
    ("first", "last", "days", "expected"),
    [
        ("2024-01-01", "2024-12-31", DAYS, ("2024-01-01", "2024-12-31")),
        ("2030-01-01", "2030-01-01", NONE, ("2030-01-01", "2030-01-01")),
        (None, None, DAYS, ("2024-02-03", "2024-05-06")),
        ("2024-03-01", None, DAYS, ("2024-03-01", "2024-05-06")),
        (None, "2024-03-01", DAYS, ("2024-02-03", "2024-03-01")),
        ("2025-01-01", None, DAYS, ("2025-01-01", "2025-01-01")),
        (None, "2023-01-01", DAYS, ("2023-01-01", "2023-01-01")),
        ("2025-01-01", None, NONE, ("2025-01-01", "2025-01-01")),
    ],
)
def test_a_missing_date_is_that_of_the_history(
    first: str | None, last: str | None, days: pl.Series, expected: tuple[str, str]
) -> None:
    window = window_of(first, last, days)
    assert window is not None
    assert (window.first.isoformat(), window.last.isoformat()) == expected


def test_without_dates_and_plays_there_is_no_window() -> None:
    assert window_of(None, None, NONE) is None


@pytest.mark.parametrize(("first", "last"), [("2024-02-30", None), ("x", None), ("2024-05-02", "2024-05-01")])
def test_dates_that_make_no_sense(first: str, last: str | None) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        window_of(first, last, DAYS)
    assert refused.value.code == "invalid_window"


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2024-03-01", "2024-03-01", ("2024-02-29", "2024-02-29")),
        ("2024-01-01", "2024-12-31", ("2022-12-31", "2023-12-31")),  # as many days, not the year before
        ("2024-03-25", "2024-03-31", ("2024-03-18", "2024-03-24")),
    ],
)
def test_the_window_before_is_as_long(first: str, last: str, before: tuple[str, str]) -> None:
    window = Window(date.fromisoformat(first), date.fromisoformat(last))
    previous = window.before()
    assert previous is not None
    assert (previous.first.isoformat(), previous.last.isoformat()) == before
    assert previous.length == window.length


def test_before_the_calendar_there_is_none() -> None:
    assert Window(date.min, date.max).before() is None


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "/etc/localtime", "Europe", "a\0b"])
def test_what_is_no_zone(name: str) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        zone_named(name)
    assert refused.value.code == "invalid_time_zone"
