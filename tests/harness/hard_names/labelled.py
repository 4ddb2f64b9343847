"""Reads the labelled set: who is asked for what, and which tracks of the catalogue are right."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from stack.double.catalogue import Row
from stack.double.ids import id_of
from stack.double.items import duration_of

FILES = Path(__file__).parent


class Pair(NamedTuple):
    """One question. `right`: ids of tracks that are acceptable answers; empty where nothing in the catalogue is."""

    category: str
    artist: str
    title: str
    right: frozenset[str]


class _Track(msgspec.Struct, forbid_unknown_fields=True):
    """A track of the catalogue; by the scene's artist and on an album of its own name unless it says otherwise."""

    title: str
    artist: str = ""
    album: str = ""
    featuring: list[str] = []


class _Question(msgspec.Struct, forbid_unknown_fields=True):
    """What is asked. `right`: keys of the scene's catalogue. `why`: for readers, where the answer needs a reason."""

    title: str
    artist: str = ""
    right: list[str] = []
    why: str = ""


class _Scene(msgspec.Struct, forbid_unknown_fields=True):
    """A few tracks by their keys, in the order in which search may find them, and questions about them."""

    catalogue: dict[str, _Track]
    asked: list[_Question]
    artist: str = ""


def pairs() -> list[Pair]:
    """Every question of every category."""
    return [
        Pair(
            category,
            question.artist or scene.artist,
            question.title,
            frozenset(_row(scene, scene.catalogue[key]).id for key in question.right),
        )
        for category, scene in _scenes()
        for question in scene.asked
    ]


def catalogue() -> list[Row]:
    """Every track of every scene."""
    return [_row(scene, track) for _, scene in _scenes() for track in scene.catalogue.values()]


def write_catalogue(path: Path) -> None:
    """Write the catalogue as a file that the double reads."""
    path.write_bytes(msgspec.json.encode(catalogue()))


def _scenes() -> Iterator[tuple[str, _Scene]]:
    for file in sorted(FILES.glob("*.json")):
        for scene in msgspec.json.decode(file.read_bytes(), type=list[_Scene]):
            yield file.stem.replace("_", " "), scene


def _row(scene: _Scene, track: _Track) -> Row:
    artist = track.artist or scene.artist
    found = id_of("track", artist, track.title, track.album)
    return Row(
        id=found,
        title=track.title,
        artist=artist,
        duration_ms=duration_of(found),
        album=track.album,
        featuring=track.featuring,
    )
