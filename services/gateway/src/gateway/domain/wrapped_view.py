"""A wrapped as the interface shows it (api.md, "Wrapped")."""

from typing import Annotated

import msgspec

from contracts.messages.questions import By
from contracts.messages.totals import KindSums, Sums
from gateway.domain.me_view import Picture
from gateway.domain.media import MediaState
from gateway.domain.parts_view import DiscoveryView, HabitsView, TreasuresView
from gateway.domain.rhythm_view import RhythmView
from gateway.domain.times import Day, Moment
from gateway.domain.toplists_view import FavouritesView, RankedAlbum, RankedArtist, RankedShow, RankedTrack

_RESUMES = "Something that is missing is not looked for before; null where nothing waits"


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Whose history it is."""

    id: str
    name: str
    picture: Picture | None


class WindowSums(msgspec.Struct, frozen=True, kw_only=True):
    """Sums of a window, its distinct tracks, artists and albums, and its days with a play."""

    ms_played: int
    streams: int
    plays: int
    tracks: int
    artists: int
    albums: int
    days: int


class PreviousTotals(WindowSums, frozen=True, kw_only=True):
    """The totals of the window of the same length before."""

    from_: Day = msgspec.field(name="from")
    to: Day


class TotalsView(WindowSums, frozen=True, kw_only=True):
    """The totals of the window; `estimated` is the share of them that came from the live feed."""

    mean_ms_per_day: int
    by_kind: KindSums
    estimated: Sums
    previous: PreviousTotals | None


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
    top_tracks: list[RankedTrack]
    top_artists: list[RankedArtist]
    top_albums: list[RankedAlbum]
    top_shows: list[RankedShow]
    rhythm: RhythmView
    discovery: DiscoveryView
    treasures: TreasuresView
    habits: HabitsView
    media: MediaState
    media_resumes_at: Annotated[Moment, msgspec.Meta(description=_RESUMES)] | None
