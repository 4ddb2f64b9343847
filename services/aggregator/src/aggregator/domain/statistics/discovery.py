"""Discovery: what was first heard in a window."""

import numpy as np

from aggregator.domain.arrays import SmallInts
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.months import month_starts
from aggregator.domain.statistics.ranking import first_by_time
from aggregator.domain.statistics.sums import Sums
from aggregator.domain.times.calendar_days import day_of, month_name
from aggregator.domain.times.local_times import DaySums, LocalTimes
from aggregator.domain.times.windows import Window
from contracts.messages.discovery import Discovery, NewArtist, NewInMonth, NewTrack


def discovery(heard: Listening, times: LocalTimes, window: Window, shown: DaySums | None, limit: int) -> Discovery:
    """Artists and tracks that you heard for the first time ever, however shortly, within the time you look at: how
    many, in which months, and how much of the playing time of all music went to them. The lists are ordered by playing
    time in that time, then streams, then the alphabet.

    `heard` and `window` are the window's, `shown` the days that its months are of.
    """
    counted = heard.counted
    tracks, track_days = _new(heard.tracks, times.days[counted.first_of_track[heard.tracks.number]], window)
    artists, artist_days = _new(heard.artists, times.days[counted.first_of_artist[heard.artists.number]], window)
    return Discovery(
        artists=len(artists.number),
        tracks=len(tracks.number),
        ms_played=heard.kinds[0].ms_played,
        ms_played_new_artists=int(artists.ms_played.sum()),
        ms_played_new_tracks=int(tracks.ms_played.sum()),
        months=_months(artist_days, track_days, shown),
        new_artists=_new_artists(heard, times, first_by_time(artists, limit)),
        new_tracks=_new_tracks(heard, times, first_by_time(tracks, limit)),
    )


def _new(sums: Sums, first_days: SmallInts, window: Window) -> tuple[Sums, SmallInts]:
    """Those that were first heard in the window, and on which day."""
    new = np.flatnonzero((first_days >= window.first_number) & (first_days <= window.last_number))
    return sums.only(new), first_days[new]


def _months(artist_days: SmallInts, track_days: SmallInts, shown: DaySums | None) -> list[NewInMonth]:
    if shown is None:
        return []
    numbers, starts = month_starts(shown)
    month_of_day = np.repeat(np.arange(len(numbers)), np.diff(starts, append=len(shown.plays)))
    artists, tracks = (
        np.bincount(month_of_day[days - shown.first], minlength=len(numbers)).tolist()
        for days in (artist_days, track_days)
    )
    return [
        NewInMonth(month=month_name(number), artists=new_artists, tracks=new_tracks)
        for number, new_artists, new_tracks in zip(numbers.tolist(), artists, tracks, strict=True)
    ]


def _new_artists(heard: Listening, times: LocalTimes, sums: Sums) -> list[NewArtist]:
    catalogue = heard.catalogue
    chosen = heard.chosen(catalogue.item_artist, sums.number, len(catalogue.artists))
    columns = zip(
        catalogue.artists.of(sums.number),
        times.days[heard.counted.first_of_artist[sums.number]].tolist(),
        *sums.lists(),
        chosen.titles(),
        *chosen.samples(),
        strict=True,
    )
    return [
        NewArtist(
            name=name,
            day=day_of(day).isoformat(),
            ms_played=ms_played,
            streams=streams,
            plays=plays,
            tracks=tracks,
            sample_id=sample_id,
            sample_title=sample_title,
        )
        for name, day, ms_played, streams, plays, tracks, sample_id, sample_title in columns
    ]


def _new_tracks(heard: Listening, times: LocalTimes, sums: Sums) -> list[NewTrack]:
    catalogue = heard.catalogue
    chosen = heard.chosen(catalogue.item_track, sums.number, len(catalogue.track_title))
    columns = zip(
        catalogue.titles.of(catalogue.track_title[sums.number]),
        catalogue.artists.of(catalogue.track_artist[sums.number]),
        chosen.albums(),
        times.days[heard.counted.first_of_track[sums.number]].tolist(),
        *sums.lists(),
        chosen.ids(),
        strict=True,
    )
    return [
        NewTrack(
            title=title,
            artist=artist,
            album=album,
            day=day_of(day).isoformat(),
            ms_played=ms_played,
            streams=streams,
            plays=plays,
            spotify_id=spotify_id,
        )
        for title, artist, album, day, ms_played, streams, plays, spotify_id in columns
    ]


def no_discovery() -> Discovery:
    """The discovery of a history without plays, and without a window."""
    return Discovery(
        artists=0,
        tracks=0,
        ms_played=0,
        ms_played_new_artists=0,
        ms_played_new_tracks=0,
        months=[],
        new_artists=[],
        new_tracks=[],
    )
