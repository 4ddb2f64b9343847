"""Finding things by name: first what is known, else a thing with exactly the names that were asked for."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from stack.double import items
from stack.double.catalogue import Catalogue
from stack.double.items import Album, Artist, Show, Track
from stack.double.queries import Query, normalised


class Named(Protocol):
    """Whatever has a name."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


class Finder:
    """Searches one catalogue, and adds to it what it makes up."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def tracks(self, query: Query) -> list[Track]:
        """Tracks by title, artist, album and ISRC, or by the words of title and artists."""
        if query.broken:
            return []
        known = [track for track in self._catalogue.tracks.values() if _is_asked_track(track, query)]
        title, artist = query.filters.get("track"), query.filters.get("artist")
        found = _best_first(known, title or query.text)
        if title and artist and not any(_same(track.name, title) for track in known):
            found.append(self._catalogue.add_track(items.track_named(title, artist, query.filters.get("album"))))
        return found

    def artists(self, query: Query) -> list[Artist]:
        """Artists by name."""
        name = query.filters.get("artist", query.text)
        if query.broken or not name:
            return []
        known = _named(self._catalogue.artists.values(), name)
        if any(_same(artist.name, name) for artist in known):
            return known
        return [self._catalogue.add_artist(items.artist_named(name)), *known]

    def albums(self, query: Query) -> list[Album]:
        """Albums by name and artist."""
        name, artist = query.filters.get("album", query.text), query.filters.get("artist")
        if query.broken or not name:
            return []
        known = [
            album
            for album in _named(self._catalogue.albums.values(), name)
            if artist is None or any(_same(by.name, artist) for by in album.artists)
        ]
        if known or artist is None:
            return known
        return [self._catalogue.add_album(items.album_named(name, items.artist_named(artist)))]

    def shows(self, query: Query) -> list[Show]:
        """Shows by name."""
        if query.broken or not query.text:
            return []
        known = _named(self._catalogue.shows.values(), query.text)
        return known or [self._catalogue.add_show(items.show_named(query.text))]


def _is_asked_track(track: Track, query: Query) -> bool:
    asked = query.filters
    if "isrc" in asked:
        return track.isrc == asked["isrc"].upper()
    if "track" in asked and not _starts(track.name, asked["track"]):
        return False
    if "artist" in asked and not any(_same(by.name, asked["artist"]) for by in track.artists):
        return False
    if "album" in asked and not _starts(track.album.name, asked["album"]):
        return False
    words = {*normalised(track.name).split(), *(word for by in track.artists for word in normalised(by.name).split())}
    return bool(asked or query.text) and words.issuperset(normalised(query.text).split())


def _named(known: Iterable[N], name: str) -> list[N]:
    return _best_first([thing for thing in known if _starts(thing.name, name)], name)


def _best_first(found: list[N], name: str) -> list[N]:
    """Exact names first; else as they came."""
    return sorted(found, key=lambda thing: not _same(thing.name, name))


def _same(one: str, other: str) -> bool:
    return normalised(one) == normalised(other)


def _starts(name: str, asked: str) -> bool:
    return f"{normalised(name)} ".startswith(f"{normalised(asked)} ")
