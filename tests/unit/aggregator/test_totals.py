"""Totals, worked out by hand."""

from contracts.messages.totals import KindSums, Sums, WindowTotals
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_of

ROWS = [
    row("2024-01-31T23:30:00", 100_000, title="Before"),
    row("2024-02-01T08:00:00", 200_000),
    row("2024-02-01T09:00:00", 29_999, title="Short", album=None),
    row("2024-02-02T09:00:00", 40_000, artist=None, title="Unknown", album=None),
    row("2024-02-02T10:00:00", 50_000, kind="track", artist=None, title=None, album=None, spotify_id="gone"),
    row("2024-02-02T11:00:00", 60_000, kind="episode", artist="Show", title="One", album=None),
    row("2024-02-03T11:00:00", 70_000, kind="chapter", artist="Book", title="I", album=None, private=True),
    row("2024-02-03T12:00:00", 80_000, kind="episode", artist=None, title=None, album=None),
]
FEBRUARY = {"first_day": "2024-02-01", "last_day": "2024-02-29"}


def test_sums_kinds_and_distinct_things() -> None:
    totals = wrapped_of(*ROWS, **FEBRUARY).totals
    assert (totals.ms_played, totals.streams, totals.plays) == (529_999, 6, 7)
    assert totals.by_kind == KindSums(
        track=Sums(ms_played=319_999, streams=3, plays=4),
        episode=Sums(ms_played=140_000, streams=2, plays=2),
        chapter=Sums(ms_played=70_000, streams=1, plays=1),
    )
    assert (totals.tracks, totals.artists, totals.albums, totals.days) == (3, 1, 1, 3)
    assert totals.mean_ms_per_day == 529_999 // 29


def test_the_window_before_is_of_the_same_length() -> None:
    assert wrapped_of(*ROWS, **FEBRUARY).totals.previous == WindowTotals(
        first_day="2024-01-03",
        last_day="2024-01-31",
        ms_played=100_000,
        streams=1,
        plays=1,
        tracks=1,
        artists=1,
        albums=1,
        days=1,
    )


def test_somebody_else_sees_no_private_session() -> None:
    seen = wrapped_of(*ROWS, **FEBRUARY, viewer="other")
    assert (seen.totals.ms_played, seen.totals.plays) == (459_999, 6)
    assert seen.totals.by_kind.chapter == Sums()
    assert [show.name for show in seen.top_shows] == ["Show"]
    assert seen.rhythm.life[-1].ms_played == 459_999


def test_without_dates_the_window_is_the_life() -> None:
    answer = wrapped_of(*ROWS, time_zone="Asia/Kolkata")
    assert (answer.first_day, answer.last_day) == ("2024-02-01", "2024-02-03")
    assert answer.totals.previous is None
    assert answer.totals.plays == len(ROWS)


def test_a_window_without_plays_has_zeros() -> None:
    answer = wrapped_of(*ROWS, first_day="2020-01-01", last_day="2020-01-02")
    assert (answer.first_day, answer.last_day) == ("2020-01-01", "2020-01-02")
    assert (answer.totals.ms_played, answer.totals.days, answer.totals.by_kind) == (0, 0, KindSums())
    assert (answer.top_tracks, answer.top_artists, answer.top_albums, answer.top_shows) == ([], [], [], [])
    assert (answer.favourites.track, answer.favourites.artist) == (None, None)


def test_nobody_s_history_has_no_dates() -> None:
    answer = wrapped_of()
    assert (answer.first_day, answer.last_day, answer.rhythm.life) == (None, None, [])
    assert answer.totals.previous is None


def test_doubles_are_in_no_sum() -> None:
    once, twice = row("2024-02-01T08:00:00", 200_000), row("2024-02-01T08:00:05", 200_000)
    assert wrapped_of(once, twice) == wrapped_of(once)
