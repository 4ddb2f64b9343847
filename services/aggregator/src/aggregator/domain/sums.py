"""Sums: one pass over the plays of a window gives the sums of every item; all lists and totals follow from these."""

import polars as pl

from aggregator.domain.history import History
from contracts.messages.questions import Viewer

SUMS = (pl.col("ms_played").sum(), pl.col("streams").sum(), pl.col("plays").sum())
"""How sums of items become sums of what they are part of."""

MOMENTS = (pl.col("first_played").min(), pl.col("last_played").max())


def visible_plays(history: History, viewer: Viewer) -> pl.DataFrame:
    """The counted plays that `viewer` may see: private sessions are their owner's alone."""
    return history.counted if viewer == "owner" else history.counted.filter(~pl.col("private"))


def item_sums(plays: pl.DataFrame, items: pl.DataFrame) -> pl.DataFrame:
    """One row for each item in `plays`: ms_played, streams, plays, first_played, last_played and the item's columns."""
    sums = plays.group_by("item").agg(
        pl.col("ms_played").sum(),
        pl.col("stream").sum().cast(pl.Int64).alias("streams"),
        pl.len().cast(pl.Int64).alias("plays"),
        pl.col("played_at").min().alias("first_played"),
        pl.col("played_at").max().alias("last_played"),
    )
    return pl.concat([sums, items[sums["item"]]], how="horizontal")


def day_sums(plays: pl.DataFrame) -> pl.DataFrame:
    """One row for each day with a play, in order: day, ms_played."""
    return plays.group_by("day").agg(pl.col("ms_played").sum()).sort("day")
