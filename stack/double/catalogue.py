"""The double's catalogue: what a file names, what was asked for by name, and a made-up answer for every other id."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from stack.double import items
from stack.double.ids import GONE, id_of, is_id
from stack.double.items import Album, Artist, Episode, Show, Track

BUNDLED = Path(__file__).parent / "catalogue.json"


class CatalogueError(Exception):
    """The catalogue file cannot be used; the message says where."""


class Row(msgspec.Struct, forbid_unknown_fields=True):
    """One entry of a catalogue file.

    `artist`: of a track the album's artist, of an episode the show, of a chapter the book; `artist_id` and
    `album_id` are theirs and follow from the names unless given. `featuring`: the track's other artists.
    """

    id: str
    title: str
    artist: str
    duration_ms: int
    kind: Literal["track", "episode", "chapter"] = "track"
    artist_id: str = ""
    album: str = ""
    album_id: str = ""
    isrc: str = ""
    featuring: list[str] = []
    explicit: bool = False


def read_catalogue(path: Path) -> list[Row]:
    """The entries of a file, which is a JSON array of them; raises CatalogueError."""
    try:
        rows = msgspec.json.decode(path.read_bytes(), type=list[Row])
    except (OSError, msgspec.DecodeError) as error:
        raise CatalogueError(f"{path}: {error}") from error
    for row in rows:
        for item_id in (row.id, row.artist_id, row.album_id):
            if item_id and not is_id(item_id):
                raise CatalogueError(f"{path}: {item_id!r} is not 22 characters of base62")
    return rows


class Catalogue:
    """Answers by id. It remembers whatever it answered with, so that an id always means the same."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.tracks: dict[str, Track] = {}
        self.artists: dict[str, Artist] = {}
        self.albums: dict[str, Album] = {}
        self.shows: dict[str, Show] = {}
        self.episodes: dict[str, Episode] = {}
        for row in rows:
            if row.kind == "track":
                self.add_track(_track(row))
            else:
                self.add_episode(_episode(row))

    def track(self, item_id: str) -> Track | None:
        """The track with this id; None only for unknown GONE ids. So it is with the other kinds."""
        if item_id not in self.tracks and not item_id.startswith(GONE):
            self.add_track(items.track_of(item_id))
        return self.tracks.get(item_id)

    def artist(self, item_id: str) -> Artist | None:
        """The artist with this id."""
        if item_id not in self.artists and not item_id.startswith(GONE):
            self.add_artist(items.artist_of(item_id))
        return self.artists.get(item_id)

    def album(self, item_id: str) -> Album | None:
        """The album with this id."""
        if item_id not in self.albums and not item_id.startswith(GONE):
            self.add_album(items.album_of(item_id))
        return self.albums.get(item_id)

    def show(self, item_id: str) -> Show | None:
        """The show with this id."""
        if item_id not in self.shows and not item_id.startswith(GONE):
            self.add_show(items.show_of(item_id))
        return self.shows.get(item_id)

    def episode(self, item_id: str) -> Episode | None:
        """The episode with this id."""
        if item_id not in self.episodes and not item_id.startswith(GONE):
            self.add_episode(items.episode_of(item_id))
        return self.episodes.get(item_id)

    def add_track(self, track: Track) -> Track:
        """Remember a track, its album and its artists."""
        self.add_album(track.album)
        for artist in track.artists:
            self.add_artist(artist)
        return self.tracks.setdefault(track.id, track)

    def add_album(self, album: Album) -> Album:
        """Remember an album and its artists."""
        for artist in album.artists:
            self.add_artist(artist)
        return self.albums.setdefault(album.id, album)

    def add_artist(self, artist: Artist) -> Artist:
        """Remember an artist."""
        return self.artists.setdefault(artist.id, artist)

    def add_show(self, show: Show) -> Show:
        """Remember a show."""
        return self.shows.setdefault(show.id, show)

    def add_episode(self, episode: Episode) -> Episode:
        """Remember an episode and its show."""
        self.add_show(episode.show)
        return self.episodes.setdefault(episode.id, episode)

    def tracks_of(self, album: Album) -> list[Track]:
        """The album's tracks as far as they are known; its title track if none is."""
        known = [track for track in self.tracks.values() if track.album.id == album.id]
        return known or [self.add_track(_title_track(album))]

    def albums_of(self, artist: Artist) -> list[Album]:
        """The artist's albums as far as they are known."""
        return [album for album in self.albums.values() if artist.id in {by.id for by in album.artists}]


def _track(row: Row) -> Track:
    by = Artist(row.artist_id or id_of("artist", row.artist), row.artist)
    name = row.album or row.title
    album = Album(row.album_id or id_of("album", row.artist, name), name, (by,))
    artists = (by, *(items.artist_named(name) for name in row.featuring))
    return Track(row.id, row.title, artists, album, row.duration_ms, row.isrc or items.isrc_of(row.id), row.explicit)


def _episode(row: Row) -> Episode:
    show = items.show_named(row.artist)
    known = Show(row.album_id or row.artist_id or show.id, show.name, show.publisher)
    return Episode(row.id, row.title, known, row.duration_ms)


def _title_track(album: Album) -> Track:
    by = album.artists[0]
    found = id_of("track", by.name, album.name)
    return Track(found, album.name, album.artists, album, items.duration_of(found), items.isrc_of(found))
