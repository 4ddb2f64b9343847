"""What was loved: forgotten since, or still there."""

import msgspec


class Lifeline(msgspec.Struct, frozen=True, kw_only=True):
    """Playing time by month over the whole history up to the window's last day, beginning with `first_month`.

    The list ends with the last month that has a play of it.
    """

    first_month: str
    ms_played: list[int]


class TrackTreasure(msgspec.Struct, frozen=True, kw_only=True):
    """A track. `ms_then`, `ms_now`: playing time before and within the recent days; moments are unix ms UTC."""

    title: str
    artist: str
    album: str | None
    ms_then: int
    ms_now: int
    streams: int
    plays: int
    first_played: int
    last_played: int
    months: Lifeline
    spotify_id: str | None


class ArtistTreasure(msgspec.Struct, frozen=True, kw_only=True):
    """An artist, as `TrackTreasure`."""

    name: str
    ms_then: int
    ms_now: int
    streams: int
    plays: int
    first_played: int
    last_played: int
    months: Lifeline
    sample_id: str | None
    sample_title: str | None


class Treasures(msgspec.Struct, frozen=True, kw_only=True):
    """`recent_from` is the first of the recent days; None without a window. At most ten of each."""

    recent_from: str | None
    forgotten_tracks: list[TrackTreasure]
    forgotten_artists: list[ArtistTreasure]
    loved_tracks: list[TrackTreasure]
    loved_artists: list[ArtistTreasure]
