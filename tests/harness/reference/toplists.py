"""Top lists: what was played most, whole, in the one right order (product.md, "Same input, same answer")."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from tests.harness.reference.plays import Play

Order = Literal["time", "streams"]
Key = tuple[str, str]  # title and artist; an artist or a show is (name, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rank. `title` is the name of the track, artist, album or show; `artist` is "" for artists and shows.

    `share` is of the whole list's time (or streams). `first_played` and `last_played` are moments in UTC unix
    milliseconds. `tracks` counts distinct titles. `albums` and `ids` (22 characters of
    base 62) are all that the plays name.
    """

    rank: int
    title: str
    artist: str
    ms_played: int
    streams: int
    plays: int
    share: float
    first_played: int
    last_played: int
    tracks: int
    albums: frozenset[str]
    ids: frozenset[str]


def top_tracks(plays: list[Play], by: Order) -> list[Entry]:
    """Tracks that have a title, by (artist, title); the artist may be missing."""
    return _ranked(plays, by, lambda play: (play.title, play.artist) if _is_track(play) else None)


def top_artists(plays: list[Play], by: Order) -> list[Entry]:
    """Artists of tracks."""
    return _ranked(plays, by, lambda play: (play.artist, "") if _is_track(play) and play.artist else None)


def top_albums(plays: list[Play], by: Order) -> list[Entry]:
    """Albums of tracks, by (album artist, album)."""
    return _ranked(plays, by, lambda play: (play.album, play.artist) if _is_track(play) and play.album else None)


def top_shows(plays: list[Play], by: Order) -> list[Entry]:
    """Shows of episodes and books of chapters, by name."""
    return _ranked(
        plays, by, lambda play: (play.artist, "") if play.kind != "track" and play.title and play.artist else None
    )


def _is_track(play: Play) -> bool:
    """A nameless row counts in the totals and in no list."""
    return play.kind == "track" and play.title != ""


def _ranked(plays: list[Play], by: Order, key_of: Callable[[Play], Key | None]) -> list[Entry]:
    groups: dict[Key, list[Play]] = defaultdict(list)
    for play in plays:
        key = key_of(play)
        if key is not None:
            groups[key].append(play)
    entries = [_entry(key, group) for key, group in groups.items()]
    whole = sum(_amount(entry, by) for entry in entries)
    ordered = sorted(entries, key=lambda entry: _place(entry, by))
    return [
        replace(entry, rank=rank, share=_amount(entry, by) / whole if whole else 0.0)
        for rank, entry in enumerate(ordered, start=1)
    ]


def _entry(key: Key, plays: list[Play]) -> Entry:
    return Entry(
        rank=0,
        title=key[0],
        artist=key[1],
        ms_played=sum(play.ms_played for play in plays),
        streams=sum(play.is_stream for play in plays),
        plays=len(plays),
        share=0.0,
        first_played=min(play.moment for play in plays),
        last_played=max(play.moment for play in plays),
        tracks=len({play.title for play in plays}),
        albums=frozenset(play.album for play in plays if play.album),
        ids=frozenset(play.id.rpartition(":")[2] for play in plays if play.id),
    )


def _amount(entry: Entry, by: Order) -> int:
    return entry.ms_played if by == "time" else entry.streams


def _place(entry: Entry, by: Order) -> tuple[int, int, str, str]:
    """By playing time, then streams (or the other way round), then title, then artist in code-point order."""
    first, second = (entry.ms_played, entry.streams) if by == "time" else (entry.streams, entry.ms_played)
    return (-first, -second, entry.title, entry.artist)
