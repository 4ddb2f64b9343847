"""Habits: how somebody listens."""

import polars as pl

from aggregator.domain.statistics.countries import countries
from aggregator.domain.statistics.habit_shares import offline, private, shuffle, skipped
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.most_skipped import most_skipped
from aggregator.domain.statistics.platforms import platforms
from contracts.messages.habits import Habits


def habits(heard: Listening, country_names: pl.Series) -> Habits:
    """The habits of a window, from all its counted plays."""
    return Habits(
        skipped=skipped(heard),
        shuffle=shuffle(heard),
        offline=offline(heard),
        private=private(heard),
        platforms=platforms(heard),
        countries=countries(heard, country_names),
        most_skipped=most_skipped(heard),
    )
