"""Filters that look at one play alone: what was played, how, on what and where."""

from collections.abc import Iterator

import polars as pl

from aggregator.domain.history.country_names import UNKNOWN
from aggregator.domain.history.device_families import platform_family
from aggregator.domain.history.skips import known_skip_rows, skip_rows
from contracts.messages.plays import STREAM_MS
from contracts.messages.questions import PlaysQuestion

_KINDS = {"track": ["track"], "episode": ["episode"], "chapter": ["chapter"], "show": ["episode", "chapter"]}
_ANSWERS = ("shuffle", "offline", "private", "estimate")


def conditions(plays: pl.DataFrame, question: PlaysQuestion) -> list[pl.Expr]:
    """What must hold of each of `plays`; where it is null, the export does not say, and the play does not fit."""
    return [*_of_viewer(question), *_of_names(question), *_of_places(plays, question), *_of_answers(plays, question)]


def _of_viewer(question: PlaysQuestion) -> Iterator[pl.Expr]:
    if question.viewer == "other":
        yield ~pl.col("private").fill_null(value=False)
    if question.counted:
        yield ~pl.col("double")
    if question.streams:
        yield pl.col("ms_played") >= STREAM_MS


def _of_names(question: PlaysQuestion) -> Iterator[pl.Expr]:
    """Names fit as the lists count them: exactly, of plays that have a title; a missing name is the empty one."""
    names = {"title": question.track, "artist": question.artist, "album": question.album}
    for column, name in names.items():
        if name is not None:
            yield pl.col("title").is_not_null()
            yield (pl.col(column) == name) if name else pl.col(column).is_null()
    if question.kind is not None:
        yield pl.col("kind").is_in(_KINDS[question.kind])


def _of_places(plays: pl.DataFrame, question: PlaysQuestion) -> Iterator[pl.Expr]:
    if question.platform is not None:
        named = (name for name in plays["platform"].unique() if name is not None)
        yield pl.col("platform").is_in([name for name in named if platform_family(name) == question.platform])
    if question.country is not None:
        yield (pl.col("country") == question.country) & (pl.col("country") != UNKNOWN)


def _of_answers(plays: pl.DataFrame, question: PlaysQuestion) -> Iterator[pl.Expr]:
    if question.skipped is not None:
        yield pl.lit(pl.Series(known_skip_rows(plays) & (skip_rows(plays) == question.skipped)))
    for name in _ANSWERS:
        wanted = getattr(question, name)
        if wanted is not None:
            yield pl.col(name) if wanted else ~pl.col(name)
