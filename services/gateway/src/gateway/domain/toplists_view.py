"""Top lists and favourites as the interface shows them."""

from typing import Annotated

import msgspec

from gateway.domain.me_view import Picture
from gateway.domain.media import Preview
from gateway.domain.times import Moment

_RANK_BEFORE = "Rank in the same list of the window before; null for what was not in it, or without such a window"
_SHARE = "Of the whole list's playing time or streams, from 0 to 1"


class Ranked(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a list: where it stands, its sums in the window, its first and last play there."""

    rank: int
    rank_before: Annotated[int, msgspec.Meta(description=_RANK_BEFORE)] | None
    ms_played: int
    streams: int
    plays: int
    share: Annotated[float, msgspec.Meta(description=_SHARE)]
    first_played: Moment
    last_played: Moment
    link: str | None


class RankedTrack(Ranked, frozen=True, kw_only=True):
    """A track of the list, with its most played album and id."""

    title: str
    artist: str
    album: str | None
    spotify_id: str | None
    cover: Picture | None
    preview: Preview | None


class RankedArtist(Ranked, frozen=True, kw_only=True):
    """An artist of the list; `tracks` counts their distinct tracks in the window."""

    name: str
    tracks: int
    image: Picture | None


class RankedAlbum(Ranked, frozen=True, kw_only=True):
    """An album of the list; `tracks` counts its distinct tracks in the window."""

    title: str
    artist: str
    tracks: int
    cover: Picture | None


class RankedShow(Ranked, frozen=True, kw_only=True):
    """A podcast or book of the list; `episodes` counts its distinct episodes and chapters in the window."""

    name: str
    episodes: int
    cover: Picture | None


class FavouritesView(msgspec.Struct, frozen=True, kw_only=True):
    """The favourite song and artist by playing time, whatever the lists are ordered by."""

    track: RankedTrack | None
    artist: RankedArtist | None
