"""Records of the topic `plays`, as the uploader writes them."""

from collections.abc import Sequence
from typing import Any

from contracts.messages.plays import PlayColumns, PlaysRead, UploadRead

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


_OF_A_PLAY: dict[str, Any] = {
    "ms_played": 200_000, "kind": "track", "artist": "Die Nachbarn", "title": "Treppenhaus", "album": None,
    "spotify_id": None, "platform": None, "country": None, "reason_start": None, "reason_end": None, "shuffle": None,
    "skipped": None, "offline": None, "offline_at": None, "private": None,
}  # fmt: skip


def columns(plays: Sequence[dict[str, Any]], first_row: int = 1) -> PlayColumns:
    """Plays as columns; of each one `played_at` is needed, the rest is told by it."""
    full: list[dict[str, Any]] = [
        {"row": first_row + number, "identity": f"{play['played_at']:032x}", "fingerprint": f"{number:016x}"}
        | _OF_A_PLAY
        | play
        for number, play in enumerate(plays)
    ]
    return PlayColumns(**{name: [play[name] for play in full] for name in full[0]})


def plays_of(ids: tuple[str, str], seq: int, plays: Sequence[dict[str, Any]], **fields: Any) -> PlaysRead:
    """Record number `seq` of an upload; `ids` are those of upload and person."""
    told: dict[str, Any] = {"file": 0, "source": "extended", "plays": columns(plays)} | fields
    return PlaysRead(upload_id=ids[0], person_id=ids[1], seq=seq, **told)


def end_of(ids: tuple[str, str], records: int) -> UploadRead:
    """The end marker of an upload."""
    return UploadRead(upload_id=ids[0], person_id=ids[1], records=records)
