"""Sums, and the totals of a window."""

import msgspec


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
