"""Where somebody listens."""

import polars as pl

from aggregator.domain.statistics.listening import Listening
from contracts.messages.habits import CountryPart


def countries(heard: Listening, names: pl.Series) -> list[CountryPart]:
    """Playing time by country, as the export names it, of the plays that name one. Shares are of the playing time of
    all these plays.
    """
    # a number behind the last name is no country, and a name behind the last number was not played in
    ms_played, plays = heard.counted.by_country.within(heard.rows)[:, : len(names)]
    whole = int(ms_played.sum())
    parts = [
        CountryPart(name=name, ms_played=ms, plays=count, share=ms / whole if whole else 0.0)
        for name, ms, count in zip(names, ms_played.tolist(), plays.tolist(), strict=False)
        if count
    ]
    return sorted(parts, key=lambda part: (-part.ms_played, -part.plays, part.name))
