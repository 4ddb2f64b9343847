"""Plays as the aggregator keeps them, made by hand: frames of `aggregator.domain.durable.year_table.SCHEMA`."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from aggregator.domain.durable.year_table import SCHEMA
from aggregator.domain.segment import EXTENDED

_USUAL: dict[str, Any] = {
    "identity_high": 0, "identity_low": 0, "fingerprint": 0, "source": EXTENDED, "ms_played": 200_000, "kind": "track",
    "artist": "Die Nachbarn", "title": "Treppenhaus", "first_upload": "u", "first_file": 0,
}  # fmt: skip


def stored(plays: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """The plays in the order given; of each one `played_at` is needed, the rest is told by it."""
    rows = [dict.fromkeys(SCHEMA) | _USUAL | dict(play) for play in plays]
    return pl.DataFrame(rows, schema=SCHEMA)
