"""Items: the distinct (kind, artist, title, album, id) of a history, numbered, so that sums need one integer key."""

import polars as pl

IDENTITY = ("kind", "artist", "title", "album", "spotify_id")


def number_items(plays: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series]:
    """The items, one a row, and for each play the row number of its item.

    `track` is a number of the track, (artist, title); `record` of the album, (artist, album). Both are of kind track
    only and null for nameless rows, which are in no list; a missing artist is the empty name. Both grow with title,
    then artist, by code point: the order of ties. The columns of names are Enums with categories in this order.
    """
    items = plays.select(IDENTITY).unique(maintain_order=True).with_row_index("item")
    numbers = plays.select(IDENTITY).join(items, on=IDENTITY, how="left", nulls_equal=True, maintain_order="left")
    return items.drop("item").with_columns(track=_pair("title"), record=_pair("album")), numbers["item"]


def _pair(name: str) -> pl.Expr:
    artist = pl.col("artist").to_physical().cast(pl.UInt64) + 1
    number = pl.col(name).to_physical().cast(pl.UInt64) * 2**32 + artist.fill_null(0)
    return pl.when((pl.col("kind") == "track") & pl.col("title").is_not_null()).then(number)
