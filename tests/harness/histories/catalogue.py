"""What there is to listen to: made-up artists, albums, tracks, shows and books, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Literal

import msgspec

from tests.harness.histories.names import AUTHORS, BOOKS, SHOWS, artist_names, track_titles

Kind = Literal["track", "episode", "chapter"]
BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ALBUM_WORDS = ("Other Songs", "Demos", "Nights", "Lieder")
SECOND_ID_SHARE = 0.04  # 1.5 to 6.3 % of (artist, title) pairs have two ids (pain-points.md, P15)


@dataclass(frozen=True, slots=True)
class Item:
    """Something to play. `artist` is the album artist, the show or the book; `album_id` is theirs too."""

    kind: Kind
    id: str
    title: str
    artist: str
    album: str
    duration_ms: int
    artist_id: str = ""
    album_id: str = ""
    isrc: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`albums[a]` holds the albums of artist `a`, each a list of tracks in order; shows and books hold their parts."""

    albums: list[list[list[Item]]] = field(repr=False)
    shows: list[list[Item]] = field(repr=False)
    books: list[list[Item]] = field(repr=False)

    def tracks(self) -> Iterator[Item]:
        """Every track, ids being unique."""
        for albums in self.albums:
            for album in albums:
                yield from album


def make_catalogue(seed: int, artists: int) -> Catalogue:
    """A catalogue of `artists` artists with about 20 tracks each."""
    rng = Random(f"catalogue {seed}")
    albums = [_discography(rng, name) for name in artist_names(rng, artists)]
    shows = [_parts(rng, "episode", show, 60, "") for show in SHOWS]
    books = [_parts(rng, "chapter", book, 24, author) for book, author in zip(BOOKS, AUTHORS, strict=True)]
    return Catalogue(albums, shows, books)


def write_catalogue(path: Path, catalogue: Catalogue) -> int:
    """Write the tracks as the Spotify double reads them (NACHKLANG_DOUBLE_CATALOGUE); returns how many.

    A JSON array of objects with `id, title, artist, artist_id, album, album_id, duration_ms, isrc`.
    """
    fields = ("id", "title", "artist", "artist_id", "album", "album_id", "duration_ms", "isrc")
    rows = [{name: getattr(track, name) for name in fields} for track in catalogue.tracks()]
    path.write_bytes(msgspec.json.encode(rows))
    return len(rows)


def base62(rng: Random) -> str:
    """A Spotify id: 22 characters of base 62."""
    return "".join(rng.choices(BASE62, k=22))


def _discography(rng: Random, artist: str) -> list[list[Item]]:
    artist_id = base62(rng)
    sizes = [rng.choice((1, 6, 8, 10, 12)) for _ in range(rng.randint(1, 4))]
    titles = iter(track_titles(rng, sum(sizes)))
    albums = [_album(rng, artist, artist_id, [next(titles) for _ in range(size)]) for size in sizes]
    deluxe = _second_edition(rng, albums)
    return [*albums, deluxe] if deluxe else albums


def _album(rng: Random, artist: str, artist_id: str, titles: list[str]) -> list[Item]:
    album = titles[0] if len(titles) == 1 else f"{titles[0]} & {rng.choice(ALBUM_WORDS)}"
    album_id = base62(rng)
    return [
        Item("track", base62(rng), title, artist, album, _length(rng), artist_id, album_id, _isrc(rng))
        for title in titles
    ]


def _second_edition(rng: Random, albums: list[list[Item]]) -> list[Item]:
    """The same recordings on another album: other ids, same names, same ISRC."""
    again = [track for album in albums for track in album if rng.random() < SECOND_ID_SHARE]
    album_id = base62(rng)
    return [replace(track, id=base62(rng), album=f"{track.album} (Deluxe)", album_id=album_id) for track in again]


def _parts(rng: Random, kind: Kind, name: str, count: int, author: str) -> list[Item]:
    show_id = base62(rng)
    word = "Chapter" if kind == "chapter" else "Episode"
    return [
        Item(kind, base62(rng), f"{word} {n}: {name}", name, "", _hour(rng), album_id=show_id, author=author)
        for n in range(1, count + 1)
    ]


def _length(rng: Random) -> int:
    """Milliseconds; a fifth in whole ten seconds, so that lists have ties to break."""
    length = int(rng.triangular(95_000, 420_000, 205_000))
    return length // 10_000 * 10_000 if rng.random() < 0.2 else length


def _hour(rng: Random) -> int:
    return rng.randrange(900_000, 4_200_000)


def _isrc(rng: Random) -> str:
    return f"ZZ{rng.choice('ABCDEFGH')}{rng.choice('KLMNOP')}0{rng.randrange(10**7):07d}"
