"""What to look for to show an answer: every track, artist, album and show in it, once."""

from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple, TypeVar

import msgspec

from contracts.keys import media_key
from contracts.messages.discovery import NewArtist, NewTrack
from contracts.messages.habits import MostSkipped
from contracts.messages.media import MediaItem, MediaKind
from contracts.messages.toplists import TopAlbum, TopArtist, TopShow, TopTrack
from contracts.messages.treasures import ArtistTreasure, TrackTreasure
from contracts.messages.wrapped import Wrapped

T = TypeVar("T")

Track = TopTrack | NewTrack | TrackTreasure | MostSkipped
Artist = TopArtist | NewArtist | ArtistTreasure


def track_item(track: Track) -> MediaItem:
    """A track, by its most played id."""
    return _item("track", track.artist, track.title, track.spotify_id, _ms_played(track))


def artist_item(artist: Artist) -> MediaItem:
    """An artist, by one of their tracks."""
    return _item("artist", artist.name, None, artist.sample_id, _ms_played(artist))


def album_item(album: TopAlbum) -> MediaItem:
    """An album, by one of its tracks."""
    return _item("album", album.artist, album.title, album.sample_id, album.ms_played)


def show_item(show: TopShow) -> MediaItem:
    """A podcast or book, by one of its episodes."""
    return _item("show", show.name, None, show.sample_id, show.ms_played)


class Items(NamedTuple):
    """What to look for to show an answer, list by list, in the order in which they are looked at."""

    favourite_track: list[MediaItem]
    favourite_artist: list[MediaItem]
    top_tracks: list[MediaItem]
    top_artists: list[MediaItem]
    top_albums: list[MediaItem]
    top_shows: list[MediaItem]
    new_artists: list[MediaItem]
    new_tracks: list[MediaItem]
    forgotten_tracks: list[MediaItem]
    forgotten_artists: list[MediaItem]
    loved_tracks: list[MediaItem]
    loved_artists: list[MediaItem]
    most_skipped: list[MediaItem]

    def by_key(self) -> dict[str, MediaItem]:
        """Everything once: the first of each list, the second of each, and so on."""
        items: dict[str, MediaItem] = {}
        for rank in zip_longest(*self):
            for item in filter(None, rank):
                items[item.key] = _merged(items[item.key], item) if item.key in items else item
        return items


def items_of(answer: Wrapped) -> Items:
    """The items of everything that `answer` shows."""
    favourites, discovery, treasures = answer.favourites, answer.discovery, answer.treasures
    return Items(
        favourite_track=_one(track_item, favourites.track),
        favourite_artist=_one(artist_item, favourites.artist),
        top_tracks=[track_item(track) for track in answer.top_tracks],
        top_artists=[artist_item(artist) for artist in answer.top_artists],
        top_albums=[album_item(album) for album in answer.top_albums],
        top_shows=[show_item(show) for show in answer.top_shows],
        new_artists=[artist_item(artist) for artist in discovery.new_artists],
        new_tracks=[track_item(track) for track in discovery.new_tracks],
        forgotten_tracks=[track_item(track) for track in treasures.forgotten_tracks],
        forgotten_artists=[artist_item(artist) for artist in treasures.forgotten_artists],
        loved_tracks=[track_item(track) for track in treasures.loved_tracks],
        loved_artists=[artist_item(artist) for artist in treasures.loved_artists],
        most_skipped=_one(track_item, answer.habits.most_skipped),
    )


def _item(kind: MediaKind, artist: str, title: str | None, sample_id: str | None, ms_played: int) -> MediaItem:
    return MediaItem(
        key=media_key(kind, artist, title),
        kind=kind,
        artist=artist,
        title=title,
        sample_id=sample_id,
        ms_played=ms_played,
    )


def _ms_played(entry: Track | Artist) -> int:
    """How long it was played, as far as the list that it stands in says."""
    match entry:
        case TrackTreasure() | ArtistTreasure():
            return entry.ms_then + entry.ms_now
        case MostSkipped():
            return 0
    return entry.ms_played


def _merged(item: MediaItem, other: MediaItem) -> MediaItem:
    """One thing that stands in two lists: by any id that is known, with the longest time that is said."""
    return msgspec.structs.replace(
        item, sample_id=item.sample_id or other.sample_id, ms_played=max(item.ms_played, other.ms_played)
    )


def _one(item_of: Callable[[T], MediaItem], entry: T | None) -> list[MediaItem]:
    return [] if entry is None else [item_of(entry)]
