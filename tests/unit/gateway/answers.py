"""Answers of the aggregator, made up: any of the right shape, and a small one."""

from typing import Any

from hypothesis import strategies as st

from contracts.messages import questions as q

_MOMENTS = st.integers(1_136_073_600_000, 1_800_000_000_000)
_COUNTS = st.integers(0, 2**53)
_NAMES = st.text(min_size=1, max_size=8)
_SUMS = st.builds(q.Sums, ms_played=_COUNTS, streams=_COUNTS, plays=_COUNTS)
_RANKED: dict[str, Any] = {
    "rank": st.integers(1, 500),
    "ms_played": _COUNTS,
    "streams": _COUNTS,
    "plays": _COUNTS,
    "share": st.floats(0, 1),
    "first_played": _MOMENTS,
    "last_played": _MOMENTS,
}
_TRACKS = st.builds(
    q.TopTrack, title=_NAMES, artist=_NAMES, album=st.none() | _NAMES, spotify_id=st.none() | _NAMES, **_RANKED
)
_ARTISTS = st.builds(q.TopArtist, name=_NAMES, tracks=_COUNTS, sample_id=st.none(), sample_title=st.none(), **_RANKED)
_ALBUMS = st.builds(q.TopAlbum, title=_NAMES, artist=_NAMES, tracks=_COUNTS, sample_id=st.none(), **_RANKED)
_SHOWS = st.builds(q.TopShow, name=_NAMES, episodes=_COUNTS, sample_id=st.none(), **_RANKED)
_WINDOW = dict.fromkeys(("ms_played", "streams", "plays", "tracks", "artists", "albums", "days"), _COUNTS)
_DAY = st.dates().map(lambda day: day.isoformat())
_TOTALS = st.builds(
    q.Totals,
    mean_ms_per_day=_COUNTS,
    by_kind=st.builds(q.KindSums, track=_SUMS, episode=_SUMS, chapter=_SUMS),
    estimated=_SUMS,
    previous=st.none() | st.builds(q.WindowTotals, first_day=_DAY, last_day=_DAY, **_WINDOW),
    **_WINDOW,
)


def answers() -> st.SearchStrategy[q.Wrapped]:
    """Any answer."""
    return st.builds(
        q.Wrapped,
        revision=st.integers(0, 9),
        time_zone=st.just("UTC"),
        by=st.sampled_from(["time", "streams"]),
        first_day=_DAY,
        last_day=_DAY,
        totals=_TOTALS,
        favourites=st.builds(q.Favourites, track=st.none() | _TRACKS, artist=st.none() | _ARTISTS),
        top_tracks=st.lists(_TRACKS, max_size=4),
        top_artists=st.lists(_ARTISTS, max_size=4),
        top_albums=st.lists(_ALBUMS, max_size=4),
        top_shows=st.lists(_SHOWS, max_size=4),
        life=st.just([q.MonthOfLife(month="2025-01", ms_played=1)]),
    )


def small_answer(revision: int = 0) -> q.Wrapped:
    """One track, and nothing else."""
    track = q.TopTrack(
        rank=1, title="Treppenhaus", artist="Die Nachbarn", album=None, ms_played=200_000, streams=1, plays=1,
        share=1.0, first_played=1_700_000_000_000, last_played=1_700_000_000_000, spotify_id="4uLU6hMCjMI75M1A2tKUQC",
    )  # fmt: skip
    totals = q.Totals(
        ms_played=200_000, streams=1, plays=1, tracks=1, artists=1, albums=0, days=1, mean_ms_per_day=200_000,
        by_kind=q.KindSums(), estimated=q.Sums(), previous=None,
    )  # fmt: skip
    return q.Wrapped(
        revision=revision, time_zone="UTC", by="time", first_day="2023-11-14", last_day="2023-11-14", totals=totals,
        favourites=q.Favourites(track=track, artist=None), top_tracks=[track], top_artists=[], top_albums=[],
        top_shows=[], life=[],
    )  # fmt: skip
