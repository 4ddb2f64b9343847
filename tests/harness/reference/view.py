"""What every part of a wrapped is computed from: the counted plays of a life, a zone, and a window of days."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tests.harness.reference.plays import Play
from tests.harness.reference.zones import local

MAX_DAYS = 20_000
"""A longer window is shown from its first to its last play only."""


@dataclass(frozen=True, slots=True)
class View:
    """`counted` are all plays that count, in their order; the window's days are both included, None without plays."""

    counted: list[Play]
    zone: str
    first: date | None
    last: date | None

    def day(self, play: Play) -> date:
        """The day to which the play belongs: that of its end, by the zone's rules on that day."""
        return local(play.moment, self.zone).date()

    def month(self, play: Play) -> str:
        """The month (`YYYY-MM`) to which the play belongs."""
        return month_of(self.day(play))

    def inside(self) -> list[Play]:
        """The plays of the window."""
        if self.first is None or self.last is None:
            return []
        return [play for play in self.counted if self.first <= self.day(play) <= self.last]

    def before(self) -> "View | None":
        """The window of the same length just before; None where the calendar has none."""
        if self.first is None or self.last is None:
            return None
        length = self.last - self.first + timedelta(days=1)
        try:
            return View(self.counted, self.zone, self.first - length, self.last - length)
        except OverflowError:
            return None

    def by_day(self, plays: Iterable[Play]) -> dict[date, list[Play]]:
        """The plays of each day."""
        days: dict[date, list[Play]] = defaultdict(list)
        for play in plays:
            days[self.day(play)].append(play)
        return days

    def by_month(self, plays: Iterable[Play]) -> dict[str, list[Play]]:
        """The plays of each month."""
        months: dict[str, list[Play]] = defaultdict(list)
        for play in plays:
            months[self.month(play)].append(play)
        return months

    def days(self) -> list[date]:
        """Every day of the window, in order."""
        if self.first is None or self.last is None:
            return []
        if (self.last - self.first).days < MAX_DAYS:
            return days_from(self.first, self.last)
        heard = [self.day(play) for play in self.inside()]
        return days_from(min(heard), max(heard)) if heard else []

    def months(self) -> list[str]:
        """Every month (`YYYY-MM`) that the window's days touch, in order."""
        return sorted({month_of(day) for day in self.days()})


def days_from(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included."""
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def month_of(day: date) -> str:
    """`YYYY-MM`."""
    return day.isoformat()[:7]


def view_of(counted: list[Play], zone: str, first: date | None, last: date | None) -> View:
    """The view of a window. A side that is not asked for is the day of the first or last play, or the other side."""
    days = [local(play.moment, zone).date() for play in counted]
    earliest, latest = min(days, default=first or last), max(days, default=last or first)
    if first is None and last is None:
        return View(counted, zone, earliest, latest)
    if first is None and earliest and last:
        return View(counted, zone, min(earliest, last), last)
    if last is None and latest and first:
        return View(counted, zone, first, max(latest, first))
    return View(counted, zone, first, last)
