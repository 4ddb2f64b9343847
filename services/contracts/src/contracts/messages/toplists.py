"""Top lists and favourites. Moments are unix ms UTC.

`share` is of the whole list's playing time or streams, from 0 to 1. `rank_before` is the rank in the same list of the
window before; None for what was not in it, and where there is no window before.
"""

import msgspec


class TopTrack(msgspec.Struct, frozen=True, kw_only=True):
    """A track is (artist, title). `album` and `spotify_id` are its most played ones; moments are unix ms UTC."""

    rank: int
    title: str
    artist: str
    album: str | None
    ms_played: int
    streams: int
    plays: int
    share: float
    rank_before: int | None
    first_played: int
    last_played: int
    spotify_id: str | None


class TopArtist(msgspec.Struct, frozen=True, kw_only=True):
    """`tracks` counts the artist's distinct tracks in the window.

    `sample_id` and `sample_title` are of the most played track that has an id.
    """

    rank: int
    name: str
    ms_played: int
    streams: int
    plays: int
    tracks: int
    share: float
    rank_before: int | None
    first_played: int
    last_played: int
    sample_id: str | None
    sample_title: str | None


class TopAlbum(msgspec.Struct, frozen=True, kw_only=True):
    """An album is (artist, album)."""

    rank: int
    title: str
    artist: str
    ms_played: int
    streams: int
    plays: int
    tracks: int
    share: float
    rank_before: int | None
    first_played: int
    last_played: int
    sample_id: str | None


class TopShow(msgspec.Struct, frozen=True, kw_only=True):
    """A show or book; `episodes` counts its distinct episodes and chapters in the window."""

    rank: int
    name: str
    ms_played: int
    streams: int
    plays: int
    episodes: int
    share: float
    rank_before: int | None
    first_played: int
    last_played: int
    sample_id: str | None


class Favourites(msgspec.Struct, frozen=True, kw_only=True):
    """The favourite song and artist, by playing time whatever the lists are ordered by."""

    track: TopTrack | None
    artist: TopArtist | None
