"""Standings and common taste: what one person brings to them. What comes of all of them: jobs/standings.py.

A *period* is a UTC year, `2024`, or `all`, the whole life: a year is the same for everybody, whatever their zone.
Only those who share count, with what others may see: no private sessions, no doubles, no replaced estimates.

Measures, of a person in a period: playing time (`ms_played`), `streams`, distinct `tracks` and distinct `artists`, as
in the totals of a wrapped.

Standing: the share of the others who have less of a measure, in whole thousandths, the rest cut off. Who has as much
has no less, so that equal people stand equal. The others are all who share and have plays in the period, but oneself.

Common taste: the tracks and artists that most of them have heard, that is with at least one stream in the period;
`ms_played` is the playing time of these people. Ordered by people, then playing time, then title, then artist.

Nothing that lets one tell who does not share: no period with fewer than `FEWEST` people, no track or artist that fewer
have heard.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from aggregator.domain.arrays import Ints
from aggregator.domain.history.counted import Counted
from aggregator.domain.statistics.sums import Sums, sums_of_groups, sums_of_items

FEWEST = 5
LONGEST = 500
"""How many entries a list of common taste has at most, as every top list."""

WHOLE_LIFE = "all"
MEASURES = ("ms_played", "streams", "tracks", "artists")
KINDS = ("track", "artist")

CONTRIBUTION = pa.schema(
    [
        pa.field("period", pa.string(), nullable=False),
        pa.field("what", pa.string(), nullable=False),
        pa.field("person_id", pa.string(), nullable=False),
        pa.field("artist", pa.string(), nullable=False),
        pa.field("title", pa.string(), nullable=False),
        pa.field("amount", pa.int64(), nullable=False),
    ]
)
"""What one person brings: a row for each period and measure, and for each period and track or artist that was heard.

what            one of MEASURES, or one of KINDS
artist, title   names of a track; of an artist only `artist`; empty where there is none
amount          the value of the measure, or the playing time (ms)
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in a period by one measure: `per_mille` of the others among `people` have less."""

    period: str
    measure: str
    person_id: str
    value: int
    per_mille: int
    people: int


@dataclass(frozen=True, slots=True)
class CommonTaste:
    """A track or an artist that `people` have heard in a period; `ms_played` is theirs together."""

    period: str
    kind: str
    rank: int
    artist: str
    title: str
    people: int
    ms_played: int


def contribution(person_id: str, seen: Counted) -> pa.Table:
    """A table of CONTRIBUTION from what others may see of somebody who shares. Empty without plays."""
    parts = [
        part
        for period, rows in _periods(seen.played_at)
        for part in _of_period(person_id, period, seen, sums_of_items(seen, rows))
    ]
    return pa.concat_tables(parts) if parts else CONTRIBUTION.empty_table()


def _periods(played_at: Ints) -> Iterator[tuple[str, slice]]:
    """The periods with plays, and their rows; `played_at` is in order."""
    if not len(played_at):
        return
    years = played_at.astype("datetime64[ms]").astype("datetime64[Y]").astype(np.int64) + 1970
    for year in np.unique(years):
        yield str(year), slice(int(np.searchsorted(years, year)), int(np.searchsorted(years, year, side="right")))
    yield WHOLE_LIFE, slice(0, len(years))


def _of_period(person_id: str, period: str, seen: Counted, sums: Sums) -> Iterator[pa.Table]:
    catalogue = seen.catalogue
    tracks = sums_of_groups(sums, catalogue.item_track[sums.number], len(catalogue.track_title))
    artists = sums_of_groups(sums, catalogue.item_artist[sums.number], len(catalogue.artists))
    amounts = (int(sums.ms_played.sum()), int(sums.streams.sum()), len(tracks.number), len(artists.number))
    no_names = [""] * len(MEASURES)
    yield _table(period, person_id, MEASURES, no_names, no_names, amounts)
    heard = tracks.only(tracks.streams > 0)
    titles = catalogue.titles.of(catalogue.track_title[heard.number])
    singers = catalogue.artists.of(catalogue.track_artist[heard.number])
    yield _table(period, person_id, ["track"] * len(titles), singers, titles, heard.ms_played)
    heard = artists.only(artists.streams > 0)
    names = catalogue.artists.of(heard.number)
    yield _table(period, person_id, ["artist"] * len(names), names, [""] * len(names), heard.ms_played)


def _table(
    period: str,
    person_id: str,
    what: tuple[str, ...] | list[str],
    artists: list[str | None] | list[str],
    titles: list[str | None] | list[str],
    amounts: tuple[int, ...] | Ints,
) -> pa.Table:
    size = len(what)
    return pa.table([[period] * size, what, [person_id] * size, artists, titles, amounts], schema=CONTRIBUTION)
