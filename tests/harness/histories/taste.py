"""Whom somebody listens to: a few favourites, a long tail, and both drifting with the months."""

from itertools import accumulate
from random import Random

from tests.harness.histories.catalogue import Catalogue, Item

DAYS_PER_MOOD = 45
TRACK_WEIGHTS = tuple(accumulate(1 / (rank + 1) ** 0.7 for rank in range(64)))


class Taste:
    """Popularity over the artists of a catalogue: Zipf's law over a ranking that drifts every few weeks."""

    def __init__(self, rng: Random, catalogue: Catalogue) -> None:
        self._rng = rng
        self._catalogue = catalogue
        self._artists = list(range(len(catalogue.albums)))
        rng.shuffle(self._artists)
        self._weights = list(accumulate(1 / (rank + 1.5) for rank in range(len(self._artists))))
        self._mood = 0

    def move_to(self, day: int) -> None:
        """Let the taste drift until the given day of the history (0 is the first)."""
        while self._mood < day // DAYS_PER_MOOD:
            self._mood += 1
            self._drift()

    def artist(self) -> int:
        """The index of an artist, by today's taste."""
        return self._rng.choices(self._artists, cum_weights=self._weights)[0]

    def album(self) -> list[Item]:
        """An album of a liked artist."""
        return self._rng.choice(self._catalogue.albums[self.artist()])

    def track(self) -> Item:
        """A track of a liked artist, the first ones of an album being the hits."""
        album = self.album()
        return self._rng.choices(album, cum_weights=TRACK_WEIGHTS[: len(album)])[0]

    def _drift(self) -> None:
        """Some newcomers rise to the top, some favourites fall back: a twentieth of the ranking moves."""
        count = len(self._artists)
        for _ in range(max(1, count // 20)):
            risen = self._artists.pop(self._rng.randrange(count))
            self._artists.insert(int(count * self._rng.random() ** 4), risen)
