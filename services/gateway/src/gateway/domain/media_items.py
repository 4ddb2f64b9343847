"""What to look for to show an answer: every track, artist, album and show in it, once."""

from collections.abc import Iterator
from itertools import zip_longest

from contracts.keys import media_key
from contracts.messages.discovery import NewArtist, NewTrack
from contracts.messages.habits import MostSkipped
from contracts.messages.media import MediaItem
from contracts.messages.toplists import TopAlbum, TopArtist, TopShow, TopTrack
from contracts.messages.treasures import ArtistTreasure, TrackTreasure
from contracts.messages.wrapped import Wrapped

Track = TopTrack | NewTrack | TrackTreasure | MostSkipped
Artist = TopArtist | NewArtist | ArtistTreasure


def track_item(track: Track) -> MediaItem:
    """A track, by its most played id."""
    key = media_key("track", track.artist, track.title)
    return MediaItem(key=key, kind="track", artist=track.artist, title=track.title, sample_id=track.spotify_id)


def artist_item(artist: Artist) -> MediaItem:
    """An artist, by one of their tracks."""
    key = media_key("artist", artist.name, None)
    return MediaItem(key=key, kind="artist", artist=artist.name, title=None, sample_id=artist.sample_id)


def album_item(album: TopAlbum) -> MediaItem:
    """An album, by one of its tracks."""
    key = media_key("album", album.artist, album.title)
    return MediaItem(key=key, kind="album", artist=album.artist, title=album.title, sample_id=album.sample_id)


def show_item(show: TopShow) -> MediaItem:
    """A podcast or book, by one of its episodes."""
    key = media_key("show", show.name, None)
    return MediaItem(key=key, kind="show", artist=show.name, title=None, sample_id=show.sample_id)


def items_of(answer: Wrapped) -> dict[str, MediaItem]:
    """Everything shown by `answer`, by its media key, in the order of what is looked at."""
    items: dict[str, MediaItem] = {}
    for item in _looked_at(answer):
        if item.key not in items or items[item.key].sample_id is None:
            items[item.key] = item
    return items


def _looked_at(answer: Wrapped) -> Iterator[MediaItem]:
    """Favourites first, then the lists side by side: the first of each, the second of each, and so on."""
    discovery, treasures, skipped = answer.discovery, answer.treasures, answer.habits.most_skipped
    if answer.favourites.track:
        yield track_item(answer.favourites.track)
    if answer.favourites.artist:
        yield artist_item(answer.favourites.artist)
    lists = (
        map(track_item, answer.top_tracks),
        map(artist_item, answer.top_artists),
        map(album_item, answer.top_albums),
        map(show_item, answer.top_shows),
        map(artist_item, discovery.new_artists),
        map(track_item, discovery.new_tracks),
        map(track_item, treasures.forgotten_tracks),
        map(artist_item, treasures.forgotten_artists),
        map(track_item, treasures.loved_tracks),
        map(artist_item, treasures.loved_artists),
        map(track_item, [skipped] if skipped else []),
    )
    for rank in zip_longest(*lists):
        yield from filter(None, rank)
