"""The top albums: (artist, album) of kind track. A missing artist is the empty name."""

import polars as pl

from aggregator.domain.ranking import most_played, only, ranked
from aggregator.domain.sums import MOMENTS, SUMS
from contracts.messages.questions import By
from contracts.messages.toplists import TopAlbum


def top_albums(sums: pl.DataFrame, by: By, limit: int) -> list[TopAlbum]:
    """The `limit` first albums of the item sums of a window; `tracks` counts their distinct titles in it."""
    albums = (
        sums.filter(pl.col("record").is_not_null())
        .group_by("record")
        .agg(
            pl.col("album", "artist").first(),
            *SUMS,
            *MOMENTS,
            pl.col("track").n_unique().alias("tracks"),
        )
    )
    top = ranked(albums, by, limit, ["record"])
    ids = dict(most_played(only(sums, top.frame, "record"), "record", "spotify_id").iter_rows())
    return [
        TopAlbum(
            rank=row["rank"],
            title=row["album"],
            artist=row["artist"] or "",
            ms_played=row["ms_played"],
            streams=row["streams"],
            plays=row["plays"],
            tracks=row["tracks"],
            share=row["share"],
            rank_before=None,
            first_played=row["first_played"],
            last_played=row["last_played"],
            sample_id=ids.get(row["record"]),
        )
        for row in top.rows()
    ]
