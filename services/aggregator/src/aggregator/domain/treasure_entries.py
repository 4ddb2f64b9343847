"""Treasures as they are shown: from all plays of a track or an artist up to the last day of a window."""

import numpy as np

from aggregator.domain.arrays import Ints, places_of
from aggregator.domain.calendar_days import months_of
from aggregator.domain.lifelines import lifelines
from aggregator.domain.listening import Listening
from aggregator.domain.local_times import LocalTimes
from aggregator.domain.then_and_now import ThenAndNow
from contracts.messages.treasures import ArtistTreasure, Lifeline, TrackTreasure


def track_treasures(heard: Listening, times: LocalTimes, sums: ThenAndNow, tracks: Ints) -> list[TrackTreasure]:
    """These tracks in their order; all their plays are in `heard`."""
    if not len(tracks):
        return []
    catalogue, whole = heard.catalogue, heard.tracks.of(tracks)
    chosen = heard.chosen(catalogue.item_track, tracks, len(catalogue.track_title))
    columns = zip(
        catalogue.titles.of(catalogue.track_title[tracks]),
        catalogue.artists.of(catalogue.track_artist[tracks]),
        chosen.albums(),
        sums.ms_then[tracks].tolist(),
        sums.ms_now[tracks].tolist(),
        *whole.lists()[1:],
        *chosen.moments(),
        _lifelines(heard, times, catalogue.item_track, tracks, len(catalogue.track_title)),
        chosen.ids(),
        strict=True,
    )
    return [
        TrackTreasure(
            title=title,
            artist=artist,
            album=album,
            ms_then=ms_then,
            ms_now=ms_now,
            streams=streams,
            plays=plays,
            first_played=first_played,
            last_played=last_played,
            months=months,
            spotify_id=spotify_id,
        )
        for title, artist, album, ms_then, ms_now, streams, plays, first_played, last_played, months, spotify_id
        in columns
    ]  # fmt: skip


def artist_treasures(heard: Listening, times: LocalTimes, sums: ThenAndNow, artists: Ints) -> list[ArtistTreasure]:
    """These artists in their order; all their plays are in `heard`."""
    if not len(artists):
        return []
    catalogue, whole = heard.catalogue, heard.artists.of(artists)
    chosen = heard.chosen(catalogue.item_artist, artists, len(catalogue.artists))
    columns = zip(
        catalogue.artists.of(artists),
        sums.ms_then[artists].tolist(),
        sums.ms_now[artists].tolist(),
        *whole.lists()[1:],
        *chosen.moments(),
        _lifelines(heard, times, catalogue.item_artist, artists, len(catalogue.artists)),
        *chosen.samples(),
        strict=True,
    )
    return [
        ArtistTreasure(
            name=name,
            ms_then=ms_then,
            ms_now=ms_now,
            streams=streams,
            plays=plays,
            first_played=first_played,
            last_played=last_played,
            months=months,
            sample_id=sample_id,
            sample_title=sample_title,
        )
        for name, ms_then, ms_now, streams, plays, first_played, last_played, months, sample_id, sample_title
        in columns
    ]  # fmt: skip


def _lifelines(heard: Listening, times: LocalTimes, group_of_item: Ints, groups: Ints, size: int) -> list[Lifeline]:
    """The lifelines of these groups of items; there are `size` groups in all."""
    places = places_of(groups, size)[group_of_item[heard.counted.item[heard.rows]]]
    chosen = np.flatnonzero(places >= 0)
    months = months_of(times.days[heard.rows][chosen])
    return lifelines(places[chosen], months, heard.ms_played[chosen], len(groups))
