"""Windows: two dates, both included, in a person's zone."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from aggregator.domain.times.calendar_days import day_number


class InvalidQuestion(ValueError):
    """The question names no zone, dates or place that can be answered. `code` is for programs, the text for people."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


@dataclass(frozen=True)
class Window:
    """From `first` to `last`, both included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days the calendar has from first to last."""
        return (self.last - self.first).days + 1

    @property
    def first_number(self) -> int:
        """Days from 1970-01-01 to the first day."""
        return day_number(self.first)

    @property
    def last_number(self) -> int:
        """Days from 1970-01-01 to the last day."""
        return day_number(self.last)

    def before(self) -> "Window | None":
        """The window of the same length just before this one; None before the calendar begins."""
        try:
            return Window(self.first - timedelta(self.length), self.first - timedelta(1))
        except OverflowError:
            return None

    def holds(self) -> pl.Expr:
        """Whether the column `day` is in the window."""
        return pl.col("day").is_between(self.first, self.last)


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone. Raises InvalidQuestion."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidQuestion("invalid_time_zone", f"{name!r} is no time zone of the IANA list") from error


def day_named(text: str | None) -> date | None:
    """The date `YYYY-MM-DD`. Raises InvalidQuestion."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InvalidQuestion("invalid_window", f"{text!r} is no date; write YYYY-MM-DD") from error


def window_of(first_day: str | None, last_day: str | None, days: pl.Series) -> Window | None:
    """As `window_between`, of a history with plays on `days`."""
    lowest, highest = days.min(), days.max()
    return window_between(
        first_day,
        last_day,
        lowest if isinstance(lowest, date) else None,
        highest if isinstance(highest, date) else None,
    )


def window_between(
    first_day: str | None, last_day: str | None, lowest: date | None, highest: date | None
) -> Window | None:
    """The window asked for; where a date is missing, the history's first or last day. None without dates and days.

    Raises InvalidQuestion where the dates are none or run backwards.
    """
    asked_first, asked_last = day_named(first_day), day_named(last_day)
    if asked_first and asked_last and asked_first > asked_last:
        raise InvalidQuestion("invalid_window", f"{first_day} is after {last_day}; the first day comes first")
    first = asked_first or lowest or asked_last
    last = asked_last or highest or asked_first
    if first is None or last is None:
        return None
    # a history that lies wholly beside a single date asked for gives an empty window of that one day
    return Window(min(first, last), last) if asked_last else Window(first, max(first, last))
