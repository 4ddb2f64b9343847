"""Media beside the numbers: which keys an answer needs, and what stands where something is known."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from contracts.keys import media_key
from contracts.messages.media import MediaItem
from contracts.messages.toplists import TopAlbum, TopArtist, TopShow, TopTrack
from contracts.messages.wrapped import Wrapped
from gateway.domain.me_view import Picture

MediaState = Literal["complete", "pending", "unavailable"]


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """A sample to listen to: `audio` is a sound file, `embed` a page of Spotify's player."""

    kind: Literal["audio", "embed"]
    url: str


class Media(NamedTuple):
    """What is known about one thing until `expires_at` (unix ms): nothing at all, where it was looked for in vain."""

    expires_at: int = 0
    picture: Picture | None = None
    preview: Preview | None = None
    link: str | None = None
    by_name_only: bool = False
    """Looked for in vain without an id; with one it may be found."""

    def settles(self, item: MediaItem) -> bool:
        """Whether there is nothing more to look for."""
        return not (self.by_name_only and item.sample_id)


NOTHING = Media()
Known = Mapping[str, Media]


def track_item(track: TopTrack) -> MediaItem:
    """What to look for to show a track."""
    key = media_key("track", track.artist, track.title)
    return MediaItem(key=key, kind="track", artist=track.artist, title=track.title, sample_id=track.spotify_id)


def artist_item(artist: TopArtist) -> MediaItem:
    """What to look for to show an artist, by one of their tracks."""
    key = media_key("artist", artist.name, None)
    return MediaItem(key=key, kind="artist", artist=artist.name, title=None, sample_id=artist.sample_id)


def album_item(album: TopAlbum) -> MediaItem:
    """What to look for to show an album, by one of its tracks."""
    key = media_key("album", album.artist, album.title)
    return MediaItem(key=key, kind="album", artist=album.artist, title=album.title, sample_id=album.sample_id)


def show_item(show: TopShow) -> MediaItem:
    """What to look for to show a podcast or book, by one of its episodes."""
    key = media_key("show", show.name, None)
    return MediaItem(key=key, kind="show", artist=show.name, title=None, sample_id=show.sample_id)


def items_of(answer: Wrapped) -> dict[str, MediaItem]:
    """Everything shown by `answer`, by its media key: favourites first, then the lists in turn, top ranks first."""
    favourites = answer.favourites
    items = [track_item(favourites.track)] if favourites.track else []
    items += [artist_item(favourites.artist)] if favourites.artist else []
    lists = (
        [track_item(track) for track in answer.top_tracks],
        [artist_item(artist) for artist in answer.top_artists],
        [album_item(album) for album in answer.top_albums],
        [show_item(show) for show in answer.top_shows],
    )
    longest = max(map(len, lists))
    items += [group[rank] for rank in range(longest) for group in lists if rank < len(group)]
    return {item.key: item for item in items}
