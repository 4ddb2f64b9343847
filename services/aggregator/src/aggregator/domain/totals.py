"""The totals of a window: sums in all and by kind, distinct things, days, and the window before."""

import polars as pl

from aggregator.domain.windows import Window
from contracts.messages.totals import KindSums, Sums, Totals, WindowTotals


def window_totals(sums: pl.DataFrame, days: pl.DataFrame, window: Window) -> WindowTotals:
    """Totals of the item sums of `window`; `days` are the day sums of the whole history."""
    distinct = sums.select(
        pl.col("track").drop_nulls().n_unique(),
        pl.col("artist").filter(pl.col("track").is_not_null()).drop_nulls().n_unique(),
        pl.col("record").drop_nulls().n_unique(),
    )
    tracks, artists, albums = distinct.row(0)
    return WindowTotals(
        first_day=window.first.isoformat(),
        last_day=window.last.isoformat(),
        ms_played=int(sums["ms_played"].sum()),
        streams=int(sums["streams"].sum()),
        plays=int(sums["plays"].sum()),
        tracks=tracks,
        artists=artists,
        albums=albums,
        days=days.filter(window.holds()).height,
    )


def totals(now: WindowTotals, kinds: KindSums, estimated: Sums, length: int, previous: WindowTotals | None) -> Totals:
    """The totals as a wrapped holds them; `length` is the number of days in the window, at least 1."""
    return Totals(
        ms_played=now.ms_played,
        streams=now.streams,
        plays=now.plays,
        tracks=now.tracks,
        artists=now.artists,
        albums=now.albums,
        days=now.days,
        mean_ms_per_day=now.ms_played // length,
        by_kind=kinds,
        estimated=estimated,
        previous=previous,
    )


def kind_sums(sums: pl.DataFrame) -> KindSums:
    """Sums of each kind; always all three."""
    rows = sums.group_by("kind").agg(pl.col("ms_played", "streams", "plays").sum()).iter_rows()
    found = {kind: Sums(ms_played=ms, streams=streams, plays=plays) for kind, ms, streams, plays in rows}
    return KindSums(**found)


def estimated_sums(plays: pl.DataFrame) -> Sums:
    """The share of the totals that came from the live feed, without any real playing time."""
    estimates = plays.filter(pl.col("estimate"))
    return Sums(
        ms_played=int(estimates["ms_played"].sum()), streams=int(estimates["stream"].sum()), plays=estimates.height
    )
