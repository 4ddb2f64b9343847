"""Names as they are compared: NFC, outer blanks trimmed, nothing else (product.md)."""

import unicodedata

_REMEMBERED = 32_768
_LONGEST_REMEMBERED = 200
_ID_LENGTH = 22


def clean(text: str) -> str | None:
    """The name in a field, or None if nothing is left of it."""
    return unicodedata.normalize("NFC", text).strip() or None


def spotify_id(address: str | None, *kinds: str) -> str | None:
    """The 22 base62 characters of a Spotify URI (`spotify:<kind>:<id>`) of one of these kinds."""
    if address is None:
        return None
    prefix, _, found = address.rpartition(":")
    known = prefix.removeprefix("spotify:") in kinds and len(found) == _ID_LENGTH
    return found if known and found.isascii() and found.isalnum() else None


class Names(dict[str | None, str | None]):
    """`names[text]` is `clean(text)`, remembered: a history says the same few thousand names again and again."""

    def __init__(self) -> None:
        super().__init__({None: None})

    def __missing__(self, text: str) -> str | None:
        name = clean(text)
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
                self[None] = None
            self[text] = name
        return name
