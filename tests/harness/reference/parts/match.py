"""What two people have in common, and their taste match (decided in issue 6; product.md, "among friends")."""

from fractions import Fraction
from math import floor
from typing import Any

from tests.harness.reference.keys import Key, KeyOf, artist_key, grouped, track_key
from tests.harness.reference.sums import playing_time
from tests.harness.reference.view import View


def match(view: View, other: View, limit: int) -> dict[str, Any]:
    """`contracts.messages.match.MatchAnswered` without revisions; views of what others may see."""
    artists, tracks = _common(view, other, artist_key), _common(view, other, track_key)
    return {
        "per_cent": taste_match(_times(view, artist_key), _times(other, artist_key)),
        "artists": len(artists),
        "tracks": len(tracks),
        "top_artists": [_entry(rank, (key[0], None), times) for rank, key, times in artists[:limit]],
        "top_tracks": [_entry(rank, (key[1], key[0]), times) for rank, key, times in tracks[:limit]],
    }


def taste_match(mine: dict[Any, int], theirs: dict[Any, int]) -> int | None:
    """Of playing times by artist: the smaller of both shares of each artist, added up, to whole per cent, half up."""
    if not sum(mine.values()) or not sum(theirs.values()):
        return None
    alike = Fraction(0)
    for artist, ms_played in mine.items():
        share = Fraction(ms_played, sum(mine.values()))
        alike += min(share, Fraction(theirs.get(artist, 0), sum(theirs.values())))
    return floor(alike * 100 + Fraction(1, 2))


def _times(view: View, key_of: KeyOf) -> dict[Key, int]:
    return {key: playing_time(plays) for key, plays in grouped(view.inside(), key_of).items()}


def _common(view: View, other: View, key_of: KeyOf) -> list[tuple[int, Key, tuple[int, int]]]:
    """Rank, names and both playing times of all that both have heard."""
    mine, theirs = _times(view, key_of), _times(other, key_of)
    both = {key: (mine[key], theirs[key]) for key in mine.keys() & theirs.keys()}
    ordered = sorted(both, key=lambda key: (-min(both[key]), -sum(both[key]), key))
    return [(rank, key, both[key]) for rank, key in enumerate(ordered, start=1)]


def _entry(rank: int, names: tuple[str, str | None], times: tuple[int, int]) -> dict[str, Any]:
    artist, title = names
    return {"rank": rank, "artist": artist, "title": title, "ms_played": times[0], "other_ms_played": times[1]}
