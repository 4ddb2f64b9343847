"""The favourite song and artist."""

from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.top_artists import top_artists
from aggregator.domain.statistics.top_tracks import top_tracks
from contracts.messages.toplists import Favourites, TopArtist, TopTrack

Listed = tuple[list[TopTrack], list[TopArtist]]


def favourites(heard: Listening, before: Listening | None, listed: Listed | None) -> Favourites:
    """Your favourite song is the one with the longest total playing time, your favourite artist the one whose songs
    have the longest total playing time together. They stay the same whatever the lists are ordered by.

    `listed` are the top lists of the same window by time, if they are there already.
    """
    tracks, artists = listed or (top_tracks(heard, before, "time", 1), top_artists(heard, before, "time", 1))
    return Favourites(track=next(iter(tracks), None), artist=next(iter(artists), None))
