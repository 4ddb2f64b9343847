"""Some tracks, artists, albums or shows, and all that was played of them: what they were mostly played as."""

from dataclasses import dataclass

import numpy as np

from aggregator.domain.arrays import Ints, run_starts
from aggregator.domain.history.catalogue import Catalogue
from aggregator.domain.statistics.sums import Sums

Names = list[str | None]


@dataclass(frozen=True)
class Chosen:
    """The items that belong to `count` chosen groups.

    of      one entry an item: the place of its group among the chosen ones
    items   their sums
    rows    the rows of these among the sums of all items that were played
    """

    catalogue: Catalogue
    count: int
    of: Ints
    items: Sums
    rows: Ints

    def titles(self) -> list[int]:
        """How many distinct titles were played of each group."""
        width = len(self.catalogue.titles)
        pairs = np.unique(self.of * width + self.catalogue.item_title[self.items.number])
        counts: list[int] = np.bincount(pairs // max(width, 1), minlength=self.count).tolist()
        return counts

    def albums(self) -> Names:
        """The most played album of each group."""
        albums = self.catalogue.item_album[self.items.number]
        return self.catalogue.albums.known(most_played(self.items, self.of, albums, self.count))

    def ids(self) -> Names:
        """The most played id of each group."""
        ids = self.catalogue.item_id[self.items.number]
        return self.catalogue.ids.known(most_played(self.items, self.of, ids, self.count))

    def samples(self) -> tuple[Names, Names]:
        """Id and title for each group: of its most played title that has an id, and the most played id of that."""
        titles, ids = self.catalogue.item_title[self.items.number], self.catalogue.item_id[self.items.number]
        width = len(self.catalogue.titles)
        keys, pairs = np.unique(self.of * width + titles, return_inverse=True)
        has_id = np.zeros(len(keys), np.bool_)
        has_id[pairs[ids >= 0]] = True
        best = most_played(self.items, self.of, np.where(has_id[pairs], titles, -1), self.count)
        of_best = np.where(titles == best[self.of], self.of, -1)
        found = most_played(self.items, of_best, ids, self.count)
        return self.catalogue.ids.known(found), self.catalogue.titles.known(best)


def most_played(sums: Sums, of: Ints, what: Ints, size: int) -> Ints:
    """For each `of` from 0 to `size` - 1 the `what` with the most playing time, then streams, then by number.

    Both have one number a row of `sums`, -1 for none; so has the result where there is nothing.
    """
    best = np.full(size, -1, np.int64)
    rows = np.flatnonzero((of >= 0) & (what >= 0))
    if not len(rows):
        return best
    width = int(what.max()) + 1
    keys = of[rows] * width + what[rows]
    order = keys.argsort()
    starts = run_starts(keys[order])
    ms_played = np.add.reduceat(sums.ms_played[rows[order]], starts)
    streams = np.add.reduceat(sums.streams[rows[order]], starts)
    keys = keys[order[starts]]
    ofs = keys // width
    firsts = np.lexsort((-streams, -ms_played, ofs))[run_starts(ofs)]  # `ofs` are in order before and after
    best[ofs[firsts]] = keys[firsts] % width
    return best
