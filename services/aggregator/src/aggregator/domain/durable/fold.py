"""Folding plays into those that are stored: one row for each identity, the better one, and who brought it."""

from dataclasses import dataclass

import polars as pl

from aggregator.domain.durable.year_table import CONTENT, CREDITS, KEY, SCHEMA

_PLAY = ("minute", *KEY)
_BETTER = {"source": True, "unlinked": False, "played_at": False, "fingerprint": False, "order": False}
"""By which columns the better of two rows is found, and whether the larger value is the better one."""
_RAISING = {"source": True, "order": False}
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Folded:
    """All plays of a year after a fold, and what the fold did: plays that are new, and plays that have better rows."""

    plays: pl.DataFrame
    new: int
    bettered: int

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was stored."""
        return bool(self.new or self.bettered)


def fold(stored: pl.DataFrame | None, incoming: pl.DataFrame) -> Folded:
    """The stored plays of one person and year with the incoming ones, which are in the order of the topic.

    Of the rows of one identity within one minute the better one gives the content (product.md, "The better row wins"):
    of the higher source, then the one with an id (an old export may lack it), then of the earlier moment, then of the
    smaller fingerprint. `first_*` is the file of the very
    first row and never changes; `improved_*` that of the first row of the source that the play has now, where the very
    first row had a lower one. Folding anything twice, in pieces or in another order gives the same content; only who
    came first is a matter of the order.
    """
    before = 0 if stored is None else stored.height
    rows = incoming if stored is None else pl.concat([stored, incoming])
    keyed = rows.select(pl.col("played_at") // _MINUTE_MS, *KEY).rename({"played_at": "minute"})
    repeated = keyed.select(pl.struct(_PLAY).is_duplicated()).to_series()
    if not repeated.any():
        return Folded(_ordered(rows), incoming.height, 0)
    order = pl.int_range(rows.height, dtype=pl.UInt32, eager=True).alias("order")
    chosen = _choose(
        keyed.with_columns(rows["source", "played_at", "fingerprint"])
        .with_columns(rows["spotify_id"].is_null().alias("unlinked"), order)
        .filter(repeated)
    )
    known = chosen["first"] < before
    new = incoming.height - int(repeated.slice(before).sum()) + int((~known).sum())
    bettered = int((known & (chosen["best"] >= before)).sum())
    if stored is not None and not new and not bettered:
        return Folded(stored, 0, 0)
    return Folded(_ordered(pl.concat([rows.filter(~repeated), _merged(rows, chosen)])), new, bettered)


def _choose(rows: pl.DataFrame) -> pl.DataFrame:
    """For each play the places of its best row, its very first one, and the first one of its highest source."""
    best, raising, first = (_foremost(rows, by) for by in (_BETTER, _RAISING, {"order": False}))
    return pl.DataFrame([best.alias("best"), raising.alias("raising"), first.alias("first")])


def _foremost(rows: pl.DataFrame, by: dict[str, bool]) -> pl.Series:
    """The place of each play's foremost row; the plays in the order of their keys."""
    ordered = rows.sort(*_PLAY, *by, descending=[False] * len(_PLAY) + list(by.values()))
    return ordered.unique(_PLAY, keep="first", maintain_order=True)["order"]


def _merged(rows: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    content = rows.select(*KEY, *CONTENT)[chosen["best"]]
    credits = rows.select(*CREDITS)[chosen["first"]]
    raising = rows.select("first_upload", "first_file")[chosen["raising"]]
    raised = chosen["raising"] != chosen["first"]
    improved = [
        pl.when(raised).then(raising[f"first_{what}"]).otherwise(f"improved_{what}").alias(f"improved_{what}")
        for what in ("upload", "file")
    ]
    return content.hstack(credits.with_columns(improved))


def _ordered(plays: pl.DataFrame) -> pl.DataFrame:
    return plays.select(*SCHEMA).sort("played_at", *KEY)
