"""A wrapped: every part of it, over the plays in a window, in the contract's shape (product.md and api.md)."""

from datetime import date
from typing import Any

from tests.harness.reference.counted import counted_plays
from tests.harness.reference.parts.biggest_day import biggest_day
from tests.harness.reference.parts.calendar_days import calendar_days
from tests.harness.reference.parts.clock import clock
from tests.harness.reference.parts.discovery import discovery
from tests.harness.reference.parts.habits import habits
from tests.harness.reference.parts.life import life
from tests.harness.reference.parts.months import months
from tests.harness.reference.parts.sitting import longest_sitting
from tests.harness.reference.parts.streak import longest_streak
from tests.harness.reference.parts.toplists import Order, top_albums, top_artists, top_shows, top_tracks
from tests.harness.reference.parts.totals import totals
from tests.harness.reference.parts.treasures import treasures
from tests.harness.reference.plays import Play
from tests.harness.reference.view import View, view_of

Window = tuple[date | None, date | None]
Report = dict[str, Any]
ALL = 500
"""So long may a list be."""


def wrapped(
    plays: list[Play],
    zone: str,
    window: Window = (None, None),
    by: Order = "time",
    limit: int = ALL,
    *,
    private: bool = True,
) -> Report:
    """The report over the plays of a person, both days of the window included, in the order of `plays`.

    Names, nesting and units are those of `contracts.messages.wrapped.Wrapped`, without `revision`. A `OneOf` stands
    where several values are right. A side of the window that is None is the day of the first or last play.
    `private=False` is what somebody else sees.
    """
    view = view_of(counted_plays(plays, private=private), zone, *window)
    previous = view.before() if window[0] and window[1] else None
    by_time = by_time_tracks, by_time_artists = top_tracks(view, previous, "time"), top_artists(view, previous, "time")
    tracks, artists = by_time if by == "time" else (top_tracks(view, previous, by), top_artists(view, previous, by))
    return {
        "time_zone": zone,
        "by": by,
        "first_day": view.first.isoformat() if view.first else None,
        "last_day": view.last.isoformat() if view.last else None,
        "totals": totals(view, previous),
        "favourites": {"track": _first(by_time_tracks), "artist": _first(by_time_artists)},
        "top_tracks": tracks[:limit],
        "top_artists": artists[:limit],
        "top_albums": top_albums(view, previous, by)[:limit],
        "top_shows": top_shows(view, previous, by)[:limit],
        "rhythm": rhythm(view),
        "discovery": _cut(discovery(view), limit),
        "treasures": treasures(view),
        "habits": habits(view),
    }


def rhythm(view: View) -> Report:
    """When somebody listens."""
    return {
        "clock": clock(view),
        "calendar": calendar_days(view),
        "months": months(view),
        "life": life(view),
        "longest_streak": longest_streak(view),
        "biggest_day": biggest_day(view),
        "longest_sitting": longest_sitting(view),
    }


def _first(entries: list[Report]) -> Report | None:
    return entries[0] if entries else None


def _cut(part: Report, limit: int) -> Report:
    return {**part, "new_artists": part["new_artists"][:limit], "new_tracks": part["new_tracks"][:limit]}
