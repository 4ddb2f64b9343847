"""The top artists: the artists of tracks, by all that was played of them. Nameless rows are in no list."""

import polars as pl

from aggregator.domain.ranking import most_played, only, ranked
from aggregator.domain.sums import MOMENTS, SUMS
from contracts.messages.questions import By
from contracts.messages.toplists import TopArtist


def top_artists(sums: pl.DataFrame, by: By, limit: int) -> list[TopArtist]:
    """The `limit` first artists of the item sums of a window; `tracks` counts their distinct titles in it."""
    songs = sums.filter(pl.col("track").is_not_null() & pl.col("artist").is_not_null())
    artists = songs.group_by("artist").agg(*SUMS, *MOMENTS, pl.col("track").n_unique().alias("tracks"))
    top = ranked(artists, by, limit, ["artist"])
    samples = _samples(only(songs, top.frame, "artist"))
    return [
        TopArtist(
            rank=row["rank"],
            name=row["artist"],
            ms_played=row["ms_played"],
            streams=row["streams"],
            plays=row["plays"],
            tracks=row["tracks"],
            share=row["share"],
            rank_before=None,
            first_played=row["first_played"],
            last_played=row["last_played"],
            sample_id=samples.get(row["artist"], (None, None))[0],
            sample_title=samples.get(row["artist"], (None, None))[1],
        )
        for row in top.rows()
    ]


def _samples(songs: pl.DataFrame) -> dict[str, tuple[str, str]]:
    """(id, title) for each artist: of the most played track that has an id, and the most played id of that track."""
    ids = most_played(songs, "track", "spotify_id")
    titles = songs.group_by("track").agg(pl.col("title").first())
    tracks = most_played(only(songs, ids, "track"), "artist", "track")
    joined = tracks.join(ids, on="track").join(titles, on="track")
    return {artist: (spotify_id, title) for artist, _, spotify_id, title in joined.iter_rows()}
