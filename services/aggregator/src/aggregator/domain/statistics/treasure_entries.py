"""Treasures as they are shown: from all plays of a track or an artist up to the last day of a window."""

import numpy as np

from aggregator.domain.arrays import Ints
from aggregator.domain.history.counted import Counted
from aggregator.domain.statistics.lifelines import lifelines
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.then_and_now import ThenAndNow
from aggregator.domain.times.calendar_days import months_of
from contracts.messages.treasures import ArtistTreasure, Lifeline, TrackTreasure

_Figures = list[tuple[int, int, int, int, int, int, Lifeline]]


def track_treasures(counted: Counted, sums: ThenAndNow, tracks: Ints) -> list[TrackTreasure]:
    """These tracks in their order."""
    if not len(tracks):
        return []
    catalogue = counted.catalogue
    heard, figures = _heard(counted, sums, tracks)
    chosen = heard.chosen(catalogue.item_track, tracks, len(catalogue.track_title))
    titles = catalogue.titles.of(catalogue.track_title[tracks])
    artists = catalogue.artists.of(catalogue.track_artist[tracks])
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
        for title, artist, album, spotify_id, (ms_then, ms_now, streams, plays, first_played, last_played, months)
        in zip(titles, artists, chosen.albums(), chosen.ids(), figures, strict=True)
    ]  # fmt: skip


def artist_treasures(counted: Counted, sums: ThenAndNow, artists: Ints) -> list[ArtistTreasure]:
    """These artists in their order."""
    if not len(artists):
        return []
    catalogue = counted.catalogue
    heard, figures = _heard(counted, sums, artists)
    samples = heard.chosen(catalogue.item_artist, artists, len(catalogue.artists)).samples()
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
        for name, sample_id, sample_title, (ms_then, ms_now, streams, plays, first_played, last_played, months)
        in zip(catalogue.artists.of(artists), *samples, figures, strict=True)
    ]  # fmt: skip


def _heard(counted: Counted, sums: ThenAndNow, numbers: Ints) -> tuple[Listening, _Figures]:
    """All plays of these tracks or artists, and the figures of each."""
    groups = [sums.plays_of(number) for number in numbers.tolist()]
    plays = [len(rows) for rows in groups]
    rows = np.concatenate(groups).astype(np.int64)
    places = np.repeat(np.arange(len(groups)), plays)
    streams = np.bincount(places[counted.stream[rows]], minlength=len(groups))
    figures = zip(
        sums.ms_then[numbers].tolist(),
        sums.ms_now[numbers].tolist(),
        streams.tolist(),
        plays,
        [int(counted.played_at[rows[0]]) for rows in groups],
        [int(counted.played_at[rows[-1]]) for rows in groups],
        lifelines(places, months_of(sums.days[rows]), counted.ms_played[rows], len(groups)),
        strict=True,
    )
    return Listening(counted, rows), list(figures)
