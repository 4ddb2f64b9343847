"""The words of a share's page and picture: the part `share` of a language's file."""

from typing import Annotated

import msgspec

_OfSomebody = Annotated[str, msgspec.Meta(pattern=r"^[^{}]*\{name\}[^{}]*$")]
_OfSomebodysDay = Annotated[str, msgspec.Meta(pattern=r"^[^{}]*(\{name\}[^{}]*\{day\}|\{day\}[^{}]*\{name\})[^{}]*$")]


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Texts; `{name}` and `{day}` are filled in, each once."""

    owner: _OfSomebody
    everything: str
    song: str
    artist: str
    total: str
    nothing: str
    tracks: str
    artists: str
    albums: str
    shows: str
    plays: str
    streams: str
    different_tracks: str
    different_artists: str
    days: str
    frozen: _OfSomebodysDay
    counted: _OfSomebody
    sources: str
    about: str
    open_spotify: str
    source: str
    gone: str
    gone_why: str
    start: str
