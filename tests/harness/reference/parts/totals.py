"""Totals: sums in all and by kind, distinct names, days with listening, and the window before."""

from typing import Any

from tests.harness.reference.keys import album_key, artist_key, grouped, track_key
from tests.harness.reference.plays import Kind
from tests.harness.reference.sums import sums
from tests.harness.reference.view import View

KINDS: tuple[Kind, ...] = ("track", "episode", "chapter")


def totals(view: View, previous: View | None) -> dict[str, Any]:
    """The totals of the window; the mean is over all of its days, cut to a whole millisecond."""
    inside = view.inside()
    length = (view.last - view.first).days + 1 if view.first and view.last else 1
    counts = _counts(view)
    return {
        **counts,
        "mean_ms_per_day": counts["ms_played"] // length,
        "by_kind": {kind: sums(play for play in inside if play.kind == kind) for kind in KINDS},
        "estimated": sums(play for play in inside if play.source == "live"),
        "previous": {**_days(previous), **_counts(previous)} if previous else None,
    }


def _counts(view: View) -> dict[str, int]:
    inside = view.inside()
    return {
        **sums(inside),
        "tracks": len(grouped(inside, track_key)),
        "artists": len(grouped(inside, artist_key)),
        "albums": len(grouped(inside, album_key)),
        "days": len({view.day(play) for play in inside}),
    }


def _days(view: View) -> dict[str, str]:
    assert view.first and view.last
    return {"first_day": view.first.isoformat(), "last_day": view.last.isoformat()}
