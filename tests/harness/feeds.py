"""Feeds of the double, filled: what somebody has just heard, and what an export says of it later."""

import json
from datetime import UTC, datetime
from typing import Any

from stack.double.items import Track, track_of

SPACING_MS = 10 * 60_000


def track_id(number: int) -> str:
    """An id that the double has a track for."""
    return f"1Nachklang{number:012}"


def track(number: int) -> Track:
    """That track."""
    return track_of(track_id(number))


def feed(first_at: int, numbers: range) -> list[dict[str, Any]]:
    """One play of each track, every ten minutes from `first_at` (unix ms) on, as the switch `feeds` takes them."""
    return [
        {"track": track_id(number), "played_at": first_at + (number - numbers.start) * SPACING_MS} for number in numbers
    ]


def export_of(plays: list[dict[str, Any]], ms_played: int) -> bytes:
    """What the extended history says of these plays: each lasted `ms_played`, and ended within the second."""
    rows = []
    for play in plays:
        heard = track_of(play["track"])
        rows.append(
            {
                "ts": datetime.fromtimestamp(play["played_at"] // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "ms_played": ms_played,
                "master_metadata_track_name": heard.name,
                "master_metadata_album_artist_name": heard.album.artists[0].name,
                "master_metadata_album_album_name": heard.album.name,
                "spotify_track_uri": f"spotify:track:{heard.id}",
            }
        )
    return json.dumps(rows).encode()
