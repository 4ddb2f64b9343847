"""Where somebody listens."""

import numpy as np
import polars as pl

from aggregator.domain.arrays import sums_by
from aggregator.domain.statistics.listening import Listening
from contracts.messages.habits import CountryPart


def countries(heard: Listening, names: pl.Series) -> list[CountryPart]:
    """Playing time by country, as the export names it, of the plays that name one. Shares are of the playing time of
    all these plays.
    """
    size = len(names) + 1  # the last one is no country
    numbers = heard.counted.country[heard.rows]
    ms_played = sums_by(numbers, heard.ms_played, size)[:-1]
    plays = np.bincount(numbers, minlength=size)[:-1]
    whole = int(ms_played.sum())
    parts = [
        CountryPart(name=name, ms_played=ms, plays=count, share=ms / whole if whole else 0.0)
        for name, ms, count in zip(names, ms_played.tolist(), plays.tolist(), strict=True)
        if count
    ]
    return sorted(parts, key=lambda part: (-part.ms_played, -part.plays, part.name))
