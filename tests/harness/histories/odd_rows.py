"""Rows that are wrong or strange, each with what becomes of it: the reason of its rejection, or None if it is a play.

Reasons are those of the account of rows (product.md); the lists are the truth that the reader is tested against.
"""

import json
from typing import Any

Odd = tuple[object, str | None]
GOOD: dict[str, Any] = {
    "ts": "2024-03-05T10:11:12Z",
    "ms_played": 180_000,
    "master_metadata_track_name": "Quiet Rivers",
    "master_metadata_album_artist_name": "Amber Choir",
    "master_metadata_album_album_name": "Quiet Rivers",
    "spotify_track_uri": "spotify:track:0000000000000000000042",
}
GOOD_ACCOUNT: dict[str, Any] = {
    "endTime": "2024-03-05 10:11",
    "artistName": "Amber Choir",
    "trackName": "Quiet Rivers",
    "msPlayed": 180_000,
}
WEEK_MS = 7 * 86_400_000


def odd_extended() -> list[Odd]:
    """Rows of an extended file, a plain one first so that the format is beyond doubt."""
    return [(dict(GOOD), None), *_no_objects(), *_bad_numbers("ms_played", GOOD), *_bad_moments(), *_strange()]


def odd_account() -> list[Odd]:
    """Rows of an account file, a plain one first."""
    moments = [(_with(GOOD_ACCOUNT, endTime=value), reason) for value, reason in _ACCOUNT_MOMENTS]
    return [(dict(GOOD_ACCOUNT), None), *_no_objects(), *_bad_numbers("msPlayed", GOOD_ACCOUNT), *moments]


def odd_json(rows: list[Odd]) -> bytes:
    """The rows as a file; surrogates and NUL stand as escapes."""
    return json.dumps([row for row, _ in rows]).encode()


def _no_objects() -> list[Odd]:
    values: tuple[object, ...] = (None, 1, "row", [], [[]], True)
    return [(value, "not an object") for value in values]


def _bad_numbers(field: str, good: dict[str, Any]) -> list[Odd]:
    others: tuple[object, ...] = (1.0, 180_000.5, True, False, "180000", [], {})
    kinds = [(value, f"{field} is not an integer") for value in others]
    sizes = [(-1, f"{field} is negative"), (-(10**30), f"{field} is negative")]
    giants = [(value, f"{field} is over 7 days") for value in (WEEK_MS + 1, 2**63, 10**400)]
    fine: list[tuple[object, str | None]] = [(0, None), (WEEK_MS, None)]
    without = {name: value for name, value in good.items() if name != field}
    missing = [(without, f"{field} is missing"), (_with(good, **{field: None}), f"{field} is missing")]
    return [*missing, *((_with(good, **{field: value}), reason) for value, reason in [*kinds, *sizes, *giants, *fine])]


def _bad_moments() -> list[Odd]:
    without = {name: value for name, value in GOOD.items() if name != "ts"}
    worst = ({"ts": "never"}, "ms_played is missing")  # the first thing wrong is the reason
    return [(without, "ts is missing"), worst, *((_with(GOOD, ts=value), reason) for value, reason in _MOMENTS)]


_UNREADABLE: tuple[object, ...] = (
    "", "yesterday", "2024-02-30T10:00:00Z", "2023-02-29T10:00:00Z", "2024-13-01T10:00:00Z", "2024-00-10T10:00:00Z",
    "0000-00-00T00:00:00Z", "2024-03-05T24:00:00Z", "2024-03-05T10:60:00Z", "2024-03-05T10:00:60Z",
    1709633472, True, [], {},
)  # fmt: skip
_MOMENTS: list[tuple[object, str | None]] = [
    (None, "ts is missing"),
    *((value, "ts cannot be read") for value in _UNREADABLE),
    ("2005-12-31T23:59:59Z", "ts is before 2006"),
    ("1970-01-01T00:00:00Z", "ts is before 2006"),
    ("2006-01-01T00:00:00Z", None),
    ("9999-12-31T23:59:59Z", "ts is in the future"),
]
_ACCOUNT_MOMENTS: list[tuple[object, str | None]] = [
    (None, "endTime is missing"),
    ("2024-02-30 10:00", "endTime cannot be read"),
    ("soon", "endTime cannot be read"),
    (5, "endTime cannot be read"),
    ("2005-12-31 23:59", "endTime is before 2006"),
    ("9999-12-31 23:59", "endTime is in the future"),
]


def _strange() -> list[Odd]:
    """Plays that are kept, whatever else is in them: each ends a minute later, so that all are different plays."""
    title, artist = "master_metadata_track_name", "master_metadata_album_artist_name"
    oddities: list[dict[str, Any]] = [
        {title: "NUL\x00inside"},
        {title: "half a surrogate \ud83d", artist: "\udc00"},
        {title: "x" * 10_000},
        {title: 5, artist: ["no", "name"], "spotify_track_uri": {}},
        {title: None, artist: None, "spotify_track_uri": None},
        {title: "   ", artist: "\u00a0"},
        {title: "Nobody's", artist: None},
        {"unknown_field": {"deep": [1, 2, {"er": None}]}},
        {"shuffle": "yes", "skipped": 1, "offline": [], "incognito_mode": None, "offline_timestamp": "never"},
    ]
    return [(_with(GOOD, ts=f"2024-03-06T10:{n:02d}:00Z", **oddity), None) for n, oddity in enumerate(oddities)]


def _with(row: dict[str, Any], **changes: object) -> dict[str, Any]:
    return {**row, **changes}
