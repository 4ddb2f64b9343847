"""File names as people send them: for showing only, nothing is ever opened or written by them."""

from urllib.parse import unquote

_LONGEST = 255


def clean_filename(name: str | None) -> str | None:
    """`name` without control characters and lone surrogates, cut to 255; None where nothing is left."""
    if name is None:
        return None
    text = name.encode("utf-8", "replace").decode("utf-8")
    kept = "".join(letter for letter in text if letter.isprintable()).strip()
    return kept[:_LONGEST] or None


def header_filename(value: str | None) -> str | None:
    """The name in an `X-Filename` header, where it is percent-encoded UTF-8."""
    return clean_filename(unquote(value, errors="replace") if value is not None else None)


def unique_name(name: str, taken: set[str]) -> str:
    """`name`, or `name (2)`, `name (3)` … where it is taken; what comes after the last dot stays the ending."""
    stem, dot, ending = name.rpartition(".")
    candidate, number = name, 1
    while candidate in taken:
        number += 1
        candidate = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    return candidate
