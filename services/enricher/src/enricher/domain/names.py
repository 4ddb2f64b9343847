"""When a name in the catalogue is the name asked for. Only equality counts: a wrong picture is worse than none."""

import re
import unicodedata
from collections.abc import Sequence

from enricher.domain.answers import Artist, Track

_FEATURED = re.compile(r"[(\[](feat\.?|ft\.?|with) [^)\]]*[)\]]")
_PUNCTUATION = re.compile(r"[^\w\s]|_")
_SEARCH_SYNTAX = re.compile(r"[\"':’]")


def normalised(name: str) -> str:
    """Case, accents, punctuation, blanks and featured guests taken away; other scripts stay."""
    text = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ")
    text = "".join(char for char in text if not unicodedata.combining(char))
    bare = _PUNCTUATION.sub(" ", _FEATURED.sub(" ", text))
    return " ".join(bare.split()) or " ".join(text.split())


def search_phrase(name: str) -> str:
    """The name without the characters that break Spotify's search filters."""
    return " ".join(_SEARCH_SYNTAX.sub(" ", name).split())


def matching_track(tracks: Sequence[Track | None], title: str, artist: str) -> Track | None:
    """The first track whose title and one of whose artists are the ones asked for."""
    for track in tracks:
        if track and normalised(track.name) == normalised(title) and artist_of(track, artist):
            return track
    return None


def matching_artist(artists: Sequence[Artist | None], name: str) -> Artist | None:
    """The first artist of exactly this name, normalised."""
    return next((found for found in artists if found and normalised(found.name) == normalised(name)), None)


def artist_of(track: Track, name: str) -> Artist | None:
    """The artist of this name among the track's and its album's artists: exports name the album's artist."""
    return matching_artist([*track.artists, *track.album.artists], name)
