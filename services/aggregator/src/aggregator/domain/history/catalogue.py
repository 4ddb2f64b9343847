"""What was played: the distinct items of a history and the tracks, artists, albums and shows that they belong to."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from aggregator.domain.arrays import Ints
from aggregator.domain.history.names import Names, names_of

KINDS = ("track", "episode", "chapter")
IDENTITY = ("kind", "artist", "title", "album", "spotify_id")


@dataclass(frozen=True)
class Catalogue:
    """Everything is a number; numbers grow with names by code point, which is the order of ties. -1 is none.

    item_*    one entry an item, which is a distinct (kind, artist, title, album, id); ordered by kind, and those
              of a track lie together, in the order of tracks:
        kind    place in KINDS
        title, album, id   numbers of names
        track   the track, (title, artist), of kind track; nameless rows have none and so are in no list
        artist  the artist of such a track, by name; none where it is missing
        record  the album of such a track, (album, artist)
        show    the show or book of a named episode or chapter, by name
    track_title, track_artist, record_title, record_artist    one entry a track or album: numbers of names
    artists, titles, albums, ids    the names by their numbers
    """

    item_kind: Ints
    item_title: Ints
    item_id: Ints
    item_album: Ints
    item_track: Ints
    item_artist: Ints
    item_record: Ints
    item_show: Ints
    track_title: Ints
    track_artist: Ints
    record_title: Ints
    record_artist: Ints
    artists: Names
    titles: Names
    albums: Names
    ids: Names

    @property
    def size(self) -> int:
        """Bytes in memory, about."""
        parts = vars(self).values()
        return sum(part.nbytes if isinstance(part, np.ndarray) else part.size for part in parts)


def catalogue_of(plays: pl.DataFrame) -> tuple[Catalogue, Ints]:
    """The catalogue of `plays`, and for each play the number of its item.

    The columns of names are Enums with categories in code-point order; kind is one of (track, episode, chapter).
    """
    items = (
        plays.select(IDENTITY).unique().sort("kind", "title", "artist", "album", "spotify_id").with_row_index("item")
    )
    numbers = plays.select(IDENTITY).join(items, on=IDENTITY, how="left", nulls_equal=True, maintain_order="left")
    kind, artist, title, album, spotify_id = (numbers_in(items[name]) for name in IDENTITY)
    named = title >= 0
    song = named & (kind == 0)
    track_title, track_artist, item_track = _pairs(title, artist, song)
    record_title, record_artist, item_record = _pairs(album, artist, song & (album >= 0))
    catalogue = Catalogue(
        item_kind=kind,
        item_title=title,
        item_id=spotify_id,
        item_album=album,
        item_track=item_track,
        item_artist=np.where(song, artist, -1),
        item_record=item_record,
        item_show=np.where(named & (kind != 0), artist, -1),
        track_title=track_title,
        track_artist=track_artist,
        record_title=record_title,
        record_artist=record_artist,
        artists=names_of(categories_of(items["artist"])),
        titles=names_of(categories_of(items["title"])),
        albums=names_of(categories_of(items["album"])),
        ids=names_of(categories_of(items["spotify_id"])),
    )
    return catalogue, numbers["item"].cast(pl.Int64).to_numpy()


def numbers_in(names: pl.Series) -> Ints:
    """The number of each name of an Enum; -1 where it is missing."""
    return names.to_physical().cast(pl.Int64).fill_null(-1).to_numpy()


def _pairs(first: Ints, second: Ints, among: np.ndarray) -> tuple[Ints, Ints, Ints]:
    """Number the distinct pairs by both, in their order: both parts of each, and the number of each row or -1."""
    width = int(second.max(initial=-1)) + 2
    keys, inverse = np.unique(first[among] * width + second[among] + 1, return_inverse=True)
    numbers = np.full(len(first), -1, np.int64)
    numbers[among] = inverse
    return keys // width, keys % width - 1, numbers


def categories_of(names: pl.Series) -> pl.Series:
    """The categories of a column of Enums."""
    dtype = names.dtype
    if not isinstance(dtype, pl.Enum):
        raise TypeError(f"{names.name} is {dtype}, not an Enum")
    return dtype.categories
