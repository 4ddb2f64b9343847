"""A wrapped as the interface shows it (api.md, "Wrapped")."""

import msgspec

from contracts.messages.habits import Habits
from contracts.messages.questions import By
from contracts.messages.rhythm import Rhythm
from contracts.messages.totals import KindSums, Sums
from gateway.domain.me_view import Picture
from gateway.domain.media import MediaState, Preview
from gateway.domain.times import Day, Moment


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Whose history it is."""

    id: str
    name: str
    picture: Picture | None


class PreviousTotals(msgspec.Struct, frozen=True, kw_only=True):
    """The totals of the window of the same length before."""

    from_: Day = msgspec.field(name="from")
    to: Day
    ms_played: int
    streams: int
    plays: int
    tracks: int
    artists: int
    albums: int
    days: int


class TotalsView(msgspec.Struct, frozen=True, kw_only=True):
    """The totals of the window; `estimated` is the share of them that came from the live feed."""

    ms_played: int
    streams: int
    plays: int
    tracks: int
    artists: int
    albums: int
    days: int
    mean_ms_per_day: int
    by_kind: KindSums
    estimated: Sums
    previous: PreviousTotals | None


class RankedTrack(msgspec.Struct, frozen=True, kw_only=True):
    """A track of the list. `share` is of the whole list's playing time or streams, from 0 to 1."""

    rank: int
    title: str
    artist: str
    album: str | None
    ms_played: int
    streams: int
    plays: int
    share: float
    rank_before: int | None
    first_played: Moment
    last_played: Moment
    spotify_id: str | None
    cover: Picture | None
    preview: Preview | None
    link: str | None


class RankedArtist(msgspec.Struct, frozen=True, kw_only=True):
    """An artist of the list; `tracks` counts their distinct tracks in the window."""

    rank: int
    name: str
    ms_played: int
    streams: int
    plays: int
    tracks: int
    share: float
    rank_before: int | None
    first_played: Moment
    last_played: Moment
    image: Picture | None
    link: str | None


class RankedAlbum(msgspec.Struct, frozen=True, kw_only=True):
    """An album of the list; `tracks` counts its distinct tracks in the window."""

    rank: int
    title: str
    artist: str
    ms_played: int
    streams: int
    plays: int
    tracks: int
    share: float
    rank_before: int | None
    first_played: Moment
    last_played: Moment
    cover: Picture | None
    link: str | None


class RankedShow(msgspec.Struct, frozen=True, kw_only=True):
    """A podcast or book of the list; `episodes` counts its distinct episodes and chapters in the window."""

    rank: int
    name: str
    ms_played: int
    streams: int
    plays: int
    episodes: int
    share: float
    rank_before: int | None
    first_played: Moment
    last_played: Moment
    cover: Picture | None
    link: str | None


class FavouritesView(msgspec.Struct, frozen=True, kw_only=True):
    """The favourite song and artist by playing time, whatever the lists are ordered by."""

    track: RankedTrack | None
    artist: RankedArtist | None


class WrappedView(msgspec.Struct, frozen=True, kw_only=True):
    """The report over one window. `media` says whether every picture that exists is in it."""

    from_: Day | None = msgspec.field(name="from")
    to: Day | None
    time_zone: str
    by: By
    revision: int
    person: Person
    totals: TotalsView
    favourites: FavouritesView
    top_tracks: tuple[RankedTrack, ...]
    top_artists: tuple[RankedArtist, ...]
    top_albums: tuple[RankedAlbum, ...]
    top_shows: tuple[RankedShow, ...]
    rhythm: Rhythm
    discovery: dict[str, str]
    treasures: dict[str, str]
    habits: Habits
    media: MediaState
