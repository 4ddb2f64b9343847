"""The taste match: how alike two people spend their listening on artists."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Artist = TypeVar("Artist", bound=Hashable)


def taste_match(mine: Mapping[Artist, int], theirs: Mapping[Artist, int]) -> int | None:
    """How alike the two of you spend your listening on artists, over the time you look at. For each artist that you
    both played, the smaller of your two shares of the playing time of all tracks counts; these are added up and rounded
    to whole per cent. So 100 % is the same artists in the same proportions, and 0 % is no artist in common. Private
    sessions and doubles are left out on both sides. Nothing is said where one of you played no track.

    Both are playing times (ms) by artist. None where one of them has no playing time. This is the intersection of two
    histograms, as an exact fraction of integers and rounded once, half up.
    """
    whole, their_whole = sum(mine.values()), sum(theirs.values())
    if not whole or not their_whole:
        return None
    # the shares with one denominator, whole * their_whole
    shared = sum(min(ms * their_whole, theirs[artist] * whole) for artist, ms in mine.items() if artist in theirs)
    return (200 * shared + whole * their_whole) // (2 * whole * their_whole)
