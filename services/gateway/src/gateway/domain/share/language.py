"""The languages of a share's page, and which one a visitor reads, by the header Accept-Language (RFC 9110, 12.5.4)."""

from collections.abc import Mapping
from typing import NamedTuple

from babel import Locale

from gateway.domain.share.words import Words

ORDINARY = "en"
"""Read by those whose language there is not."""


class Language(NamedTuple):
    """`code` is what its file is called and what visitors ask for (de); `locale` is how numbers and days are written
    in it (de-DE)."""

    code: str
    locale: Locale
    words: Words


Languages = Mapping[str, Language]
"""All that there are, by their codes; ORDINARY is among them."""


def language_of(accept: str | None, languages: Languages) -> Language:
    """The one that is wished for most; English where none is."""
    by_tag = {code.lower(): language for code, language in languages.items()}
    wishes = [_wish(part, place) for place, part in enumerate((accept or "").split(","))]
    for weight, _, tag in sorted(wishes):
        found = _lookup(tag, by_tag)
        if found is not None and weight < 0:
            return found
    return languages[ORDINARY]


def _lookup(tag: str, by_tag: Languages) -> Language | None:
    """The language of a tag: its own, else that of the tag without its last part (RFC 4647, 3.4)."""
    while tag and tag not in by_tag:
        tag = tag.rpartition("-")[0]
    return by_tag.get(tag)


def _wish(part: str, place: int) -> tuple[float, int, str]:
    """(what comes first, its place among equals, the tag in small letters) of one part of the header."""
    tag, _, parameter = part.partition(";")
    name, _, value = parameter.strip().partition("=")
    try:
        weight = float(value) if name.strip() == "q" else 1.0
    except ValueError:
        weight = 0.0
    return -weight, place, tag.strip().lower()
