"""The track that was skipped most."""

import numpy as np

from aggregator.domain.arrays import best_row, narrowed
from aggregator.domain.statistics.listening import Listening
from contracts.messages.habits import MostSkipped


def most_skipped(heard: Listening) -> MostSkipped | None:
    """The track that you skipped most often. Of equal ones the one with fewer plays, which is the one skipped more
    often per play; then the alphabet decides. A skip is a play of less than 30 seconds that is marked as skipped, or
    that ended with the button for the next or the previous track.

    None without a skip of a named track.
    """
    counted, tracks = heard.counted, heard.tracks
    rows = narrowed(heard.rows, counted.skip[heard.rows])
    skipped = heard.catalogue.item_track[counted.item[rows]]
    skips = np.bincount(skipped[skipped >= 0], minlength=len(heard.catalogue.track_title))[tracks.number]
    if not skips.any():
        return None
    place = best_row(skips, -tracks.plays)
    number = tracks.number[place : place + 1]
    catalogue = heard.catalogue
    (spotify_id,) = heard.chosen(catalogue.item_track, number, len(catalogue.track_title)).ids()
    (title,) = catalogue.titles.of(catalogue.track_title[number])
    (artist,) = catalogue.artists.of(catalogue.track_artist[number])
    return MostSkipped(
        title=title,
        artist=artist,
        skips=int(skips[place]),
        plays=int(tracks.plays[place]),
        spotify_id=spotify_id,
    )
