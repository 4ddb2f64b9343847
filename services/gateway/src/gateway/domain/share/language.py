"""Which language a visitor reads, by the header Accept-Language (RFC 9110, 12.5.4)."""

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["en", "de"]

_KNOWN: Mapping[str, Language] = {language: language for language in get_args(Language)}
_ORDINARY: Language = "en"


def language_of(accept: str | None) -> Language:
    """The known language that is wished for most; English where none is."""
    wishes = [_wish(part, place) for place, part in enumerate((accept or "").split(","))]
    for weight, _, name in sorted(wishes):
        if name in _KNOWN and weight < 0:
            return _KNOWN[name]
    return _ORDINARY


def _wish(part: str, place: int) -> tuple[float, int, str]:
    """(what comes first, its place among equals, the language without its region) of one part of the header."""
    tag, _, parameter = part.partition(";")
    name, _, value = parameter.strip().partition("=")
    try:
        weight = float(value) if name.strip() == "q" else 1.0
    except ValueError:
        weight = 0.0
    return -weight, place, tag.strip().lower().partition("-")[0]
