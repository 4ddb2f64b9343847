"""What one upload has brought, counted from all plays of its person."""

import polars as pl

from aggregator.domain.durable.stored import BroughtByFile
from aggregator.domain.history.doubles import double_rows
from aggregator.domain.history.estimates import MINUTE_MS, without_replaced_estimates
from aggregator.domain.segment import ACCOUNT, LIVE, SOURCES
from contracts.messages.plays import PlaysRead

COLUMNS = (
    "source",
    "played_at",
    "ms_played",
    "artist",
    "title",
    "spotify_id",
    "first_upload",
    "first_file",
    "improved_upload",
    "improved_file",
)
"""Of year_table.SCHEMA: what the account is counted from."""


def brought_by_files(plays: pl.DataFrame, upload_id: str) -> tuple[BroughtByFile, ...]:
    """What each file of the upload brought first and bettered, and how many of the former are double logging.

    `plays` are all plays of the person in the order of (played_at, identity). Files that brought nothing are left out.
    """
    first = pl.col("first_upload") == upload_id
    imported = _by_file(plays.filter(first), "first_file")
    improved = _by_file(plays.filter(pl.col("improved_upload") == upload_id), "improved_file")
    counted = without_replaced_estimates(plays)
    doubles = _by_file(counted[double_rows(counted)].filter(first), "first_file")
    files = sorted(imported.keys() | improved.keys())
    return tuple(
        BroughtByFile(file, imported.get(file, 0), improved.get(file, 0), doubles.get(file, 0)) for file in files
    )


def stands_for(record: PlaysRead) -> int | None:
    """The latest moment that a record's rows stand for, unix ms: an account row stands for its whole minute.

    None of live plays, which replace nothing.
    """
    if record.source == SOURCES[LIVE]:
        return None
    return max(record.plays.played_at) + (MINUTE_MS - 1 if record.source == SOURCES[ACCOUNT] else 0)


def replaced_estimates(plays: pl.DataFrame, newest: int | None) -> int:
    """How many plays of the live feed lie at or before `newest`, the latest moment that the upload's rows stand for."""
    if newest is None:
        return 0
    return plays.filter((pl.col("source") == LIVE) & (pl.col("played_at") <= newest)).height


def _by_file(plays: pl.DataFrame, column: str) -> dict[int, int]:
    return dict(plays.group_by(column).len().iter_rows())
