"""What was first heard in a window."""

import msgspec


class NewInMonth(msgspec.Struct, frozen=True, kw_only=True):
    """How many artists and tracks were first heard in one month (`YYYY-MM`) of the window; months without are there."""

    month: str
    artists: int
    tracks: int


class NewArtist(msgspec.Struct, frozen=True, kw_only=True):
    """An artist first heard on `day`; the sums are those of the window."""

    name: str
    day: str
    ms_played: int
    streams: int
    plays: int
    tracks: int
    sample_id: str | None
    sample_title: str | None


class NewTrack(msgspec.Struct, frozen=True, kw_only=True):
    """A track first heard on `day`; the sums are those of the window."""

    title: str
    artist: str
    album: str | None
    day: str
    ms_played: int
    streams: int
    plays: int
    spotify_id: str | None


class Discovery(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of all that was new, playing time that went to it, and the lists, up to the question's limit.

    `ms_played` is the playing time of all plays of kind track in the window: what the other two are shares of.
    """

    artists: int
    tracks: int
    ms_played: int
    ms_played_new_artists: int
    ms_played_new_tracks: int
    months: list[NewInMonth]
    new_artists: list[NewArtist]
    new_tracks: list[NewTrack]
