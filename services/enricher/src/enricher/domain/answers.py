"""Spotify's answers as far as they are used; required is what Spotify documents as always there (spotify.md 6).

What does not fit is no answer: ids and addresses go into our tables and into people's browsers.
"""

from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{1,32}$")]
Address = Annotated[str, msgspec.Meta(max_length=2_000)]
Width = Annotated[int, msgspec.Meta(ge=0, le=100_000)]


class Image(msgspec.Struct, frozen=True):
    """A picture by its address; the width in pixels may be unknown."""

    url: Address
    width: Width | None = None


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """What artists, albums, shows and tracks have in common."""

    id: Id
    name: str = ""
    images: list[Image] | None = None
    external_urls: dict[str, Address | None] = {}


class Artist(Thing, frozen=True):
    """Without `images` it is the short form that stands inside other objects."""


class Album(Thing, frozen=True):
    """An album as it stands inside a track."""

    artists: list[Artist] = []


class Track(Thing, frozen=True):
    """A track; its cover is its album's. `external_ids` may name its recording as `isrc`.

    Applications that get no previews have no `preview_url` at all; null says that this one has none.
    """

    album: Album
    artists: list[Artist] = []
    preview_url: Address | msgspec.UnsetType | None = msgspec.UNSET
    external_ids: dict[str, str | None] = {}
    duration_ms: int | None = None


class Episode(msgspec.Struct, frozen=True):
    """An episode or chapter; books' chapters stand in no show."""

    show: Thing | None = None


class Tracks(msgspec.Struct, frozen=True):
    """Several tracks by id, in the order of the ids; None for an unknown one."""

    tracks: list[Track | None]


class Artists(msgspec.Struct, frozen=True):
    """Several artists by id, in the order of the ids; None for an unknown one."""

    artists: list[Artist | None]


class TrackPage(msgspec.Struct, frozen=True):
    """Found tracks; a place may be empty. What it says of their total number is no figure to rely on."""

    items: list[Track | None]


class ArtistPage(msgspec.Struct, frozen=True):
    """Found artists; a place may be empty."""

    items: list[Artist | None]


class ShowPage(msgspec.Struct, frozen=True):
    """Found shows; a place may be empty."""

    items: list[Thing | None]


class FoundTracks(msgspec.Struct, frozen=True):
    """The answer to a search for tracks."""

    tracks: TrackPage


class FoundArtists(msgspec.Struct, frozen=True):
    """The answer to a search for artists."""

    artists: ArtistPage


class FoundShows(msgspec.Struct, frozen=True):
    """The answer to a search for shows."""

    shows: ShowPage


class Embed(msgspec.Struct, frozen=True):
    """What oEmbed says of a thing, without any credentials (spotify.md 3.1)."""

    thumbnail_url: Address | None = None
    thumbnail_width: Width | None = None


class AppToken(msgspec.Struct, frozen=True):
    """A token of the application's own; `expires_in` in seconds."""

    access_token: str
    expires_in: int
