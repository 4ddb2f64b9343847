"""The top tracks: (artist, title) of kind track. A missing artist is the empty name."""

import polars as pl

from aggregator.domain.ranking import most_played, only, ranked
from aggregator.domain.sums import MOMENTS, SUMS
from contracts.messages.questions import By
from contracts.messages.toplists import TopTrack


def top_tracks(sums: pl.DataFrame, by: By, limit: int) -> list[TopTrack]:
    """The `limit` first named tracks of the item sums of a window; rows without a title are in no list."""
    tracks = (
        sums.filter(pl.col("track").is_not_null())
        .group_by("track")
        .agg(pl.col("title", "artist").first(), *SUMS, *MOMENTS)
    )
    top = ranked(tracks, by, limit, ["track"])
    items = only(sums, top.frame, "track")
    albums = dict(most_played(items, "track", "album").iter_rows())
    ids = dict(most_played(items, "track", "spotify_id").iter_rows())
    return [
        TopTrack(
            rank=row["rank"],
            title=row["title"],
            artist=row["artist"] or "",
            album=albums.get(row["track"]),
            ms_played=row["ms_played"],
            streams=row["streams"],
            plays=row["plays"],
            share=row["share"],
            rank_before=None,
            first_played=row["first_played"],
            last_played=row["last_played"],
            spotify_id=ids.get(row["track"]),
        )
        for row in top.rows()
    ]
