"""One row of a history file: a play, or the reason why it is none (product.md, "Every row is accounted for")."""

import re
from datetime import UTC, datetime
from typing import Any

from tests.harness.reference.names import clean
from tests.harness.reference.plays import Export, Kind, Play

SEVEN_DAYS_MS = 7 * 86_400_000
FIRST_MOMENT = int(datetime(2006, 1, 1, tzinfo=UTC).timestamp() * 1000)
FIELDS: dict[Export, tuple[str, str]] = {"extended": ("ms_played", "ts"), "account": ("msPlayed", "endTime")}
_SHAPES: dict[Export, tuple[str, str]] = {
    "extended": (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "%Y-%m-%dT%H:%M:%SZ"),
    "account": (r"\d{4}-\d\d-\d\d \d\d:\d\d", "%Y-%m-%d %H:%M"),
}
_CHAPTER_FIELDS = ("audiobook_title", "audiobook_uri", "audiobook_chapter_uri", "audiobook_chapter_title")


class RejectedError(Exception):
    """The row is no play; the text says why."""


def play_of(row: object, source: Export, now_ms: int) -> Play:
    """The play in a row of a file of that format, `now_ms` being the present. Raises `RejectedError`."""
    if not isinstance(row, dict):
        raise RejectedError("not an object")
    ms_field, ts_field = FIELDS[source]
    ms_played = _ms_played(row.get(ms_field), ms_field)
    moment = _moment(row.get(ts_field), ts_field, source, now_ms)
    if source == "account":
        kind, artist, title = _account_names(row)
        return Play("account", moment, ms_played, kind, artist, title, "", "", private=None)
    kind, artist, title, address = _extended_names(row)
    return Play(
        source="extended",
        moment=moment,
        ms_played=ms_played,
        kind=kind,
        artist=artist,
        title=title,
        album=clean(row.get("master_metadata_album_album_name")) if kind == "track" else "",
        id=address,
        private=_flag(row.get("incognito_mode")),
        platform=clean(row.get("platform")) or None,
        country=clean(row.get("conn_country")) or None,
        reason_start=clean(row.get("reason_start")) or None,
        reason_end=clean(row.get("reason_end")) or None,
        shuffle=_flag(row.get("shuffle")),
        skipped=_flag(row.get("skipped")),
        offline=_flag(row.get("offline")),
    )


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _ms_played(value: object, field: str) -> int:
    if value is None:
        raise RejectedError(f"{field} is missing")
    if not isinstance(value, int) or isinstance(value, bool):
        raise RejectedError(f"{field} is not an integer")
    if value < 0:
        raise RejectedError(f"{field} is negative")
    if value > SEVEN_DAYS_MS:
        raise RejectedError(f"{field} is over 7 days")
    return value


def _moment(value: object, field: str, source: Export, now_ms: int) -> int:
    if value is None:
        raise RejectedError(f"{field} is missing")
    shape, form = _SHAPES[source]
    if not isinstance(value, str) or not re.fullmatch(shape, value, re.ASCII):
        raise RejectedError(f"{field} cannot be read")
    try:
        moment = int(datetime.strptime(value, form).replace(tzinfo=UTC).timestamp() * 1000)
    except ValueError:
        raise RejectedError(f"{field} cannot be read") from None
    if moment > now_ms:
        raise RejectedError(f"{field} is in the future")
    if moment < FIRST_MOMENT:
        raise RejectedError(f"{field} is before 2006")
    return moment


def _account_names(row: dict[str, Any]) -> tuple[Kind, str, str]:
    """Kind, artist and title by the row's own fields."""
    if "audiobookName" in row or "chapterName" in row:
        return "chapter", clean(row.get("audiobookName")), clean(row.get("chapterName"))
    if "podcastName" in row or "episodeName" in row:
        return "episode", clean(row.get("podcastName")), clean(row.get("episodeName"))
    return "track", clean(row.get("artistName")), clean(row.get("trackName"))


def _extended_names(row: dict[str, Any]) -> tuple[Kind, str, str, str]:
    """Kind, artist, title and id: a track by its name or id, else a chapter by any audiobook field, else an episode."""
    track, track_id = clean(row.get("master_metadata_track_name")), clean(row.get("spotify_track_uri"))
    if track or track_id:
        return "track", clean(row.get("master_metadata_album_artist_name")), track, track_id
    if any(clean(row.get(field)) for field in _CHAPTER_FIELDS):
        address = clean(row.get("audiobook_chapter_uri")) or clean(row.get("audiobook_uri"))
        return "chapter", clean(row.get("audiobook_title")), clean(row.get("audiobook_chapter_title")), address
    address = clean(row.get("spotify_episode_uri"))
    return "episode", clean(row.get("episode_show_name")), clean(row.get("episode_name")), address
