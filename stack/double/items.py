"""The things a catalogue holds, and how those that nobody wrote down follow from their id or their names."""

from dataclasses import dataclass

from stack.double import names
from stack.double.ids import digest, id_of


@dataclass(frozen=True, slots=True)
class Artist:
    """An artist is a name; the id follows from it unless it was asked for by id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Album:
    """An album belongs to its first artist."""

    id: str
    name: str
    artists: tuple[Artist, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A track on one album, by one or more artists."""

    id: str
    name: str
    artists: tuple[Artist, ...]
    album: Album
    duration_ms: int
    isrc: str
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast."""

    id: str
    name: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode of a show."""

    id: str
    name: str
    show: Show
    duration_ms: int


def artist_named(name: str) -> Artist:
    """The artist of this name."""
    return Artist(id_of("artist", name), name)


def album_named(name: str, artist: Artist) -> Album:
    """The album of this name by this artist."""
    return Album(id_of("album", artist.name, name), name, (artist,))


def track_named(name: str, artist: str, album: str | None = None) -> Track:
    """The track of this name by this artist; on an album of its own name unless one is given."""
    by = artist_named(artist)
    found = id_of("track", artist, name)
    return Track(found, name, (by,), album_named(album or name, by), duration_of(found), isrc_of(found))


def show_named(name: str) -> Show:
    """The show of this name."""
    return Show(id_of("show", name), name, f"{name} Productions")


def track_of(item_id: str) -> Track:
    """The made-up track with this id."""
    by = artist_named(names.artist_name(item_id))
    album = album_named(names.title("album of " + item_id), by)
    return Track(item_id, names.title(item_id), (by,), album, duration_of(item_id), isrc_of(item_id))


def artist_of(item_id: str) -> Artist:
    """The made-up artist with this id."""
    return Artist(item_id, names.artist_name(item_id))


def album_of(item_id: str) -> Album:
    """The made-up album with this id."""
    return Album(item_id, names.title(item_id), (artist_named(names.artist_name(item_id)),))


def show_of(item_id: str) -> Show:
    """The made-up show with this id."""
    return Show(item_id, names.show_name(item_id), names.artist_name(item_id))


def episode_of(item_id: str) -> Episode:
    """The made-up episode with this id, of a made-up show."""
    return Episode(item_id, names.title(item_id), show_named(names.show_name(item_id)), 8 * duration_of(item_id))


def duration_of(item_id: str) -> int:
    """Between two and a half and five and a half minutes, in ms."""
    return 150_000 + int.from_bytes(digest("duration", item_id)[:3]) % 180_000


def isrc_of(item_id: str) -> str:
    """A recording code under ZZ, which no country has."""
    number = int.from_bytes(digest("isrc", item_id)[:4])
    return f"ZZNKL{number % 27:02d}{number // 27 % 100_000:05d}"
