"""The one order of all lists, and what a listed thing was mostly played as (product.md, "Same input, same answer")."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from contracts.messages.questions import By


@dataclass(frozen=True)
class Ranked:
    """The first of a list. `rows` have rank and share; `whole` is the sum over the list's whole universe."""

    frame: pl.DataFrame
    measure: str
    whole: int

    def rows(self) -> list[dict[str, Any]]:
        """One dictionary an entry, with `rank` 1, 2, 3 … and `share` of the whole by time or by streams."""
        rows = self.frame.to_dicts()
        for rank, row in enumerate(rows, start=1):
            row["rank"] = rank
            row["share"] = row[self.measure] / self.whole if self.whole else 0.0
        return rows


def ranked(universe: pl.DataFrame, by: By, limit: int, names: Sequence[str]) -> Ranked:
    """The `limit` first of `universe` by time or by streams, then the other, then `names` in code-point order."""
    first, second = ("ms_played", "streams") if by == "time" else ("streams", "ms_played")
    order, upwards = [first, second, *names], [False, False, *(True for _ in names)]
    top = universe.top_k(limit, by=order, reverse=upwards)  # which come first, in no order; five times faster than sort
    top = top.sort(order, descending=[not up for up in upwards])
    return Ranked(top, first, int(universe[first].sum()))


def most_played(sums: pl.DataFrame, of: str, what: str) -> pl.DataFrame:
    """For each `of` the `what` with the most playing time, then streams, then plays, then by code point.

    Two columns; without the rows where either is missing.
    """
    return (
        sums.filter(pl.col(what).is_not_null() & pl.col(of).is_not_null())
        .group_by(of, what)
        .agg(pl.col("ms_played", "streams", "plays").sum())
        .sort("ms_played", "streams", "plays", what, descending=[True, True, True, False])
        .unique(of, keep="first", maintain_order=True)
        .select(of, what)
    )


def only(sums: pl.DataFrame, top: pl.DataFrame, key: str) -> pl.DataFrame:
    """The rows of `sums` that belong to an entry of `top`."""
    return sums.join(top.select(key), on=key, how="semi")
