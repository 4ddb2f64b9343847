"""The life strip: the playing time of every month from the first play to the last, months of silence too."""

import polars as pl

from contracts.messages.rhythm import MonthOfLife


def life(days: pl.DataFrame) -> list[MonthOfLife]:
    """Months in order from the day sums of a whole history; the days are those of the person's zone."""
    if days.is_empty():
        return []
    months = days.group_by(pl.col("day").dt.truncate("1mo")).agg(pl.col("ms_played").sum())
    every = months.select(pl.date_range(pl.col("day").min(), pl.col("day").max(), interval="1mo"))
    rows = every.join(months, on="day", how="left").sort("day").iter_rows()
    return [MonthOfLife(month=f"{day:%Y-%m}", ms_played=ms_played or 0) for day, ms_played in rows]
