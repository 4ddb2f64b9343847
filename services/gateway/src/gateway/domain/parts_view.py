"""Discovery, treasures and habits as the interface shows them: the contract's fields and media."""

import msgspec

from contracts.messages.discovery import NewInMonth
from contracts.messages.habits import CountryPart, Part, PlatformPart
from contracts.messages.treasures import Lifeline
from gateway.domain.me_view import Picture
from gateway.domain.media import Preview
from gateway.domain.times import Day, Moment


class NewArtistView(msgspec.Struct, frozen=True, kw_only=True):
    """An artist first heard on `day`, with sums and distinct tracks of the window."""

    name: str
    day: Day
    ms_played: int
    streams: int
    plays: int
    tracks: int
    image: Picture | None
    link: str | None


class NewTrackView(msgspec.Struct, frozen=True, kw_only=True):
    """A track first heard on `day`, with sums of the window."""

    title: str
    artist: str
    album: str | None
    day: Day
    ms_played: int
    streams: int
    plays: int
    spotify_id: str | None
    cover: Picture | None
    preview: Preview | None
    link: str | None


class DiscoveryView(msgspec.Struct, frozen=True, kw_only=True):
    """What was first heard in the window: how much, month by month, and the lists by playing time, up to `limit`.

    `ms_played` is the playing time of all tracks in the window: what the other two are shares of.
    """

    artists: int
    tracks: int
    ms_played: int
    ms_played_new_artists: int
    ms_played_new_tracks: int
    months: list[NewInMonth]
    new_artists: list[NewArtistView]
    new_tracks: list[NewTrackView]


class Treasure(msgspec.Struct, frozen=True, kw_only=True):
    """What was loved. `ms_then`, `ms_now`: playing time before and within the recent days; the rest of all its plays.

    `months` is its playing time month by month.
    """

    ms_then: int
    ms_now: int
    streams: int
    plays: int
    first_played: Moment
    last_played: Moment
    months: Lifeline
    link: str | None


class TrackTreasureView(Treasure, frozen=True, kw_only=True):
    """A track, with its most played album and id."""

    title: str
    artist: str
    album: str | None
    spotify_id: str | None
    cover: Picture | None
    preview: Preview | None


class ArtistTreasureView(Treasure, frozen=True, kw_only=True):
    """An artist."""

    name: str
    image: Picture | None


class TreasuresView(msgspec.Struct, frozen=True, kw_only=True):
    """Forgotten, or still with you. `recent_from` is the first of the recent days; null without a window."""

    recent_from: Day | None
    forgotten_tracks: list[TrackTreasureView]
    forgotten_artists: list[ArtistTreasureView]
    loved_tracks: list[TrackTreasureView]
    loved_artists: list[ArtistTreasureView]


class MostSkippedView(msgspec.Struct, frozen=True, kw_only=True):
    """The track with the most skips; `plays` are all its plays in the window."""

    title: str
    artist: str
    skips: int
    plays: int
    spotify_id: str | None
    cover: Picture | None
    preview: Preview | None
    link: str | None


class HabitsView(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of the window's plays."""

    skipped: Part
    shuffle: Part
    offline: Part
    private: Part
    platforms: list[PlatformPart]
    countries: list[CountryPart]
    most_skipped: MostSkippedView | None
