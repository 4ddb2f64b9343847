"""When a wish is tried again, and when it is forgotten."""

from contracts.messages.media import MediaItem
from contracts.spotify_ids import is_spotify_id

LOOKED_AT_MS = 5 * 60_000
"""So long after the last look a thing counts as looked at: it comes before what is only waited for."""
FORGOTTEN_AFTER_MS = 48 * 3_600_000
"""A lock-out of a day passes; and what only somebody erased has looked at is gone within 72 hours."""
LONGEST_NAME = 500
"""Longer names are none: nothing is looked for by them, so that one upload cannot keep everybody waiting."""
_FIRST_PAUSE_MS = 30_000
_LONGEST_PAUSE_MS = 3_600_000


def pause_ms(failures: int) -> int:
    """How long to leave a wish alone after so many tries in a row without an answer: twice as long each time."""
    return min(_FIRST_PAUSE_MS << min(failures, 16), _LONGEST_PAUSE_MS)


def can_be_looked_for(item: MediaItem) -> bool:
    """Whether there can be media of it at all: its names are names, and its id can be one."""
    names = (item.artist, item.title or "")
    return max(map(len, names)) <= LONGEST_NAME and (item.sample_id is None or is_spotify_id(item.sample_id))
