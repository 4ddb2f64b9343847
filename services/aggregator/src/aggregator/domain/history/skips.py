"""Skips: what somebody did not want to hear (product.md, "skip")."""

import numpy as np
import polars as pl

from aggregator.domain.arrays import Bools
from contracts.messages.plays import STREAM_MS

SKIP_REASONS = ("fwdbtn", "backbtn")


def skip_rows(plays: pl.DataFrame) -> Bools:
    """Whether each play is a skip: `skipped` is true or it ended by one of SKIP_REASONS, and it is no stream."""
    ended_so = pl.any_horizontal(pl.col("reason_end") == reason for reason in SKIP_REASONS)
    said_so = pl.col("skipped").fill_null(value=False) | ended_so.fill_null(value=False)
    return _bools(plays.select(said_so & (pl.col("ms_played") < STREAM_MS)).to_series())


def known_skip_rows(plays: pl.DataFrame) -> Bools:
    """Whether the export says of a play whether it was skipped, or how it ended."""
    return _bools(plays.select(pl.col("skipped").is_not_null() | pl.col("reason_end").is_not_null()).to_series())


def _bools(column: pl.Series) -> Bools:
    return np.asarray(column.to_numpy(), np.bool_)
