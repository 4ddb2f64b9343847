"""The double's catalogue: what a file names, what was asked for by name, and a made-up answer for every other id."""

from pathlib import Path

import msgspec

from stack.double import items
from stack.double.ids import GONE, id_of, is_id
from stack.double.items import Album, Artist, Episode, Show, Track

BUNDLED = Path(__file__).parent / "catalogue.json"


class CatalogueError(Exception):
    """The catalogue file cannot be used; the message says where."""


class TrackRow(msgspec.Struct, forbid_unknown_fields=True):
    """A track in a catalogue file. The first of `artists` is the album's."""

    id: str
    name: str
    artists: list[str]
    album: str
    duration_ms: int
    isrc: str | None = None
    explicit: bool = False


class EpisodeRow(msgspec.Struct, forbid_unknown_fields=True):
    """An episode in a catalogue file; `show` is the show's name."""

    id: str
    name: str
    show: str
    duration_ms: int


class ShowRow(msgspec.Struct, forbid_unknown_fields=True):
    """A show in a catalogue file."""

    id: str
    name: str
    publisher: str


Row = TrackRow | EpisodeRow | ShowRow


class CatalogueFile(msgspec.Struct, forbid_unknown_fields=True):
    """The JSON that NACHKLANG_DOUBLE_CATALOGUE names. Ids of artists and albums follow from their names."""

    tracks: list[TrackRow] = []
    shows: list[ShowRow] = []
    episodes: list[EpisodeRow] = []


def read_catalogue(path: Path) -> CatalogueFile:
    """The file's content; raises CatalogueError."""
    try:
        content = msgspec.json.decode(path.read_bytes(), type=CatalogueFile)
    except (OSError, msgspec.DecodeError) as error:
        raise CatalogueError(f"{path}: {error}") from error
    rows: tuple[Row, ...] = (*content.tracks, *content.shows, *content.episodes)
    for row in rows:
        if not is_id(row.id):
            raise CatalogueError(f"{path}: {row.id!r} is not 22 characters of base62")
    for track in content.tracks:
        if not track.artists:
            raise CatalogueError(f"{path}: track {track.id} has no artist")
    return content


class Catalogue:
    """Answers by id. It remembers whatever it answered with, so that an id always means the same."""

    def __init__(self, content: CatalogueFile) -> None:
        self.tracks: dict[str, Track] = {}
        self.artists: dict[str, Artist] = {}
        self.albums: dict[str, Album] = {}
        self.shows: dict[str, Show] = {}
        self.episodes: dict[str, Episode] = {}
        for row in content.tracks:
            self.add_track(_track(row))
        for show in content.shows:
            self.shows[show.id] = Show(show.id, show.name, show.publisher)
        shows = {show.name: show for show in self.shows.values()}
        for episode in content.episodes:
            self.add_episode(_episode(episode, shows.get(episode.show)))

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


def _track(row: TrackRow) -> Track:
    artists = tuple(items.artist_named(name) for name in row.artists)
    album = items.album_named(row.album, artists[0])
    return Track(row.id, row.name, artists, album, row.duration_ms, row.isrc or items.isrc_of(row.id), row.explicit)


def _episode(row: EpisodeRow, show: Show | None) -> Episode:
    return Episode(row.id, row.name, show or items.show_named(row.show), row.duration_ms)


def _title_track(album: Album) -> Track:
    by = album.artists[0]
    found = id_of("track", by.name, album.name)
    return Track(found, album.name, album.artists, album, items.duration_of(found), items.isrc_of(found))
