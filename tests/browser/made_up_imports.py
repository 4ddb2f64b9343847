"""Made-up imports in the shapes of the public interface (api.md)."""

from __future__ import annotations

from tests.browser.made_up_parts import HOUR, Json


def _rows(read: int, duplicate: int, rejected: int, improved: int = 0) -> Json:
    imported = read - duplicate - rejected
    return {
        "read": read,
        "imported": imported,
        "duplicate": duplicate,
        "rejected": rejected,
        "improved": improved,
        "doubles": imported // 4_000,
        "replaced_estimates": 0,
    }


def _file(name: str, form: str, rows: Json, error: str | None = None) -> Json:
    return {"name": name, "format": form, "rows": rows, "error": error}


def file(name: str, form: str, read: int, duplicate: int) -> Json:
    """A file that was read whole."""
    return _file(name, form, _rows(read, duplicate, 0))


FILES = [
    _file("Streaming_History_Audio_2021_7.json", "extended", _rows(15_933, 2, 0)),
    _file("Streaming_History_Audio_2021-2022_8.json", "extended", _rows(16_204, 7, 9)),
    _file("Streaming_History_Audio_2022_9.json", "extended", _rows(9_120, 2, 0)),
    _file("StreamingHistory_music_0.json", "account", _rows(10_000, 1_882, 4, 640)),
    _file("Userdata.json", "ignored", _rows(0, 0, 0)),
]
BROKEN = _file(
    "Streaming_History_Audio_2019_3.json",
    "extended",
    _rows(8_112, 0, 0),
    "breaks in row 8113, at byte 3301442",
)
UPLOAD_ID = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


def upload(state: str, files: list[Json] | None = None, part: float = 1.0, error: str | None = None) -> Json:
    """An upload in `state`; `part` of its live totals are there."""
    files = FILES if files is None else files
    read = [file["rows"] for file in files if file["format"] != "ignored"]
    rows = {key: sum(row[key] for row in read) for key in _rows(0, 0, 0)}
    rows["replaced_estimates"] = 24 if state == "done" else 0
    final = state in ("done", "failed")
    return {
        "id": UPLOAD_ID,
        "state": state,
        "error": error,
        "created_at": "2026-11-23T19:14:02Z",
        "finished_at": "2026-11-23T19:14:09Z" if final else None,
        "filename": "my_spotify_data.zip",
        "bytes": 13_402_771,
        "rows": rows,
        "reasons": {"ms_played is missing": rows["rejected"] - 4, "ts is in the future": 4}
        if rows["rejected"] > 4
        else {},
        "files": files,
        "live": {
            "ms_played": int(5731.4 * HOUR * part),
            "streams": int(131_206 * part),
            "top_track": {"title": "Поздний свет", "artist": "Ирена Вольна", "ms_played": int(64 * HOUR * part)}
            if part > 0
            else None,
        },
    }


def rejections(cursor: str | None) -> Json:
    start = int(cursor or 0)
    rows = [
        {"file": "Streaming_History_Audio_2021-2022_8.json", "row": 311 + 97 * index, "reason": "ms_played is missing"}
        for index in range(9)
    ] + [
        {"file": "StreamingHistory_music_0.json", "row": 17 + index, "reason": "endTime is in the future"}
        for index in range(4)
    ]
    page = rows[start : start + 8]
    return {"items": page, "next": str(start + 8) if start + 8 < len(rows) else None}
