"""Drill-down: the plays behind a number (product.md, "Every number in it can be opened down to the plays")."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tests.harness.reference.counted import without_replaced_estimates
from tests.harness.reference.doubles import doubles
from tests.harness.reference.first_heard import first_plays
from tests.harness.reference.keys import Key, KeyOf, artist_key, track_key
from tests.harness.reference.parts.habits import country, platform, skipped
from tests.harness.reference.plays import Play
from tests.harness.reference.zones import local

FirstOf = Literal["artist", "track"]
KEY_OF: dict[FirstOf, KeyOf] = {"artist": artist_key, "track": track_key}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters of `contracts.messages.questions.PlaysQuestion`, by their names; None filters nothing."""

    first_day: str | None = None
    last_day: str | None = None
    track: str | None = None
    artist: str | None = None
    album: str | None = None
    kind: str | None = None
    month: int | None = None
    weekday: int | None = None
    hour: int | None = None
    since: int | None = None
    until: int | None = None
    counted: bool | None = None
    streams: bool | None = None
    skipped: bool | None = None
    shuffle: bool | None = None
    offline: bool | None = None
    private: bool | None = None
    estimate: bool | None = None
    platform: str | None = None
    country: str | None = None
    first: FirstOf | None = None
    new: FirstOf | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A play as it is shown: doubles are marked."""

    play: Play
    double: bool


def plays_of(plays: list[Play], zone: str, filters: Filters, *, private: bool = True) -> list[Shown]:
    """Every play of a person that fits all filters, newest first; of plays at one moment the last one first."""
    kept = without_replaced_estimates(plays)
    marked = doubles(kept)
    shown = [Shown(play, index in marked) for index, play in enumerate(kept) if private or not play.private]
    counted = [one.play for one in shown if not one.double]
    firsts = {of: first_plays(counted, key_of) for of, key_of in KEY_OF.items()}
    fits = [
        one for one in shown
        if _in_window(one.play, zone, filters) and _by_content(one.play, filters) and _by_time(one.play, zone, filters)
        and _by_answers(one, filters) and _by_first(one.play, zone, filters, firsts)
    ]  # fmt: skip
    return sorted(fits, key=lambda one: one.play.moment)[::-1]


def _in_window(play: Play, zone: str, filters: Filters) -> bool:
    day = local(play.moment, zone).date()
    return not (
        (filters.first_day is not None and day < date.fromisoformat(filters.first_day))
        or (filters.last_day is not None and day > date.fromisoformat(filters.last_day))
    )


def _by_content(play: Play, filters: Filters) -> bool:
    """A play without a title is in no list, so no name leads to it."""
    names = (filters.track, filters.artist, filters.album)
    if names != (None, None, None) and not play.title:
        return False
    kinds = ("episode", "chapter") if filters.kind == "show" else (filters.kind,)
    return (
        filters.track in (None, play.title)
        and filters.artist in (None, play.artist)
        and filters.album in (None, play.album)
        and (filters.kind is None or play.kind in kinds)
        and filters.platform in (None, platform(play))
        and filters.country in (None, country(play))
    )


def _by_time(play: Play, zone: str, filters: Filters) -> bool:
    at = local(play.moment, zone)
    return (
        filters.month in (None, at.month)
        and filters.weekday in (None, at.isoweekday())
        and filters.hour in (None, at.hour)
        and (filters.since is None or play.moment >= filters.since)
        and (filters.until is None or play.moment <= filters.until)
    )


def _by_answers(one: Shown, filters: Filters) -> bool:
    play = one.play
    return (
        not (filters.counted and one.double)
        and not (filters.streams and not play.is_stream)
        and filters.skipped in (None, skipped(play))
        and filters.shuffle in (None, play.shuffle)
        and filters.offline in (None, play.offline)
        and filters.private in (None, play.private)
        and filters.estimate in (None, play.source == "live")
    )


def _by_first(play: Play, zone: str, filters: Filters, firsts: dict[FirstOf, dict[Key, Play]]) -> bool:
    if filters.first is not None:
        key = KEY_OF[filters.first](play)
        if key is None or firsts[filters.first][key] is not play:
            return False
    if filters.new is not None:
        key = KEY_OF[filters.new](play)
        return key in firsts[filters.new] and _in_window(firsts[filters.new][key], zone, filters)
    return True
