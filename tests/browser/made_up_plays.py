"""Made-up plays, page by page, in the shape of the public interface."""

from __future__ import annotations

from tests.browser.made_up import title_of
from tests.browser.made_up_parts import HOUR, Json

PAGE = 20
PAGES = 3
SUMS: Json = {"ms_played": 31 * HOUR + 12 * 60_000, "streams": 412, "plays": 455}


def plays(cursor: str | None, counted: bool) -> Json:
    """The page that begins at `cursor`, with a double unless only `counted` ones are asked for; sums on the first."""
    start = int(cursor or 0)
    items = [play for index in range(start, start + PAGE) if not ((play := _play(index))["double"] and counted)]
    following = start + PAGE
    return {
        "items": items,
        "next": str(following) if following < PAGE * PAGES else None,
        "revision": 42,
        "sums": SUMS if cursor is None else None,
    }


def _play(index: int) -> Json:
    title, artist, album = title_of(index)
    skipped = index == 7
    return {
        "played_at": f"2026-11-{21 - index // 4:02d}T{21 - index % 4:02d}:{(7 * index) % 60:02d}:09Z",
        "precision": "second",
        "kind": "track",
        "title": title,
        "artist": artist,
        "album": album,
        "ms_played": 12_000 if skipped else 201_000 + 1_700 * index,
        "spotify_id": None,
        "platform": "ios",
        "country": "DE",
        "reason_start": "trackdone",
        "reason_end": "fwdbtn" if skipped else "trackdone",
        "shuffle": index % 3 == 0,
        "skipped": skipped,
        "offline": index == 9,
        "private": index == 11,
        "double": index == 5,
        "estimate": index == 0,
    }
