"""Questions about a history and their answers. Numbers only: media are joined at the gateway."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message

By = Literal["time", "streams"]
Viewer = Literal["owner", "other"]


class WrappedQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What decides an answer. Dates are `YYYY-MM-DD` in `time_zone`, both included; None is the whole history.

    `viewer` "other" leaves private sessions out. `revision` is the least revision the answer may be of.
    """

    person_id: str
    revision: int
    time_zone: str
    viewer: Viewer
    first_day: str | None
    last_day: str | None
    by: By
    limit: int


class AskWrapped(Message, frozen=True):
    """Command: answer `question`, store the answer under `question_key(question)`, then reply."""

    SCHEMA: ClassVar[str] = "ask-wrapped.v1"

    question: WrappedQuestion


class Sums(msgspec.Struct, frozen=True, kw_only=True):
    """Playing time in ms, streams (at least 30 s) and plays."""

    ms_played: int = 0
    streams: int = 0
    plays: int = 0


class KindSums(msgspec.Struct, frozen=True, kw_only=True):
    """Sums of each kind; always all three."""

    track: Sums = Sums()
    episode: Sums = Sums()
    chapter: Sums = Sums()


class WindowTotals(msgspec.Struct, frozen=True, kw_only=True):
    """The totals of a window: sums, distinct named tracks, artists and albums (kind track), days with a play."""

    first_day: str
    last_day: str
    ms_played: int
    streams: int
    plays: int
    tracks: int
    artists: int
    albums: int
    days: int


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """`mean_ms_per_day` is over all days of the window, cut. `previous` is the window of the same length before it."""

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
    previous: WindowTotals | None


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
    first_played: int
    last_played: int
    sample_id: str | None


class Favourites(msgspec.Struct, frozen=True, kw_only=True):
    """The favourite song and artist, by playing time whatever the lists are ordered by."""

    track: TopTrack | None
    artist: TopArtist | None


class MonthOfLife(msgspec.Struct, frozen=True, kw_only=True):
    """Playing time of one month (`YYYY-MM`, the person's zone) of the whole history."""

    month: str
    ms_played: int


class Wrapped(msgspec.Struct, frozen=True, kw_only=True):
    """The answer. Of one revision throughout. Without any play the dates are those asked for, or None."""

    revision: int
    time_zone: str
    by: By
    first_day: str | None
    last_day: str | None
    totals: Totals
    favourites: Favourites
    top_tracks: list[TopTrack]
    top_artists: list[TopArtist]
    top_albums: list[TopAlbum]
    top_shows: list[TopShow]
    life: list[MonthOfLife]


class WrappedAnswered(Message, frozen=True):
    """Reply to `ask-wrapped`.

    `answer` is None where it is too large for a record: read it from the store by `question_key`.
    """

    SCHEMA: ClassVar[str] = "wrapped-answered.v1"

    question_key: str
    answer: Wrapped | None


class PlaysQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A page of plays, newest first.

    `track` and `artist` filter by exact name, together or alone. `cursor` continues a page.
    """

    person_id: str
    revision: int
    time_zone: str
    viewer: Viewer
    first_day: str | None
    last_day: str | None
    track: str | None
    artist: str | None
    cursor: str | None
    limit: int


class AskPlays(Message, frozen=True):
    """Command: answer with one page of plays."""

    SCHEMA: ClassVar[str] = "ask-plays.v1"

    question: PlaysQuestion


class Play(msgspec.Struct, frozen=True, kw_only=True):
    """One play as a person sees it. Doubles are shown, and left out of every count (product.md)."""

    played_at: int
    precision: Literal["second", "minute"]
    kind: str
    title: str | None
    artist: str | None
    album: str | None
    ms_played: int
    spotify_id: str | None
    platform: str | None
    country: str | None
    reason_start: str | None
    reason_end: str | None
    shuffle: bool | None
    skipped: bool | None
    offline: bool | None
    private: bool | None
    double: bool
    estimate: bool


class PlaysAnswered(Message, frozen=True):
    """Reply to `ask-plays`. `next_cursor` is None on the last page."""

    SCHEMA: ClassVar[str] = "plays-answered.v1"

    revision: int
    plays: list[Play]
    next_cursor: str | None
