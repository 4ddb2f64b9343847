"""Every number of a report, with the filters that open it: what `/api/v1/plays` must give for it.

`openings(report)` names them. A number is playing time, streams and plays, or some of these.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tests.harness.reference.drilldown import Filters

Report = dict[str, Any]
SUMS = ("ms_played", "streams", "plays")


@dataclass(frozen=True, slots=True)
class Opening:
    """A number and the filters of the plays behind it; doubles are left out of all of them."""

    what: str
    filters: Filters
    number: dict[str, int]


def openings(report: Report) -> list[Opening]:
    """All numbers of a report that can be opened; none without a window."""
    if report["first_day"] is None:
        return []
    window = Filters(first_day=report["first_day"], last_day=report["last_day"], counted=True)
    parts = (_totals, _lists, _rhythm, _life, _discovery, _treasures, _habits)
    return [opening for part in parts for opening in part(report, window)]


def _totals(report: Report, window: Filters) -> Iterator[Opening]:
    totals = report["totals"]
    yield Opening("totals", window, _sums(totals))
    yield Opening("streams", replace(window, streams=True), {"plays": totals["streams"]})
    yield Opening("estimated", replace(window, estimate=True), _sums(totals["estimated"]))
    for kind, sums in totals["by_kind"].items():
        yield Opening(f"kind {kind}", replace(window, kind=kind), _sums(sums))
    if totals["previous"]:
        before = totals["previous"]
        days = replace(window, first_day=before["first_day"], last_day=before["last_day"])
        yield Opening("previous", days, _sums(before))


def _lists(report: Report, window: Filters) -> Iterator[Opening]:
    for place, one in enumerate(report["top_tracks"]):
        yield Opening(f"track {place}", _track(window, one), _sums(one))
    for place, one in enumerate(report["top_artists"]):
        yield Opening(f"artist {place}", _artist(window, one), _sums(one))
    for place, one in enumerate(report["top_albums"]):
        album = replace(window, album=one["title"], artist=one["artist"], kind="track")
        yield Opening(f"album {place}", album, _sums(one))
    for place, one in enumerate(report["top_shows"]):
        yield Opening(f"show {place}", replace(window, artist=one["name"], kind="show"), _sums(one))


def _rhythm(report: Report, window: Filters) -> Iterator[Opening]:
    rhythm = report["rhythm"]
    for weekday, hours in enumerate(rhythm["clock"], start=1):
        for hour, ms in enumerate(hours):
            yield Opening(f"clock {weekday} {hour}", replace(window, weekday=weekday, hour=hour), {"ms_played": ms})
    first = date.fromisoformat(rhythm["calendar"]["first_day"] or "0001-01-01")
    for place, ms in enumerate(rhythm["calendar"]["ms_played"]):
        day = (first + timedelta(place)).isoformat()
        yield Opening(f"day {day}", replace(window, first_day=day, last_day=day), {"ms_played": ms})
    for month in rhythm["months"]:
        yield Opening(f"month {month['month']}", _within(window, month["month"]), _sums(month))
    if rhythm["longest_streak"]:
        streak = rhythm["longest_streak"]
        days = replace(window, first_day=streak["first_day"], last_day=streak["last_day"])
        yield Opening("streak", days, {"days": streak["days"]})
    if rhythm["biggest_day"]:
        day = rhythm["biggest_day"]["day"]
        yield Opening("biggest day", replace(window, first_day=day, last_day=day), _sums(rhythm["biggest_day"]))
    if rhythm["longest_sitting"]:
        sitting = rhythm["longest_sitting"]
        yield Opening("sitting", replace(window, since=sitting["start"], until=sitting["end"]), _sums(sitting))


def _life(report: Report, window: Filters) -> Iterator[Opening]:
    everything = replace(window, first_day=None, last_day=None)
    for month in report["rhythm"]["life"]:
        yield Opening(f"life {month['month']}", _within(everything, month["month"]), _sums(month))


def _discovery(report: Report, window: Filters) -> Iterator[Opening]:
    found = report["discovery"]
    yield Opening("playing time of tracks", replace(window, kind="track"), _sums(found))
    for what in ("artist", "track"):
        first = replace(window, first=what)
        yield Opening(f"new {what}s", first, {"plays": found[f"{what}s"]})
        new = replace(window, new=what)
        yield Opening(f"time of new {what}s", new, {"ms_played": found[f"ms_played_new_{what}s"]})
        for month in found["months"]:
            opened = _within(first, month["month"])
            yield Opening(f"new {what}s in {month['month']}", opened, {"plays": month[f"{what}s"]})
    for place, one in enumerate(found["new_tracks"]):
        yield Opening(f"new track {place}", _track(window, one), _sums(one))
    for place, one in enumerate(found["new_artists"]):
        yield Opening(f"new artist {place}", _artist(window, one), _sums(one))


def _treasures(report: Report, window: Filters) -> Iterator[Opening]:
    found = report["treasures"]
    recent = found["recent_from"]
    before = (date.fromisoformat(recent) - timedelta(1)).isoformat()
    until = replace(window, first_day=None)
    for kind in ("forgotten_tracks", "loved_tracks", "forgotten_artists", "loved_artists"):
        for place, one in enumerate(found[kind]):
            filters = _track(until, one) if "title" in one else _artist(until, one)
            name = f"{kind} {place}"
            yield Opening(name, filters, {"streams": one["streams"], "plays": one["plays"]})
            yield Opening(f"{name} then", replace(filters, last_day=before), {"ms_played": one["ms_then"]})
            yield Opening(f"{name} now", replace(filters, first_day=recent), {"ms_played": one["ms_now"]})


def _habits(report: Report, window: Filters) -> Iterator[Opening]:
    habits = report["habits"]
    for what in ("skipped", "shuffle", "offline", "private"):
        part = habits[what]
        yes, no = (replace(window, **{what: answer}) for answer in (True, False))  # type: ignore[arg-type]  # named by `what`
        yield Opening(what, yes, {"plays": part["plays"]})
        yield Opening(f"not {what}", no, {"plays": part["of"] - part["plays"]})
    for part in habits["platforms"]:
        yield Opening(f"platform {part['name']}", replace(window, platform=part["name"]), _sums(part))
    for part in habits["countries"]:
        yield Opening(f"country {part['name']}", replace(window, country=part["name"]), _sums(part))
    if habits["most_skipped"]:
        track = _track(window, habits["most_skipped"])
        yield Opening("most skipped", track, {"plays": habits["most_skipped"]["plays"]})
        yield Opening("its skips", replace(track, skipped=True), {"plays": habits["most_skipped"]["skips"]})


def _track(filters: Filters, entry: Report) -> Filters:
    return replace(filters, track=entry["title"], artist=entry["artist"], kind="track")


def _artist(filters: Filters, entry: Report) -> Filters:
    return replace(filters, artist=entry["name"], kind="track")


def _within(filters: Filters, month: str) -> Filters:
    """The days of a month (`YYYY-MM`) that lie in the window."""
    year, number = map(int, month.split("-"))
    first, last = f"{month}-01", f"{month}-{monthrange(year, number)[1]}"
    return replace(
        filters, first_day=max(first, filters.first_day or first), last_day=min(last, filters.last_day or last)
    )


def _sums(entry: Report) -> dict[str, int]:
    return {name: entry[name] for name in SUMS if name in entry}
