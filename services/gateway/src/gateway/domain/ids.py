"""Ids as the services make them; anything else names nothing and is not asked for."""

import re

_ID = re.compile(r"[0-9a-f]{32}")


def is_id(text: str) -> bool:
    """Whether `text` can be the id of a person, upload or token."""
    return _ID.fullmatch(text) is not None
