"""What a play counts for in the lists: its track, artist, album or show. None: in no such list (product.md)."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from tests.harness.reference.plays import Play

Key = tuple[str, str]  # title and artist; an artist or a show is (name, "")
KeyOf = Callable[[Play], Key | None]


def track_key(play: Play) -> Key | None:
    """Tracks that have a title, by (title, artist); the artist may be missing."""
    return (play.title, play.artist) if play.kind == "track" and play.title else None


def artist_key(play: Play) -> Key | None:
    """Artists of tracks that have a title."""
    return (play.artist, "") if track_key(play) and play.artist else None


def album_key(play: Play) -> Key | None:
    """Albums of tracks that have a title, by (album, album artist)."""
    return (play.album, play.artist) if track_key(play) and play.album else None


def show_key(play: Play) -> Key | None:
    """Shows of episodes and books of chapters that have a title, by name."""
    return (play.artist, "") if play.kind != "track" and play.title and play.artist else None


def grouped(plays: Iterable[Play], key_of: KeyOf) -> dict[Key, list[Play]]:
    """The plays by their key, in their order; those without one are left out."""
    groups: dict[Key, list[Play]] = defaultdict(list)
    for play in plays:
        key = key_of(play)
        if key is not None:
            groups[key].append(play)
    return dict(groups)
