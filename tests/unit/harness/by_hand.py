"""Plays made by hand, for cases that can be worked out on paper."""

from datetime import UTC, date, datetime
from typing import Any

from tests.harness.reference.counted import counted_plays
from tests.harness.reference.plays import Play
from tests.harness.reference.view import View, view_of
from tests.harness.reference.wrapped import Window

EVERYTHING: Window = (None, None)


def unix_ms(moment: str) -> int:
    """Unix milliseconds of an ISO 8601 moment in UTC."""
    return int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp() * 1000)


def play(moment: str, ms: int = 60_000, **more: Any) -> Play:
    """A track of an extended export that ended at `moment` (UTC), unless told."""
    fields: dict[str, Any] = {
        "source": "extended", "kind": "track", "artist": "A", "title": "T", "album": "", "id": "", "private": False,
    }  # fmt: skip
    return Play(moment=unix_ms(moment), ms_played=ms, **{**fields, **more})


def window(first: str, last: str) -> Window:
    """Two days."""
    return date.fromisoformat(first), date.fromisoformat(last)


def view(plays: list[Play], days: Window = EVERYTHING, zone: str = "UTC") -> View:
    """What counts of the plays, seen in a window."""
    return view_of(counted_plays(plays), zone, *days)
