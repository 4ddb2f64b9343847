"""Names as they are compared: NFC, outer blanks trimmed, nothing else (product.md)."""

import unicodedata
from collections.abc import Callable
from typing import TypeVar

_REMEMBERED = 65_536
_LONGEST_REMEMBERED = 100
_ID_LENGTH = 22

T = TypeVar("T")


def clean(text: str) -> str | None:
    """The name in a field, or None if nothing is left of it."""
    return unicodedata.normalize("NFC", text).strip() or None


def spotify_id(address: str | None, *kinds: str) -> str | None:
    """The 22 base62 characters of a Spotify URI (`spotify:<kind>:<id>`) of one of these kinds."""
    if address is None:
        return None
    prefix, _, found = address.rpartition(":")
    return found if prefix.removeprefix("spotify:") in kinds and is_id(found) else None


def is_id(text: str) -> bool:
    """Whether it is 22 base62 characters, as Spotify's ids are."""
    return len(text) == _ID_LENGTH and text.isascii() and text.isalnum()


class Remembered(dict[str | None, T]):
    """`remembered[text]` is `make(text)`: a history says the same few thousand texts again and again."""

    def __init__(self, make: Callable[[str], T], nothing: T) -> None:
        super().__init__({None: nothing})
        self._make = make
        self._nothing = nothing

    def __missing__(self, text: str) -> T:
        made = self._make(text)
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
                self[None] = self._nothing
            self[text] = made
        return made
