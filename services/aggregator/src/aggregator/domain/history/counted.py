"""The counted plays of a history: all but doubles and replaced estimates, and what viewers may see of them."""

from dataclasses import dataclass, field
from functools import cached_property
from zoneinfo import ZoneInfo

import numpy as np

from aggregator.domain.arrays import Bools, Ints, SmallInts
from aggregator.domain.history.catalogue import Catalogue
from aggregator.domain.history.device_families import FAMILIES
from aggregator.domain.history.grouped_plays import GroupedPlays, grouped_plays
from aggregator.domain.history.sittings import Sittings, sittings_of
from aggregator.domain.running_sums import RunningSums, running_sums
from aggregator.domain.times.local_times import LocalTimes, local_times

ZONES = 4
"""How many zones are remembered: a person has one, and whoever looks at the history may have another."""


@dataclass(frozen=True)
class Counted:
    """One entry a play, in the order of time.

    played_at, ms_played   as in a segment
    item       its number in the catalogue
    stream     at least 30 s
    estimate   from the live feed
    private    in a private session
    answers    what its export says of it, in bits (habit_shares.py)
    skip       a skip, by the rule of product.md
    family     place in platforms.FAMILIES, the one behind the last for none
    country    number of its country, the one behind the last for none
    """

    catalogue: Catalogue
    played_at: Ints
    ms_played: Ints
    item: Ints
    stream: Bools
    estimate: Bools
    private: Bools
    skip: Bools
    answers: SmallInts
    family: SmallInts
    country: SmallInts
    _times: dict[str, LocalTimes] = field(default_factory=dict, compare=False)

    def only(self, kept: Bools) -> "Counted":
        """Some of the plays."""
        return Counted(
            catalogue=self.catalogue,
            played_at=self.played_at[kept],
            ms_played=self.ms_played[kept],
            item=self.item[kept],
            stream=self.stream[kept],
            estimate=self.estimate[kept],
            private=self.private[kept],
            skip=self.skip[kept],
            answers=self.answers[kept],
            family=self.family[kept],
            country=self.country[kept],
        )

    def times(self, zone: ZoneInfo) -> LocalTimes:
        """Days and hours in `zone`, computed once for the zones that were asked for last."""
        times = self._times.pop(zone.key, None) or local_times(self.played_at, self.ms_played, self.stream, zone)
        self._times[zone.key] = times
        while len(self._times) > ZONES:
            self._times.pop(next(iter(self._times)), None)  # another thread may have been first
        return times

    @cached_property
    def of_tracks(self) -> GroupedPlays:
        """The plays of every track."""
        groups = self.catalogue.item_track[self.item]
        return grouped_plays(groups, self.ms_played, len(self.catalogue.track_title))

    @cached_property
    def of_artists(self) -> GroupedPlays:
        """The plays of every artist of tracks."""
        groups = self.catalogue.item_artist[self.item]
        return grouped_plays(groups, self.ms_played, len(self.catalogue.artists))

    @cached_property
    def by_family(self) -> RunningSums:
        """Of every family of devices."""
        return running_sums(self.family, self.ms_played, len(FAMILIES) + 1)

    @cached_property
    def by_country(self) -> RunningSums:
        """Of every country up to the last one that is there."""
        return running_sums(self.country, self.ms_played, int(self.country.max(initial=0)) + 1)

    @cached_property
    def by_answers(self) -> RunningSums:
        """Of every byte of answers."""
        return running_sums(self.answers, self.ms_played, 256)

    @cached_property
    def sittings(self) -> Sittings:
        """All of them."""
        return sittings_of(self.played_at, self.ms_played)

    @property
    def first_of_track(self) -> Ints:
        """For each track the row of its first play; of equal moments the first in the history's order."""
        return self.of_tracks.first_rows

    @property
    def first_of_artist(self) -> Ints:
        """For each artist of tracks the row of its first play."""
        return self.of_artists.first_rows

    @cached_property
    def size(self) -> int:
        """Bytes in memory, about, with the days of one zone, and with all that is made here once for all questions."""
        columns = sum(column.nbytes for column in vars(self).values() if isinstance(column, np.ndarray))
        zone = 7 * len(self.played_at)
        running = self.by_family.bytes + self.by_country.bytes + self.by_answers.bytes
        return columns + zone + running + self.of_tracks.size + self.of_artists.size + self.sittings.size
