"""Plays from the live feed are estimates, until an export reaches past them (product.md)."""

import polars as pl

from aggregator.domain.segment import ACCOUNT, LIVE

MINUTE_MS = 60_000


def without_replaced_estimates(plays: pl.DataFrame) -> pl.DataFrame:
    """For the days since your last export, Spotify tells which tracks you played, but not for how long. Such a play
    counts as an estimate, with the whole length of its track, and is also shown apart. An export that reaches past it
    replaces it by what was really played.

    `plays` without the live rows at or before the newest row of an export, whichever came first.

    An account row stands for its whole minute here: an estimate within it may be the very same play.
    """
    latest = pl.col("played_at") + pl.when(pl.col("source") == ACCOUNT).then(MINUTE_MS - 1).otherwise(0)
    newest = plays.select(latest.filter(pl.col("source") != LIVE).max()).item()
    if newest is None:
        return plays
    return plays.filter((pl.col("source") != LIVE) | (pl.col("played_at") > newest))
