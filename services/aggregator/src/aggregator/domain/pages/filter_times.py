"""Filters by the calendar of the person's zone: days of the window, months, weekdays and hours."""

import numpy as np
import polars as pl

from aggregator.domain.arrays import Bools, Ints
from aggregator.domain.times.calendar_days import day_number, months_of
from aggregator.domain.times.days import DAY_MS, HOUR_MS, local_ms
from aggregator.domain.times.windows import InvalidQuestion, day_named, zone_named
from contracts.messages.questions import PlaysQuestion

_THURSDAY = 3
"""The weekday of 1970-01-01, Monday being 0."""


def asked_days(question: PlaysQuestion) -> tuple[int | None, int | None]:
    """First and last day of the window as days since 1970; None for a side that is open. Raises InvalidQuestion."""
    first, last = day_named(question.first_day), day_named(question.last_day)
    if first and last and first > last:
        raise InvalidQuestion("invalid_window", f"{first} is after {last}; the first day comes first")
    return (day_number(first) if first else None), (day_number(last) if last else None)


def in_window(days: Ints, question: PlaysQuestion) -> Bools:
    """Which of `days` (days since 1970) lie in the window asked for."""
    first, last = asked_days(question)
    fits = np.ones(len(days), np.bool_)
    if first is not None:
        fits &= days >= first
    if last is not None:
        fits &= days <= last
    return fits


def by_times(plays: pl.DataFrame, question: PlaysQuestion, rows: Ints) -> Ints:
    """Those of `rows` whose moment in the zone fits. Raises InvalidQuestion."""
    zone = zone_named(question.time_zone)
    asked = (question.first_day, question.last_day, question.month, question.weekday, question.hour)
    if asked == (None,) * len(asked) or not len(rows):
        return rows
    hours = local_ms(plays["played_at"].to_numpy()[rows], zone) // HOUR_MS
    kept = _by_days(hours // (DAY_MS // HOUR_MS), question)
    if question.hour is not None:
        kept = kept[hours[kept] % (DAY_MS // HOUR_MS) == question.hour]
    return rows[kept]


def _by_days(days: Ints, question: PlaysQuestion) -> Ints:
    """The places of those of `days` that fit: each day is looked at once, however many plays it has."""
    first = int(days.min())
    every = np.arange(first, int(days.max()) + 1)
    fits = in_window(every, question)
    if question.month is not None:
        fits &= months_of(every) % 12 + 1 == question.month
    if question.weekday is not None:
        fits &= (every + _THURSDAY) % 7 + 1 == question.weekday
    return np.flatnonzero(fits[days - first])
