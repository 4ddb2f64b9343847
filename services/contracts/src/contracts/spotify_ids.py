"""Spotify's ids: 22 characters of base62. What is none needs no call to be known not to exist."""

import re

_ID = re.compile(r"[0-9A-Za-z]{22}")


def is_spotify_id(text: str) -> bool:
    """Whether it can be an id."""
    return _ID.fullmatch(text) is not None


def looked_for_by(sample_id: str | None) -> str | None:
    """By which id a thing is looked for: None for its name alone, an empty one for what can be none."""
    return sample_id if sample_id is None or is_spotify_id(sample_id) else ""


def misses_too(missing_id: str | None, sample_id: str | None) -> bool:
    """Whether what was looked for in vain by `missing_id` is settled for who brings `sample_id`.

    A miss counts only for the id that it was looked for by, and for who brings none: by another id it may be found.
    """
    return looked_for_by(sample_id) in (None, missing_id)
