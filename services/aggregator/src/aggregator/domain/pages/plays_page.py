"""The plays themselves, newest first, page by page, with the sums of all that fit."""

from typing import Any

from aggregator.domain.arrays import Ints
from aggregator.domain.history.history import History
from aggregator.domain.history.streams import stream_rows
from aggregator.domain.pages.play_filters import fitting_rows
from aggregator.domain.pages.plays_cursor import cursor_of, row_behind
from aggregator.domain.segment import ACCOUNT
from aggregator.domain.times.windows import InvalidQuestion
from contracts.messages.plays_page import Play, PlaysAnswered
from contracts.messages.questions import PlaysQuestion
from contracts.messages.totals import Sums

MAX_LIMIT = 500

_SHOWN = tuple(name for name in Play.__struct_fields__ if name != "precision")


def plays_page(history: History, question: PlaysQuestion) -> PlaysAnswered:
    """One page; doubles are shown and marked, estimates that an export has replaced are not. Raises InvalidQuestion."""
    if not 1 <= question.limit <= MAX_LIMIT:
        raise InvalidQuestion("invalid_limit", f"limit is from 1 to {MAX_LIMIT}")
    moments = history.plays["played_at"].to_numpy()
    fitting = rest = fitting_rows(history, question)
    if question.cursor is not None:
        rest = fitting[: fitting.searchsorted(row_behind(question.cursor, moments))]
    page = rest[-question.limit :][::-1]
    return PlaysAnswered(
        revision=history.revision,
        plays=_plays(history, page),
        next_cursor=cursor_of(int(page[-1]), moments) if len(page) < len(rest) else None,
        sums=_sums(history, fitting),
    )


def _plays(history: History, rows: Ints) -> list[Play]:
    shown = history.plays[rows].select("source", *_SHOWN)
    return [_play(row) for row in shown.iter_rows(named=True)]


def _play(row: dict[str, Any]) -> Play:
    return Play(precision="minute" if row.pop("source") == ACCOUNT else "second", **row)


def _sums(history: History, rows: Ints) -> Sums:
    """What a number says that these plays were counted for: doubles are in none."""
    counted = rows[~history.plays["double"].to_numpy()[rows]]
    ms_played = history.plays["ms_played"].to_numpy()[counted]
    return Sums(ms_played=int(ms_played.sum()), streams=int(stream_rows(ms_played).sum()), plays=len(counted))
