"""Search queries: free text, and filters such as `track:"Doxy" artist:"Miles Davis"` (spotify.md 5)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

FILTERS = ("album", "artist", "track", "year", "isrc", "genre", "upc", "tag")
_FILTER = re.compile(r"(?<![^\s+])(" + "|".join(FILTERS) + r"):")
_APOSTROPHES = ("'", "’", "‘")


class UnsupportedQuery(Exception):
    """Spotify answers 404 to this query: a literal plus in the artist."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for. `broken`: a filter holds what Spotify's filters stumble over, so nothing is found."""

    text: str
    filters: dict[str, str]
    broken: bool


def parse_query(q: str) -> Query:
    """Take a query apart; raises UnsupportedQuery."""
    parts = _FILTER.split(q)
    values = {name: value.strip() for name, value in zip(parts[1::2], parts[2::2], strict=True)}
    if "+" in values.get("artist", ""):
        raise UnsupportedQuery
    broken = any(_is_broken(value) for value in values.values())
    return Query(parts[0].strip(), {name: _unquoted(value) for name, value in values.items()}, broken)


def _is_broken(value: str) -> bool:
    inner = _unquoted(value)
    return any(mark in inner for mark in (*_APOSTROPHES, ":", '"'))


def _unquoted(value: str) -> str:
    return value[1:-1] if value.startswith('"') and value.endswith('"') and len(value) > 1 else value


@lru_cache(maxsize=65_536)
def normalised(name: str) -> str:
    """A name as search compares it: case, accents and punctuation do not matter, apostrophes join."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = (mark for mark in plain if not unicodedata.combining(mark) and mark not in _APOSTROPHES)
    kept = "".join(mark if mark.isalnum() else " " for mark in letters)
    return " ".join(kept.split()) or name
