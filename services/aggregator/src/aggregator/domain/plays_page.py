"""The plays themselves, newest first, page by page."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import polars as pl

from aggregator.domain.days import local_days
from aggregator.domain.history import History
from aggregator.domain.segment import ACCOUNT
from aggregator.domain.windows import InvalidQuestion, window_of, zone_named
from contracts.messages.plays_page import Play, PlaysAnswered
from contracts.messages.questions import PlaysQuestion

MAX_LIMIT = 500

_SHOWN = (
    "played_at",
    "kind",
    "title",
    "artist",
    "album",
    "ms_played",
    "spotify_id",
    "platform",
    "country",
    "reason_start",
    "reason_end",
    "shuffle",
    "skipped",
    "offline",
    "private",
    "double",
    "estimate",
)


def plays_page(history: History, question: PlaysQuestion) -> PlaysAnswered:
    """One page; doubles are shown and marked, estimates that an export has replaced are not. Raises InvalidQuestion."""
    if not 1 <= question.limit <= MAX_LIMIT:
        raise InvalidQuestion("invalid_limit", f"limit is from 1 to {MAX_LIMIT}")
    plays = history.plays.with_row_index("row")
    if question.cursor is not None:
        plays = plays.head(_row_of(question.cursor, plays["played_at"]))
    plays = _in_window(_asked_for(plays, question), question)
    page = plays.tail(question.limit).reverse()
    more = plays.height > page.height
    return PlaysAnswered(
        revision=history.revision,
        plays=[_play(row) for row in page.iter_rows(named=True)],
        next_cursor=_cursor(page.row(-1, named=True), history.plays["played_at"]) if more else None,
    )


def _asked_for(plays: pl.DataFrame, question: PlaysQuestion) -> pl.DataFrame:
    for column, name in (("title", question.track), ("artist", question.artist)):
        if name is not None:
            plays = plays.filter(pl.col(column) == name)
    return plays if question.viewer == "owner" else plays.filter(~pl.col("private").fill_null(value=False))


def _in_window(plays: pl.DataFrame, question: PlaysQuestion) -> pl.DataFrame:
    zone = zone_named(question.time_zone)
    if question.first_day is None and question.last_day is None:
        return plays
    plays = plays.with_columns(local_days(plays["played_at"], zone))
    window = window_of(question.first_day, question.last_day, plays["day"])
    return plays.filter(window.holds()) if window else plays


def _play(row: dict[str, Any]) -> Play:
    return Play(
        precision="minute" if row["source"] == ACCOUNT else "second",
        **{name: row[name] for name in _SHOWN},
    )


def _cursor(last: dict[str, Any], moments: pl.Series) -> str:
    """Names a play by its moment and its place among the plays of that moment: other moments may come and go."""
    place = last["row"] - moments.search_sorted(last["played_at"], side="left")
    return urlsafe_b64encode(f"{last['played_at']}.{place}".encode()).decode()


def _row_of(cursor: str, moments: pl.Series) -> int:
    try:
        played_at, place = map(int, urlsafe_b64decode(cursor).decode().split("."))
        if not 0 <= played_at < 2**63 or place < 0:
            raise ValueError(cursor)
    except ValueError as error:
        raise InvalidQuestion("invalid_cursor", "the cursor is none of ours; begin without one") from error
    return int(moments.search_sorted(played_at, side="left")) + min(place, len(moments))
