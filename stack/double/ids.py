"""Identifiers that look like Spotify's and follow from what they name."""

import hashlib
import string

ALPHABET = string.digits + string.ascii_lowercase + string.ascii_uppercase
LENGTH = 22
GONE = "00"
"""Ids with this beginning that no catalogue holds are unknown to the double; every other one is answered."""


def id_of(kind: str, *names: str) -> str:
    """The id of the thing of this kind with these names: 22 characters base62, the same for ever, never a GONE one."""
    number = int.from_bytes(digest(kind, *names)[:16])
    characters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[rest])
    found = "".join(reversed(characters))
    return "1" + found[1:] if found.startswith(GONE) else found


def is_id(text: str) -> bool:
    """True for 22 characters of base62."""
    return len(text) == LENGTH and all(character in ALPHABET for character in text)


def digest(*parts: str) -> bytes:
    """32 bytes that depend on every part and on where one ends."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
