"""Where one stands among those who share, as the aggregator's batch has put it down."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Annotated, Literal, NamedTuple, get_args

import msgspec

Measure = Literal["ms_played", "streams", "tracks", "artists"]

_WHOLE_LIFE = "all"
_PERIOD = msgspec.Meta(description="A UTC year, or `all`", examples=["2024", _WHOLE_LIFE])
_PER_MILLE = msgspec.Meta(description="So many thousandths of the others have less", ge=0, le=1000)


class StandingRow(NamedTuple):
    """One measure of one period; `people` share and have plays in the period."""

    period: str
    measure: str
    value: int
    per_mille: int
    people: int


class MeasureStanding(msgspec.Struct, frozen=True, kw_only=True):
    """One's own value of a measure, and how many of the others have less."""

    measure: Measure
    value: int
    per_mille: Annotated[int, _PER_MILLE]


class PeriodStanding(msgspec.Struct, frozen=True, kw_only=True):
    """A period, with how many people share and have plays in it."""

    period: Annotated[str, _PERIOD]
    people: int
    measures: list[MeasureStanding]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Only for who shares (`shared`), and only among five or more; else without periods, and `people` is null."""

    shared: bool
    people: Annotated[int, msgspec.Meta(description="How many share, over the whole life")] | None
    periods: list[PeriodStanding]


NOT_SHARED = Standing(shared=False, people=None, periods=[])


def standing_of(rows: Iterable[StandingRow]) -> Standing:
    """The standing of somebody who shares; the whole life comes first, then the years, newest first."""
    ordered = sorted(sorted(rows, key=_measure), key=_period, reverse=True)
    periods = [_of_period(period, list(group)) for period, group in groupby(ordered, attrgetter("period"))]
    whole = next((period.people for period in periods if period.period == _WHOLE_LIFE), None)
    return Standing(shared=True, people=whole, periods=periods)


def _of_period(period: str, rows: list[StandingRow]) -> PeriodStanding:
    measures = [
        msgspec.convert({"measure": row.measure, "value": row.value, "per_mille": row.per_mille}, MeasureStanding)
        for row in rows
    ]
    return PeriodStanding(period=period, people=rows[0].people, measures=measures)


def _measure(row: StandingRow) -> int:
    return get_args(Measure).index(row.measure)


def _period(row: StandingRow) -> tuple[bool, str]:
    return row.period == _WHOLE_LIFE, row.period
