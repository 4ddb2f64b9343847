"""Titles taken apart: the song, which recording of it, and who is a guest on it."""

import hashlib
import re
import unicodedata
from typing import Literal, NamedTuple

import msgspec

from enricher.domain.names import normalised

_DASH = re.compile(r"\s+[-–—]\s+")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_GUESTS = re.compile(r"(feat|ft|featuring|with) ")
_TRAILING_GUESTS = re.compile(r"\s(?:feat\.?|ft\.?|featuring)\s(.*)$", re.IGNORECASE)
_REMASTER = r"(\d{4} )?(digital(ly)? )?remaster(ed)?( version)?( \d{4})?"
_SAME_RECORDING = re.compile(
    "|".join(
        (
            _REMASTER,
            rf"(\d{{4}} )?(mono|stereo)( version| mix)?( {_REMASTER})?( \d{{4}})?",
            r"((original )?(radio|single)|original|album) (edit|version|mix)",
            r"bonus track|explicit|clean|deluxe( edition| version)?|from .*",
        )
    )
)
_OTHER_RECORDING = frozenset(
    (
        *("live", "unplugged", "session", "sessions", "rehearsal", "demo", "take", "version", "edit", "reprise"),
        *("remix", "mix", "dub", "rework", "nightcore", "slowed", "sped", "reverb", "8d"),
        *("karaoke", "tribute", "cover", "instrumental", "acoustic", "acapella", "orchestral"),
    )
)
_SAYS_NOTHING = frozenset({"version", "edit", "the"})
"""What "acoustic version" says more than "acoustic"."""


class Title(NamedTuple):
    """`song` is its words; `version` those that name another recording of it; `guests` the words of their names."""

    song: str
    version: frozenset[str]
    guests: frozenset[str]

    def is_same_recording(self, other: "Title") -> bool:
        """Whether both name one recording, guests aside, whom only some write."""
        return (self.song, self.version) == (other.song, other.version)


def title_of(name: str) -> Title:
    """The title taken apart. What is said of the same recording (a remaster, the radio edit) falls away."""
    song, *rest = _DASH.split(" ".join(unicodedata.normalize("NFKC", name).split()))
    version, guests, outside = set[str](), set[str](), []
    for part in (*_BRACKETED.findall(song), *rest):
        said, words = _told(part)
        version |= words if said == "version" else set()
        guests |= words if said == "guests" else set()
        if said == "name" and part in rest:
            outside.append(part)
    plain = _BRACKETED.sub(lambda found: f" {found[1]} " if _told(found[1])[0] == "name" else " ", song)
    if trailing := _TRAILING_GUESTS.search(plain):
        guests |= _names(trailing[1])
        plain = plain[: trailing.start()]
    return Title(normalised(" ".join([plain, *outside])) or normalised(name), _telling(version), frozenset(guests))


def names_key(artist: str, title: str) -> str:
    """32 hex digits for an artist's song as it is compared: what is written otherwise has the same."""
    told = title_of(title)
    named = msgspec.json.encode([normalised(artist), told.song, sorted(told.version), sorted(told.guests)])
    return hashlib.blake2b(named, digest_size=16).hexdigest()


def _told(part: str) -> tuple[Literal["guests", "same recording", "version", "name"], set[str]]:
    """What a part in brackets or after a dash is about, and its words; of a name it is a part that must stay."""
    words = normalised(part).replace("a cappella", "acapella").replace("a capella", "acapella")
    if found := _GUESTS.match(f"{words} "):
        return "guests", _names(words[found.end() :])
    if _SAME_RECORDING.fullmatch(words):
        return "same recording", set()
    telling = set(re.sub(_REMASTER, " ", words).split())
    return ("version", telling) if telling & _OTHER_RECORDING else ("name", set())


def _names(text: str) -> set[str]:
    return set(normalised(text).split()) - {"and", "x"}


def _telling(version: set[str]) -> frozenset[str]:
    """Without the words that say nothing, unless there are no others."""
    return frozenset(version - _SAYS_NOTHING or version)
