"""Double logging: one stream that two devices logged while one handed over to the other (product.md)."""

import polars as pl

from aggregator.domain.segment import ACCOUNT
from contracts.messages.plays import STREAM_MS

TOLERANCE_MS = 2_000

LAST_SECOND_MS = 59_000
"""How much later than its minute an account row may lie: exports count in whole seconds."""


def double_rows(plays: pl.DataFrame) -> list[int]:
    """Sometimes two devices log the same stream, when one hands over to the other. A stream is such a double if it has
    the same artist, title and playing time as one before it and ends so soon after it, less 2 seconds, that both
    cannot have been played in full. It is kept and shown as a double, and left out of every count and sum.

    The row numbers of `plays` that are doubles; `plays` is in the order of its moments. Of the streams of one (artist,
    title, ms_played), where the id stands for a missing title, a stream is a double if it ends less than
    `ms_played - 2 s` after the last counted one. For moments known to the minute only this takes the largest gap that
    they allow: from the start of the earlier minute to the last second of the later one.
    """
    streams = _streams_by_song(plays)
    walked = streams.filter(pl.col("near"))
    doubles = []
    previous, last_counted = -1, 0
    for index, row, before, first, last, limit in walked.select(
        "index", "row", "before", "played_at", "latest", "limit"
    ).iter_rows():
        if index != previous + 1:
            last_counted = before
        if last - last_counted < limit:
            doubles.append(row)
        else:
            last_counted = first
        previous = index
    return doubles


def _streams_by_song(plays: pl.DataFrame) -> pl.DataFrame:
    """Streams, song by song in the order of time; `near` where one may be a double.

    Only those near the stream before them can be: the last counted one is never later than that.
    """
    uncertain = pl.when(pl.col("source") == ACCOUNT).then(LAST_SECOND_MS).otherwise(0)
    song = ["artist", "title", "unnamed_id", "ms_played"]
    streams = (
        plays.select(
            pl.col("artist", "title").to_physical(),
            pl.col("spotify_id").to_physical().alias("id"),
            "ms_played",
            "played_at",
            (pl.col("played_at") + uncertain).alias("latest"),
            (pl.col("ms_played") - TOLERANCE_MS).alias("limit"),
        )
        .with_row_index("row")
        .filter(pl.col("ms_played") >= STREAM_MS)
        .with_columns(unnamed_id=pl.when(pl.col("title").is_null()).then(pl.col("id")))
        .sort(*song, "row")
        .with_row_index("index")
    )
    same_song = pl.all_horizontal(pl.col(name).eq_missing(pl.col(name).shift(1)) for name in song)
    before = pl.col("played_at").shift(1)
    near = same_song & (pl.col("latest") - before < pl.col("limit")) & (pl.col("index") > 0)
    return streams.with_columns(before=before, near=near)
