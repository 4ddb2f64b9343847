"""Treasures: what was loved, and what became of it."""

import numpy as np

from aggregator.domain.history.counted import Counted
from aggregator.domain.statistics.forgotten_treasures import forgotten_treasures
from aggregator.domain.statistics.still_with_you import still_with_you
from aggregator.domain.statistics.then_and_now import recent_from, then_and_now
from aggregator.domain.statistics.treasure_entries import artist_treasures, track_treasures
from aggregator.domain.times.calendar_days import day_of
from aggregator.domain.times.local_times import LocalTimes
from aggregator.domain.times.windows import Window
from contracts.messages.treasures import Treasures

LIMIT = 10
MINUTE_MS = 60_000
TRACK_FLOORS_MS = (30 * MINUTE_MS, 15 * MINUTE_MS)
ARTIST_FLOORS_MS = (120 * MINUTE_MS, 60 * MINUTE_MS)


def treasures(counted: Counted, times: LocalTimes, window: Window) -> Treasures:
    """Forgotten treasures and what is still with somebody at the end of `window`, at most ten of each."""
    recent = recent_from(window)
    catalogue = counted.catalogue
    tracks = then_and_now(counted, times, window, counted.of_tracks, catalogue.item_track)
    artists = then_and_now(counted, times, window, counted.of_artists, catalogue.item_artist)
    loved_tracks = still_with_you(tracks, recent, TRACK_FLOORS_MS, LIMIT)
    loved_artists = still_with_you(artists, recent, ARTIST_FLOORS_MS, LIMIT)
    lost_tracks = forgotten_treasures(tracks, counted.stream, TRACK_FLOORS_MS[0], LIMIT)
    lost_artists = forgotten_treasures(artists, counted.stream, ARTIST_FLOORS_MS[0], LIMIT)
    shown_tracks = track_treasures(counted, tracks, np.concatenate((lost_tracks, loved_tracks)))
    shown_artists = artist_treasures(counted, artists, np.concatenate((lost_artists, loved_artists)))
    return Treasures(
        recent_from=day_of(recent).isoformat(),
        forgotten_tracks=shown_tracks[: len(lost_tracks)],
        forgotten_artists=shown_artists[: len(lost_artists)],
        loved_tracks=shown_tracks[len(lost_tracks) :],
        loved_artists=shown_artists[len(lost_artists) :],
    )


def no_treasures() -> Treasures:
    """The treasures of a history without plays, and without a window."""
    return Treasures(recent_from=None, forgotten_tracks=[], forgotten_artists=[], loved_tracks=[], loved_artists=[])
