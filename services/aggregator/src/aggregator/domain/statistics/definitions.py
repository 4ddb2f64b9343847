"""What each statistic means, in the words that the page shows: the first paragraphs of their docstrings."""

import inspect
from collections.abc import Callable
from typing import Any

from aggregator.domain.history.doubles import double_rows
from aggregator.domain.history.estimates import without_replaced_estimates
from aggregator.domain.history.streams import stream_rows
from aggregator.domain.statistics.biggest_day import biggest_day
from aggregator.domain.statistics.calendar import calendar
from aggregator.domain.statistics.clock import clock
from aggregator.domain.statistics.countries import countries
from aggregator.domain.statistics.discovery import discovery
from aggregator.domain.statistics.favourites import favourites
from aggregator.domain.statistics.forgotten_treasures import forgotten_treasures
from aggregator.domain.statistics.habit_shares import offline, private, shuffle, skipped
from aggregator.domain.statistics.life import life
from aggregator.domain.statistics.longest_sitting import longest_sitting
from aggregator.domain.statistics.longest_streak import longest_streak
from aggregator.domain.statistics.months import months
from aggregator.domain.statistics.most_skipped import most_skipped
from aggregator.domain.statistics.platforms import platforms
from aggregator.domain.statistics.ranking import rank_before
from aggregator.domain.statistics.still_with_you import still_with_you
from aggregator.domain.statistics.taste_match import taste_match
from aggregator.domain.statistics.top_albums import top_albums
from aggregator.domain.statistics.top_artists import top_artists
from aggregator.domain.statistics.top_shows import top_shows
from aggregator.domain.statistics.top_tracks import top_tracks
from aggregator.domain.statistics.totals import totals

_STATISTICS: dict[str, Callable[..., Any]] = {
    "totals": totals,
    "favourites": favourites,
    "top_tracks": top_tracks,
    "top_artists": top_artists,
    "top_albums": top_albums,
    "top_shows": top_shows,
    "rank_before": rank_before,
    "clock": clock,
    "calendar": calendar,
    "months": months,
    "life": life,
    "longest_streak": longest_streak,
    "biggest_day": biggest_day,
    "longest_sitting": longest_sitting,
    "discovery": discovery,
    "forgotten_treasures": forgotten_treasures,
    "still_with_you": still_with_you,
    "skipped": skipped,
    "shuffle": shuffle,
    "offline": offline,
    "private": private,
    "platforms": platforms,
    "countries": countries,
    "most_skipped": most_skipped,
    "taste_match": taste_match,
    "stream": stream_rows,
    "double": double_rows,
    "estimate": without_replaced_estimates,
}


def definitions() -> dict[str, str]:
    """The definition of each statistic, as one line of text."""
    return {name: _first_paragraph(statistic) for name, statistic in _STATISTICS.items()}


def _first_paragraph(statistic: Callable[..., Any]) -> str:
    paragraph, _, _ = (inspect.getdoc(statistic) or "").partition("\n\n")
    return " ".join(paragraph.split())
