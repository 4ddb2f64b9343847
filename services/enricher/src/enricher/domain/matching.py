"""Whether what the catalogue found is what was asked for. A wrong picture is worse than none."""

from collections.abc import Iterable
from typing import TypeVar

from enricher.domain.answers import Artist, Thing, Track
from enricher.domain.names import artists_in, normalised
from enricher.domain.titles import Title, title_of

T = TypeVar("T", bound=Thing)

_NOBODY = frozenset({"various artists", "unknown artist", "verschiedene interpreten"})
"""What stands in an artist's place without being one."""


def matching_track(tracks: Iterable[Track | None], artist: str, title: str) -> Track | None:
    """The track that is meant, or None: the song's words, its recording and its artist must be equal, guests fit.

    Among several the one that is written most alike, then the one that was found first.
    """
    meant = title_of(title)
    fitting = [track for track in tracks if track and _fits(track, artist, meant)]
    return max(fitting, key=lambda track: _likeness(track, artist, title), default=None)


def artist_of(track: Track, name: str) -> Artist | None:
    """The artist of this name among the track's and its album's: exports name the album's artist.

    Several artists in one name ("A & B", "A feat. B") are the first of the track, if it is by just these.
    """
    found = matching_artist([*track.artists, *track.album.artists], name)
    if found or len(track.artists) < 2:  # noqa: PLR2004  # together means two at least
        return found
    named = {normalised(part) for part in artists_in(name)}
    return track.artists[0] if named == {normalised(artist.name) for artist in track.artists} else None


def matching_artist(artists: Iterable[Artist | None], name: str) -> Artist | None:
    """The first artist of exactly this name, normalised: never a part of it, and never nobody."""
    return None if is_nobody(name) else matching_name(artists, name)


def matching_name(things: Iterable[T | None], name: str) -> T | None:
    """The first thing of exactly this name, normalised."""
    wanted = normalised(name)
    return next((found for found in things if found and normalised(found.name) == wanted), None)


def is_nobody(artist: str) -> bool:
    """Whether the name says that there are many artists, that they are not known, or nothing at all."""
    return not artist.strip() or normalised(artist) in _NOBODY


def _fits(track: Track, artist: str, meant: Title) -> bool:
    found = title_of(track.name)
    return meant.is_same_recording(found) and artist_of(track, artist) is not None and _guests_fit(track, meant, found)


def _guests_fit(track: Track, meant: Title, found: Title) -> bool:
    """Whoever is asked for as a guest must be on the track, if it names anybody beside its artist."""
    others = {word for artist in track.artists[1:] for word in normalised(artist.name).split()}
    return not meant.guests or not (found.guests | others) or meant.guests <= found.guests | others | {"and"}


def _likeness(track: Track, artist: str, title: str) -> tuple[bool, ...]:
    names = {by.name for by in track.artists}
    guests = title_of(track.name).guests == title_of(title).guests
    return track.name == title, normalised(track.name) == normalised(title), guests, artist in names
