"""A wrapped: the report over one window, put together from its statistics."""

import polars as pl

from aggregator.domain.days import local_days
from aggregator.domain.history import History
from aggregator.domain.life import life
from aggregator.domain.sums import day_sums, item_sums, visible_plays
from aggregator.domain.top_albums import top_albums
from aggregator.domain.top_artists import top_artists
from aggregator.domain.top_shows import top_shows
from aggregator.domain.top_tracks import top_tracks
from aggregator.domain.totals import estimated_sums, kind_sums, totals, window_totals
from aggregator.domain.windows import InvalidQuestion, Window, window_of, zone_named
from contracts.messages.discovery import Discovery
from contracts.messages.habits import Habits, Part
from contracts.messages.questions import By, WrappedQuestion
from contracts.messages.rhythm import Calendar, Rhythm
from contracts.messages.toplists import Favourites, TopArtist, TopTrack
from contracts.messages.totals import Sums, Totals, WindowTotals
from contracts.messages.treasures import Treasures
from contracts.messages.wrapped import Wrapped

MAX_LIMIT = 500
_UNKNOWN = Part(plays=0, of=0, share=0.0)


def wrapped(history: History, question: WrappedQuestion) -> Wrapped:
    """The answer to `question` from the whole `history`. Raises InvalidQuestion."""
    if not 1 <= question.limit <= MAX_LIMIT:
        raise InvalidQuestion("invalid_limit", f"limit is from 1 to {MAX_LIMIT}")
    plays = visible_plays(history, question.viewer)
    plays = plays.with_columns(local_days(plays["played_at"], zone_named(question.time_zone)))
    days = day_sums(plays)
    window = window_of(question.first_day, question.last_day, days["day"])
    chosen = plays.filter(window.holds()) if window else plays.clear()
    sums = item_sums(chosen, history.items)
    tracks = top_tracks(sums, question.by, question.limit)
    artists = top_artists(sums, question.by, question.limit)
    return Wrapped(
        revision=history.revision,
        time_zone=question.time_zone,
        by=question.by,
        first_day=window.first.isoformat() if window else None,
        last_day=window.last.isoformat() if window else None,
        totals=_totals(window, sums, chosen, days, _previous(history, question, window, plays, days)),
        favourites=_favourites(sums, question.by, tracks, artists),
        top_tracks=tracks,
        top_artists=artists,
        top_albums=top_albums(sums, question.by, question.limit),
        top_shows=top_shows(sums, question.by, question.limit),
        rhythm=Rhythm(
            clock=[[0] * 24 for _ in range(7)],
            calendar=Calendar(first_day=None, ms_played=[]),
            months=[],
            life=life(days),
            longest_streak=None,
            biggest_day=None,
            longest_sitting=None,
        ),
        discovery=Discovery(
            artists=0,
            tracks=0,
            ms_played=0,
            ms_played_new_artists=0,
            ms_played_new_tracks=0,
            months=[],
            new_artists=[],
            new_tracks=[],
        ),
        treasures=Treasures(
            recent_from=None, forgotten_tracks=[], forgotten_artists=[], loved_tracks=[], loved_artists=[]
        ),
        habits=Habits(
            skipped=_UNKNOWN,
            shuffle=_UNKNOWN,
            offline=_UNKNOWN,
            private=_UNKNOWN,
            platforms=[],
            countries=[],
            most_skipped=None,
        ),
    )


def _previous(
    history: History, question: WrappedQuestion, window: Window | None, plays: pl.DataFrame, days: pl.DataFrame
) -> WindowTotals | None:
    """The window before; None where the question gives no two dates, or the calendar has no such window."""
    before = window.before() if window and question.first_day and question.last_day else None
    if before is None:
        return None
    return window_totals(item_sums(plays.filter(before.holds()), history.items), days, before)


def _totals(
    window: Window | None,
    sums: pl.DataFrame,
    plays: pl.DataFrame,
    days: pl.DataFrame,
    previous: WindowTotals | None,
) -> Totals:
    if window is None:
        nothing = WindowTotals(
            first_day="", last_day="", ms_played=0, streams=0, plays=0, tracks=0, artists=0, albums=0, days=0
        )
        return totals(nothing, kind_sums(sums), Sums(), 1, None)
    now = window_totals(sums, days, window)
    return totals(now, kind_sums(sums), estimated_sums(plays), window.length, previous)


def _favourites(sums: pl.DataFrame, by: By, tracks: list[TopTrack], artists: list[TopArtist]) -> Favourites:
    """The first by playing time, whatever the lists are ordered by."""
    if by != "time":
        tracks, artists = top_tracks(sums, "time", 1), top_artists(sums, "time", 1)
    return Favourites(track=next(iter(tracks), None), artist=next(iter(artists), None))
