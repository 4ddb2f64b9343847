"""What a report is asked, and how its parts are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import duckdb

LIMIT = 50
RECENT_DAYS = 365


@dataclass(frozen=True, slots=True)
class Question:
    """One window asked on a cursor of its own."""

    cursor: duckdb.DuckDBPyConnection
    first: date
    last: date

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """The answer to a statement, in which `$first`, `$last` and the other days of `_days` may stand."""
        days = self._days()
        return list(self.cursor.execute(statement, {name: days[name] for name in _named(statement)}).fetchall())

    def row(self, statement: str) -> tuple[Any, ...]:
        """The answer to a statement that has one row."""
        return self.rows(statement)[0]

    def run(self, statement: str) -> None:
        """Make a temporary table."""
        self.rows(statement)

    @property
    def recent(self) -> date:
        """The first of the recent days: the window, at most its last 365 days."""
        return max(self.first, self.last - timedelta(days=RECENT_DAYS - 1))

    def _days(self) -> Mapping[str, date]:
        length = self.last - self.first + timedelta(days=1)
        return {
            "first": self.first,
            "last": self.last,
            "first_before": self.first - length,
            "last_before": self.first - timedelta(days=1),
            "recent": self.recent,
            "silent": self.last - timedelta(days=RECENT_DAYS - 1),
            "old": self.recent - timedelta(days=RECENT_DAYS),
        }


def months(first: date, last: date) -> list[str]:
    """Every month from one day to the other, as `YYYY-MM`."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


@cache
def _named(statement: str) -> frozenset[str]:
    return frozenset(re.findall(r"\$(\w+)", statement))
