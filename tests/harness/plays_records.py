"""Records of the topic `plays`, as the uploader writes them."""

from typing import Any

from contracts.messages.plays import PlayColumns, PlaysRead

_NAMES = ("artist", "title", "album", "spotify_id", "platform", "country", "reason_start", "reason_end")
_FLAGS = ("shuffle", "skipped", "offline", "offline_at", "private")


def plays_read(
    upload_id: str, person_id: str, seq: int, ms_played: list[int], titles: list[str | None] | None = None
) -> PlaysRead:
    """Record number `seq` of an upload, with one track for each playing time: nameless, or of these titles by "A"."""
    count = len(ms_played)
    first = seq * 1_000
    unsaid: dict[str, Any] = {name: [None] * count for name in (*_NAMES, *_FLAGS)}
    named: dict[str, Any] = {"title": titles, "artist": ["A"] * count}
    columns = PlayColumns(
        row=[first + number for number in range(count)],
        identity=[f"{first + number:032x}" for number in range(count)],
        fingerprint=[f"{first + number:016x}" for number in range(count)],
        played_at=[1_700_000_000_000 + (first + number) * 1_000 for number in range(count)],
        ms_played=ms_played,
        kind=["track"] * count,
        **{**unsaid, **(named if titles else {})},
    )
    return PlaysRead(upload_id=upload_id, person_id=person_id, seq=seq, file=0, source="extended", plays=columns)
