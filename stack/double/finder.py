"""Finding things by name: first what is known, else a thing with exactly the names that were asked for."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from stack.double import items
from stack.double.catalogue import Catalogue
from stack.double.items import Album, Artist, Show, Track
from stack.double.queries import Query, normalised
from stack.double.switches import SwitchBoard
from stack.double.wrong_versions import wrong_artists, wrong_tracks


class Known(Protocol):
    """Whatever has an id and a name."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Known)


class Finder:
    """Searches one catalogue, and adds to it what it makes up.

    Wrong versions are added too, so that their ids keep meaning the same, but no search takes them for known.
    """

    def __init__(self, catalogue: Catalogue, switches: SwitchBoard) -> None:
        self._catalogue = catalogue
        self._switches = switches
        self._wrong: set[str] = set()

    def tracks(self, query: Query) -> list[Track]:
        """Tracks by title, artist, album and ISRC, or by the words of title and artists."""
        if query.broken:
            return []
        title, artist = query.filters.get("track"), query.filters.get("artist")
        known = [track for track in self._right(self._catalogue.tracks) if _is_asked_track(track, query)]
        found = _best_first(known, title or query.text)
        if title and artist and self._invents and not any(_same(track.name, title) for track in known):
            found.append(self._catalogue.add_track(items.track_named(title, artist, query.filters.get("album"))))
        return self._after_wrong_tracks(query, found) if self._switches.now.wrong_versions else found

    def artists(self, query: Query) -> list[Artist]:
        """Artists by name."""
        name = query.filters.get("artist", query.text)
        if query.broken or not name:
            return []
        found = _named(self._right(self._catalogue.artists), name)
        if self._invents and not any(_same(artist.name, name) for artist in found):
            found.insert(0, self._catalogue.add_artist(items.artist_named(name)))
        return self._after_wrong_artists(name, found) if self._switches.now.wrong_versions else found

    def albums(self, query: Query) -> list[Album]:
        """Albums by name and artist."""
        name, artist = query.filters.get("album", query.text), query.filters.get("artist")
        if query.broken or not name:
            return []
        known = [
            album
            for album in _named(self._right(self._catalogue.albums), name)
            if artist is None or any(_same(by.name, artist) for by in album.artists)
        ]
        if known or artist is None or not self._invents:
            return known
        return [self._catalogue.add_album(items.album_named(name, items.artist_named(artist)))]

    def shows(self, query: Query) -> list[Show]:
        """Shows by name."""
        if query.broken or not query.text:
            return []
        known = _named(self._catalogue.shows.values(), query.text)
        if known or not self._invents:
            return known
        return [self._catalogue.add_show(items.show_named(query.text))]

    @property
    def _invents(self) -> bool:
        return self._switches.now.invents

    def _right(self, known: dict[str, N]) -> list[N]:
        return [thing for thing in known.values() if thing.id not in self._wrong]

    def _after_wrong_tracks(self, query: Query, found: list[Track]) -> list[Track]:
        wrong = wrong_tracks(query, found)
        for track in wrong:
            self._hide(self._catalogue.tracks, [track])
            self._hide(self._catalogue.albums, [track.album])
            self._hide(self._catalogue.artists, track.artists)
            self._catalogue.add_track(track)
        return [*wrong, *(track for track in found if track not in wrong)]

    def _after_wrong_artists(self, name: str, found: list[Artist]) -> list[Artist]:
        wrong = wrong_artists(name)
        self._hide(self._catalogue.artists, wrong)
        for artist in wrong:
            self._catalogue.add_artist(artist)
        return [*wrong, *(artist for artist in found if artist not in wrong)]

    def _hide(self, known: dict[str, N], things: Sequence[N]) -> None:
        """Never find these by name, but for those that were known before."""
        self._wrong.update(thing.id for thing in things if thing.id not in known)


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
