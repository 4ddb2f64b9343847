"""Top lists: what was played most, whole, in the one right order (product.md, "Same input, same answer")."""

from typing import Any, Literal

from tests.harness.reference.keys import Key, KeyOf, album_key, artist_key, grouped, show_key, track_key
from tests.harness.reference.most_played import album_of, id_of, sample_of
from tests.harness.reference.plays import Play
from tests.harness.reference.sums import sums
from tests.harness.reference.view import View

Order = Literal["time", "streams"]
Entry = dict[str, Any]
Group = tuple[Key, list[Play]]


def top_tracks(view: View, previous: View | None, by: Order) -> list[Entry]:
    """Tracks, by (title, artist)."""
    return [
        {"title": title, "artist": artist, **entry, "album": album_of(plays), "spotify_id": id_of(plays)}
        for (title, artist), plays, entry in _ranked(view, previous, by, track_key)
    ]


def top_artists(view: View, previous: View | None, by: Order) -> list[Entry]:
    """Artists of tracks."""
    entries = []
    for (name, _), plays, entry in _ranked(view, previous, by, artist_key):
        sample, title = sample_of(plays)
        entries.append({"name": name, **entry, "tracks": titles(plays), "sample_id": sample, "sample_title": title})
    return entries


def top_albums(view: View, previous: View | None, by: Order) -> list[Entry]:
    """Albums of tracks, by (album, album artist)."""
    return [
        {"title": title, "artist": artist, **entry, "tracks": titles(plays), "sample_id": sample_of(plays)[0]}
        for (title, artist), plays, entry in _ranked(view, previous, by, album_key)
    ]


def top_shows(view: View, previous: View | None, by: Order) -> list[Entry]:
    """Shows of episodes and books of chapters."""
    return [
        {"name": name, **entry, "episodes": titles(plays), "sample_id": sample_of(plays, _episode_key)[0]}
        for (name, _), plays, entry in _ranked(view, previous, by, show_key)
    ]


def titles(plays: list[Play]) -> int:
    """How many distinct titles there are."""
    return len({play.title for play in plays})


def _episode_key(play: Play) -> Key:
    return (play.title, "")


def _ranked(view: View, previous: View | None, by: Order, key_of: KeyOf) -> list[tuple[Key, list[Play], Entry]]:
    groups = in_order(grouped(view.inside(), key_of), by)
    before = in_order(grouped(previous.inside(), key_of), by) if previous else []
    ranks_before = {key: rank for rank, (key, _) in enumerate(before, start=1)}
    whole = sum(_amount(plays, by) for _, plays in groups)
    return [
        (key, plays, {
            "rank": rank,
            **sums(plays),
            "share": _amount(plays, by) / whole if whole else 0.0,
            "rank_before": ranks_before.get(key),
            "first_played": min(play.moment for play in plays),
            "last_played": max(play.moment for play in plays),
        })
        for rank, (key, plays) in enumerate(groups, start=1)
    ]  # fmt: skip


def in_order(groups: dict[Key, list[Play]], by: Order) -> list[Group]:
    """By playing time, then streams (or the other way round), then title, then artist in code-point order."""

    def place(group: Group) -> tuple[int, int, Key]:
        found = sums(group[1])
        time, streams = found["ms_played"], found["streams"]
        return (-time, -streams, group[0]) if by == "time" else (-streams, -time, group[0])

    return sorted(groups.items(), key=place)


def _amount(plays: list[Play], by: Order) -> int:
    return sums(plays)["ms_played" if by == "time" else "streams"]
