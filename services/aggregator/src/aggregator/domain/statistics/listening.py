"""Some of the counted plays, summed up: what the statistics of a wrapped are computed from."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from aggregator.domain.arrays import Ints, Rows, places_of
from aggregator.domain.history.catalogue import KINDS, Catalogue
from aggregator.domain.history.counted import Counted
from aggregator.domain.statistics.chosen import Chosen
from aggregator.domain.statistics.sums import Sums, sums_of_groups, sums_of_items, sums_of_runs
from contracts.messages.totals import Sums as KindSums


@dataclass(frozen=True)
class Listening:
    """The plays in `rows`. Every sum is computed once, when it is first asked for."""

    counted: Counted
    rows: Rows

    @property
    def catalogue(self) -> Catalogue:
        """What the numbers mean."""
        return self.counted.catalogue

    @cached_property
    def ms_played(self) -> Ints:
        """The playing time of each play."""
        return self.counted.ms_played[self.rows]

    @cached_property
    def items(self) -> Sums:
        """The sums of every item."""
        return sums_of_items(self.counted, self.rows)

    @cached_property
    def tracks(self) -> Sums:
        """The sums of every named track."""
        return sums_of_runs(self.items, self.catalogue.item_track[self.items.number])

    @cached_property
    def artists(self) -> Sums:
        """The sums of every artist of named tracks."""
        artists = self.catalogue.track_artist[self.tracks.number]
        return sums_of_groups(self.tracks, artists, len(self.catalogue.artists))

    @cached_property
    def albums(self) -> Sums:
        """The sums of every album of named tracks."""
        return self._sums(self.catalogue.item_record, len(self.catalogue.record_title))

    @cached_property
    def shows(self) -> Sums:
        """The sums of every show and book."""
        return self._sums(self.catalogue.item_show, len(self.catalogue.artists))

    @cached_property
    def kinds(self) -> list[KindSums]:
        """The sums of all items of each kind, in the order of the kinds, as which the items are ordered."""
        edges = self.catalogue.item_kind[self.items.number].searchsorted(range(len(KINDS) + 1)).tolist()
        return [
            KindSums(
                ms_played=int(self.items.ms_played[begin:end].sum()),
                streams=int(self.items.streams[begin:end].sum()),
                plays=int(self.items.plays[begin:end].sum()),
            )
            for begin, end in pairwise(edges)
        ]

    def chosen(self, group_of_item: Ints, groups: Ints, size: int) -> Chosen:
        """The items of these groups, of which there are `size` in all; items of none have -1."""
        of = places_of(groups, size)[group_of_item[self.items.number]]
        rows = np.flatnonzero(of >= 0)
        return Chosen(self.catalogue, len(groups), of[rows], self.items.only(rows), rows)

    def moments(self, chosen: Chosen) -> tuple[list[int], list[int]]:
        """The first and the last moment of each of the chosen groups."""
        first, last = np.full(chosen.count, np.iinfo(np.int64).max), np.full(chosen.count, np.iinfo(np.int64).min)
        np.minimum.at(first, chosen.of, self._moments[0][chosen.rows])
        np.maximum.at(last, chosen.of, self._moments[1][chosen.rows])
        return first.tolist(), last.tolist()

    @cached_property
    def answers(self) -> Ints:
        """How many plays there are of each byte of answers (habit_shares.py)."""
        plays: Ints = self.counted.by_answers.within(self.rows)[1]
        return plays

    def _sums(self, group_of_item: Ints, size: int) -> Sums:
        return sums_of_groups(self.items, group_of_item[self.items.number], size)

    @cached_property
    def _moments(self) -> tuple[Ints, Ints]:
        """The first and the last moment of every row of `items`."""
        size = self.catalogue.item_kind.size
        items, played_at = self.counted.item[self.rows], self.counted.played_at[self.rows]
        first, last = np.full(size, np.iinfo(np.int64).max), np.full(size, np.iinfo(np.int64).min)
        np.minimum.at(first, items, played_at)
        np.maximum.at(last, items, played_at)
        return first[self.items.number], last[self.items.number]
