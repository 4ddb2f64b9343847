"""What to ask Spotify's search for a title: from the narrow question to the wide one (spotify.md 5)."""

import re

from enricher.domain.names import APOSTROPHES, artists_in

_SYNTAX = re.compile(r"[\":+*]")
_OPERATORS = re.compile(r"\b(NOT|OR|AND)\b")
_CUT = re.compile(r"\s*[(\[].*$|\s+(?:[-–—]|feat\.?|ft\.?|featuring)\s.*$", re.IGNORECASE)
_LONGEST = 100
"""Spotify's search stumbles over much longer texts."""


def track_queries(artist: str, title: str) -> list[str]:
    """Queries for a track, each wider than the one before: both names whole, both cut short, plain words."""
    title, artist = " ".join(title.split()), " ".join(artist.split())
    whole = (phrase(title), phrase(artist))
    short = (phrase(_cut(title)), phrase(artists_in(artist)[0]))
    queries = [f'track:"{track}" artist:"{by}"' for track, by in (whole, short) if track and by]
    queries.append(" ".join(filter(None, short)))
    return list(dict.fromkeys(filter(None, queries)))


def artist_query(name: str) -> str:
    """The query for an artist."""
    return f'artist:"{phrase(name)}"'


def phrase(name: str) -> str:
    """The name without what search takes for its own syntax: apostrophes join, quotes and colons part.

    An upper-case NOT or OR and a leading minus are operators, a literal plus answers 404.
    """
    text = _SYNTAX.sub(" ", APOSTROPHES.sub("", name))
    text = _OPERATORS.sub(lambda word: word[0].lower(), text)
    words = " ".join(text.split()).lstrip("-").strip()
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]


def _cut(name: str) -> str:
    """The name up to its first bracket or dash; whole where it begins with one."""
    return _CUT.sub("", name) or name
