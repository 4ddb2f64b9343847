"""The top shows and books: the `artist` of episodes and chapters. Nameless rows are in no list."""

import polars as pl

from aggregator.domain.ranking import most_played, only, ranked
from aggregator.domain.sums import MOMENTS, SUMS
from contracts.messages.questions import By
from contracts.messages.toplists import TopShow


def top_shows(sums: pl.DataFrame, by: By, limit: int) -> list[TopShow]:
    """The `limit` first shows of the item sums of a window; `episodes` counts their distinct titles in it."""
    named = pl.col("artist").is_not_null() & pl.col("title").is_not_null()
    spoken = sums.filter((pl.col("kind") != "track") & named)
    shows = spoken.group_by("artist").agg(*SUMS, *MOMENTS, pl.col("title").n_unique().alias("episodes"))
    top = ranked(shows, by, limit, ["artist"])
    ids = dict(most_played(only(spoken, top.frame, "artist"), "artist", "spotify_id").iter_rows())
    return [
        TopShow(
            rank=row["rank"],
            name=row["artist"],
            ms_played=row["ms_played"],
            streams=row["streams"],
            plays=row["plays"],
            episodes=row["episodes"],
            share=row["share"],
            rank_before=None,
            first_played=row["first_played"],
            last_played=row["last_played"],
            sample_id=ids.get(row["artist"]),
        )
        for row in top.rows()
    ]
