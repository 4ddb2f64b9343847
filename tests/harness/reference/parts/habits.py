"""Habits: how somebody listens. Of the plays whose export says so, of every kind."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from tests.harness.reference.keys import grouped, track_key
from tests.harness.reference.most_played import id_of
from tests.harness.reference.platforms import platform_family
from tests.harness.reference.plays import Play
from tests.harness.reference.sums import playing_time
from tests.harness.reference.view import View

SKIPPING = frozenset({"fwdbtn", "backbtn"})
UNKNOWN_COUNTRY = "ZZ"


def habits(view: View) -> dict[str, Any]:
    """Shares of skips, shuffle, offline and private, platforms, countries, and the most skipped track."""
    plays = view.inside()
    return {
        "skipped": _part(plays, skipped),
        "shuffle": _part(plays, lambda play: play.shuffle),
        "offline": _part(plays, lambda play: play.offline),
        "private": _part(plays, lambda play: play.private),
        "platforms": _named(plays, platform),
        "countries": _named(plays, country),
        "most_skipped": _most_skipped(plays),
    }


def skipped(play: Play) -> bool | None:
    """Whether the play is a skip; None where the export says neither `skipped` nor why it ended."""
    if play.skipped is None and play.reason_end is None:
        return None
    return (play.skipped is True or play.reason_end in SKIPPING) and not play.is_stream


def platform(play: Play) -> str | None:
    """The family of the device; None where the export names none."""
    return None if play.platform is None else platform_family(play.platform)


def country(play: Play) -> str | None:
    """The country as exported; None where the export does not know it."""
    return None if play.country == UNKNOWN_COUNTRY else play.country


def _part(plays: list[Play], answer: Callable[[Play], bool | None]) -> dict[str, Any]:
    answers = [answer(play) for play in plays]
    yes, known = answers.count(True), len(answers) - answers.count(None)
    return {"plays": yes, "of": known, "share": yes / known if known else 0.0}


def _named(plays: list[Play], name_of: Callable[[Play], str | None]) -> list[dict[str, Any]]:
    groups: dict[str, list[Play]] = defaultdict(list)
    for play in plays:
        name = name_of(play)
        if name is not None:
            groups[name].append(play)
    whole = sum(playing_time(group) for group in groups.values())
    parts = [
        {
            "name": name, "ms_played": playing_time(group), "plays": len(group),
            "share": playing_time(group) / whole if whole else 0.0,
        }
        for name, group in groups.items()
    ]  # fmt: skip
    return sorted(parts, key=lambda part: (-part["ms_played"], -part["plays"], part["name"]))


def _most_skipped(plays: list[Play]) -> dict[str, Any] | None:
    """Then the one with more skips a play, that is fewer plays, then by title and artist; None without a skip."""
    tracks: list[dict[str, Any]] = []
    for (title, artist), group in grouped(plays, track_key).items():
        skips = sum(skipped(play) is True for play in group)
        if skips:
            counts = {"skips": skips, "plays": len(group), "spotify_id": id_of(group)}
            tracks.append({"title": title, "artist": artist, **counts})
    return min(tracks, key=_place, default=None)


def _place(track: dict[str, Any]) -> tuple[int, int, str, str]:
    return (-track["skips"], track["plays"], track["title"], track["artist"])
