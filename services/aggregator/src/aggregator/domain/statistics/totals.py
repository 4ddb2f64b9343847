"""The totals of a window: sums in all and by kind, distinct things, days, and the window before."""

import numpy as np

from aggregator.domain.history.catalogue import KINDS
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.times.local_times import DaySums
from aggregator.domain.times.windows import Window
from contracts.messages.totals import KindSums, Sums, Totals, WindowTotals


def totals(heard: Listening, days: DaySums | None, window: Window, previous: WindowTotals | None) -> Totals:
    """Playing time is the sum of how long everything really played, short plays too. Streams are plays of at least 30
    seconds; plays count everything. Tracks, artists and albums are distinct ones with a name; days are those with a
    play, and the mean is over all days of the time you look at. What two devices logged twice counts once. The
    comparison is with as many days just before.

    All plays of the window are on `days`.
    """
    now = window_totals(heard, days, window)
    return Totals(
        ms_played=now.ms_played,
        streams=now.streams,
        plays=now.plays,
        tracks=now.tracks,
        artists=now.artists,
        albums=now.albums,
        days=now.days,
        mean_ms_per_day=now.ms_played // window.length,
        by_kind=_kind_sums(heard),
        estimated=_estimated_sums(heard),
        previous=previous,
    )


def no_totals() -> Totals:
    """The totals of a history without plays, and without a window."""
    return Totals(
        ms_played=0,
        streams=0,
        plays=0,
        tracks=0,
        artists=0,
        albums=0,
        days=0,
        mean_ms_per_day=0,
        by_kind=KindSums(),
        estimated=Sums(),
        previous=None,
    )


def window_totals(heard: Listening, days: DaySums | None, window: Window) -> WindowTotals:
    """The part of the totals that is also told of the window before."""
    return WindowTotals(
        first_day=window.first.isoformat(),
        last_day=window.last.isoformat(),
        ms_played=int(heard.items.ms_played.sum()),
        streams=int(heard.items.streams.sum()),
        plays=int(heard.items.plays.sum()),
        tracks=len(heard.tracks.number),
        artists=len(heard.artists.number),
        albums=len(heard.albums.number),
        days=int(np.count_nonzero(days.plays)) if days else 0,
    )


def _kind_sums(heard: Listening) -> KindSums:
    return KindSums(**dict(zip(KINDS, heard.kinds, strict=True)))


def _estimated_sums(heard: Listening) -> Sums:
    """The share of the totals that came from the live feed, without any real playing time."""
    estimate = heard.counted.estimate[heard.rows]
    if not estimate.any():
        return Sums()
    stream = heard.counted.stream[heard.rows]
    return Sums(
        ms_played=int(heard.ms_played[estimate].sum()),
        streams=int(np.count_nonzero(stream & estimate)),
        plays=int(np.count_nonzero(estimate)),
    )
