"""Where somebody listens."""

import polars as pl

from aggregator.domain.statistics.listening import Listening
from contracts.messages.habits import CountryPart


def countries(heard: Listening, names: pl.Series) -> list[CountryPart]:
    """Playing time by country, as the export names it, of the plays that name one. Shares are of the playing time of
    all these plays.
    """
    ms_played, plays = heard.counted.by_country.within(heard.rows)[:, : len(names)]  # behind the last one is none
    whole = int(ms_played.sum())
    parts = [
        CountryPart(name=name, ms_played=ms, plays=count, share=ms / whole if whole else 0.0)
        for name, ms, count in zip(
            names, ms_played.tolist(), plays.tolist(), strict=False
        )  # up to the last one that was played in
        if count
    ]
    return sorted(parts, key=lambda part: (-part.ms_played, -part.plays, part.name))
