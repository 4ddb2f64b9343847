"""A wrapped: totals and top lists of the plays in a window (product.md and api.md, "Wrapped")."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.harness.reference.doubles import without_doubles
from tests.harness.reference.plays import Kind, Play
from tests.harness.reference.toplists import Entry, Order, top_albums, top_artists, top_shows, top_tracks

KINDS: tuple[Kind, ...] = ("track", "episode", "chapter")


@dataclass(frozen=True, slots=True)
class Sums:
    """Playing time in milliseconds, streams and plays."""

    ms_played: int
    streams: int
    plays: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums in all and by kind; as many tracks, artists and albums as their lists have; local days with a play."""

    all: Sums
    by_kind: dict[Kind, Sums]
    tracks: int
    artists: int
    albums: int
    days: int


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The window's days (None without plays), `previous` (None without dates) and the lists in full length."""

    first: date | None
    last: date | None
    totals: Totals
    previous: Totals | None
    top_tracks: list[Entry]
    top_artists: list[Entry]
    top_albums: list[Entry]
    top_shows: list[Entry]


def wrapped(
    plays: list[Play],
    zone: str,
    window: tuple[date, date] | None = None,
    by: Order = "time",
    private: bool = True,
) -> Wrapped:
    """The report over the plays of a person (`History.plays`), both days of the window included.

    Without a window it covers everything. `private=False` is what somebody else sees.
    """
    counted = [play for play in without_doubles(plays) if private or not play.private]
    local = [(play, local_day(play, zone)) for play in counted]
    first, last = window or (min((day for _, day in local), default=None), max((day for _, day in local), default=None))
    inside = _between(local, first, last)
    shown = [play for play, _ in inside]
    return Wrapped(
        first, last, _totals(inside), _previous(local, window),
        top_tracks(shown, by), top_artists(shown, by), top_albums(shown, by), top_shows(shown, by),
    )  # fmt: skip


def local_day(play: Play, zone: str) -> date:
    """The day to which the play belongs: that of its end, by the zone's rules on that day."""
    return datetime.fromtimestamp(play.moment // 1000, UTC).astimezone(ZoneInfo(zone)).date()


def _between(local: list[tuple[Play, date]], first: date | None, last: date | None) -> list[tuple[Play, date]]:
    if first is None or last is None:
        return []
    return [(play, day) for play, day in local if first <= day <= last]


def _previous(local: list[tuple[Play, date]], window: tuple[date, date] | None) -> Totals | None:
    """The totals of the window of the same length before."""
    if window is None:
        return None
    first, last = window
    length = last - first + timedelta(days=1)
    return _totals(_between(local, first - length, last - length))


def _totals(inside: list[tuple[Play, date]]) -> Totals:
    plays = [play for play, _ in inside]
    tracks = [play for play in plays if play.kind == "track"]
    return Totals(
        all=_sums(plays),
        by_kind={kind: _sums(play for play in plays if play.kind == kind) for kind in KINDS},
        tracks=len(top_tracks(tracks, "time")),
        artists=len(top_artists(tracks, "time")),
        albums=len(top_albums(tracks, "time")),
        days=len({day for _, day in inside}),
    )


def _sums(plays: Iterable[Play]) -> Sums:
    plays = list(plays)
    return Sums(sum(play.ms_played for play in plays), sum(play.is_stream for play in plays), len(plays))
