"""Spotify's ids: 22 characters of base62. What is none needs no call to be known not to exist."""

import re

_ID = re.compile(r"[0-9A-Za-z]{22}")


def is_id(text: str) -> bool:
    """Whether it can be an id."""
    return _ID.fullmatch(text) is not None
