"""Which plays a question asks for: every filter that it names must fit.

Rows are row numbers of `History.plays`, in the order of time.
"""

import numpy as np
import polars as pl

from aggregator.domain.arrays import Ints
from aggregator.domain.history.history import History
from aggregator.domain.pages.filter_firsts import by_firsts
from aggregator.domain.pages.filter_rows import conditions
from aggregator.domain.pages.filter_times import asked_days, by_times
from aggregator.domain.times.days import DAY_MS
from contracts.messages.questions import PlaysQuestion

_FARTHEST_DAYS = 2
"""More than any zone is away from UTC."""


def fitting_rows(history: History, question: PlaysQuestion) -> Ints:
    """The rows of all plays that fit. Raises InvalidQuestion."""
    rows = _by_conditions(history.plays, question, *_span(history.plays, question))
    return by_firsts(history, question, by_times(history.plays, question, rows))


def _span(plays: pl.DataFrame, question: PlaysQuestion) -> tuple[int, int]:
    """The rows from `since` to `until` that may lie in the window, whatever the zone: first, and behind the last."""
    moments = plays["played_at"].to_numpy()
    first, last = asked_days(question)
    begins = [0, question.since, None if first is None else (first - _FARTHEST_DAYS) * DAY_MS]
    ends = [question.until, None if last is None else (last + _FARTHEST_DAYS) * DAY_MS]
    begin = moments.searchsorted(max(begin for begin in begins if begin is not None))
    end = min((moments.searchsorted(end, side="right") for end in ends if end is not None), default=len(moments))
    return int(begin), max(int(begin), int(end))


def _by_conditions(plays: pl.DataFrame, question: PlaysQuestion, begin: int, end: int) -> Ints:
    plays = plays[begin:end]
    wanted = conditions(plays, question)
    if not wanted:
        return np.arange(begin, end)
    fits = plays.select(pl.all_horizontal(wanted).fill_null(value=False)).to_series()
    return begin + np.flatnonzero(fits.to_numpy())
