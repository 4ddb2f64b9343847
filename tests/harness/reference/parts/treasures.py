"""Treasures: tracks and artists that were loved before the recent days, and forgotten since, or still there.

The recent days are the window, at most its last 365 days. Nothing after the window plays a part.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tests.harness.reference.keys import Key, KeyOf, artist_key, grouped, track_key
from tests.harness.reference.most_played import album_of, id_of, sample_of
from tests.harness.reference.plays import Play
from tests.harness.reference.sums import playing_time, sums
from tests.harness.reference.view import View, days_from, month_of

YEAR = timedelta(365)
MOST = 10
MINUTE_MS = 60_000
TRACK_FLOORS = (30 * MINUTE_MS, 15 * MINUTE_MS)  # playing time then, and now
ARTIST_FLOORS = (120 * MINUTE_MS, 60 * MINUTE_MS)

Treasure = dict[str, Any]


def treasures(view: View) -> dict[str, Any]:
    """At most ten of each; without a window none."""
    if view.first is None or view.last is None:
        empty = ("forgotten_tracks", "forgotten_artists", "loved_tracks", "loved_artists")
        return {"recent_from": None, **{name: [] for name in empty}}
    recent_from = max(view.first, view.last - timedelta(364))
    tracks = _all(view, recent_from, track_key, _track)
    artists = _all(view, recent_from, artist_key, _artist)
    return {
        "recent_from": recent_from.isoformat(),
        "forgotten_tracks": _forgotten(view, tracks, TRACK_FLOORS),
        "forgotten_artists": _forgotten(view, artists, ARTIST_FLOORS),
        "loved_tracks": _loved(view, tracks, TRACK_FLOORS, recent_from),
        "loved_artists": _loved(view, artists, ARTIST_FLOORS, recent_from),
    }


Found = tuple[Key, list[Play], Treasure]


def _all(view: View, recent_from: date, key_of: KeyOf, named: Callable[[Key, list[Play]], Treasure]) -> list[Found]:
    until = [play for play in view.counted if view.last and view.day(play) <= view.last]
    return [
        (key, plays, {
            **named(key, plays),
            **_then_and_now(view, plays, recent_from),
            "streams": sums(plays)["streams"],
            "plays": len(plays),
            "first_played": min(play.moment for play in plays),
            "last_played": max(play.moment for play in plays),
        })
        for key, plays in grouped(until, key_of).items()
    ]  # fmt: skip


def _then_and_now(view: View, plays: list[Play], recent_from: date) -> dict[str, int]:
    """Playing time before the recent days, and within them."""
    return {
        "ms_then": playing_time(play for play in plays if view.day(play) < recent_from),
        "ms_now": playing_time(play for play in plays if view.day(play) >= recent_from),
    }


def _forgotten(view: View, found: list[Found], floors: tuple[int, int]) -> list[Treasure]:
    """Much playing time before, and no play in the 365 days that end with the window: no recent days are earlier."""

    def place(one: Found) -> tuple[int, int, Key]:
        return (-one[2]["ms_then"], -one[2]["streams"], one[0])

    assert view.last is not None
    long_ago = view.last - YEAR
    kept = [
        one for one in found
        if one[2]["ms_then"] >= floors[0] and all(view.day(play) <= long_ago for play in one[1])
    ]  # fmt: skip
    return [{**treasure, "months": _lifeline(view, plays)} for _, plays, treasure in sorted(kept, key=place)[:MOST]]


def _loved(view: View, found: list[Found], floors: tuple[int, int], recent_from: date) -> list[Treasure]:
    """Known for a year when the recent days began, with much playing time before and within them."""

    def place(one: Found) -> tuple[int, int, Key]:
        then, now = one[2]["ms_then"], one[2]["ms_now"]
        return (-min(then, now), -(then + now), one[0])

    kept = [
        one for one in found
        if one[2]["ms_then"] >= floors[0] and one[2]["ms_now"] >= floors[1]
        and min(view.day(play) for play in one[1]) <= recent_from - YEAR
    ]  # fmt: skip
    return [{**treasure, "months": _lifeline(view, plays)} for _, plays, treasure in sorted(kept, key=place)[:MOST]]


def _lifeline(view: View, plays: list[Play]) -> dict[str, Any]:
    """Playing time by month, from the first month with a play to the last one, zeros included."""
    heard = [view.day(play) for play in plays]
    months = sorted({month_of(day) for day in days_from(min(heard), max(heard))})
    by_month = view.by_month(plays)
    return {"first_month": months[0], "ms_played": [playing_time(by_month.get(month, [])) for month in months]}


def _track(key: Key, plays: list[Play]) -> Treasure:
    return {"title": key[0], "artist": key[1], "album": album_of(plays), "spotify_id": id_of(plays)}


def _artist(key: Key, plays: list[Play]) -> Treasure:
    sample, title = sample_of(plays)
    return {"name": key[0], "sample_id": sample, "sample_title": title}
