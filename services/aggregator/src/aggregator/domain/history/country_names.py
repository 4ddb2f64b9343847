"""Countries, as exports name them."""

import numpy as np
import polars as pl

from aggregator.domain.arrays import SmallInts
from aggregator.domain.history.catalogue import categories_of

UNKNOWN = "ZZ"
"""How exports write a country that Spotify did not know."""


def country_numbers(country: pl.Series) -> tuple[SmallInts, pl.Series]:
    """The number of each country of a column of Enums, and their names; the number after the last is no country."""
    names = categories_of(country)
    numbers = country.to_physical().cast(pl.Int64).fill_null(len(names))
    unknown = pl.Series(names == UNKNOWN).arg_true()
    if len(unknown):
        numbers = numbers.replace(unknown.item(), len(names))
    return numbers.to_numpy().astype(np.int16), names
