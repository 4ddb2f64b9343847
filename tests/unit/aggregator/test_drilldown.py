"""Every number opens: the plays that the right filters find sum up to exactly the number that was opened."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import given

from aggregator.domain.history.history import History, build_history
from aggregator.domain.statistics.wrapped import wrapped
from contracts.messages.wrapped import Wrapped
from tests.harness.histories.strategies import Asked, plays, questions
from tests.harness.reference.plays import Play
from tests.harness.segments import table
from tests.unit.aggregator.asking import page_of
from tests.unit.aggregator.test_wrapped_against_reference import as_row, question_of

Opened = tuple[dict[str, Any], tuple[int | None, int | None, int | None]]
"""Filters, and the playing time, streams and plays that must be behind them; None for what the report does not say."""


@given(plays=plays(), asked=questions())
def test_every_number_opens_to_its_plays(plays: list[Play], asked: Asked) -> None:
    history = build_history("p", 3, [table(as_row(play) for play in plays)])
    question = question_of(asked)
    report = wrapped(history, question)
    window = {"first_day": report.first_day, "last_day": report.last_day}
    common = {"time_zone": asked.zone, "viewer": question.viewer, "counted": True, "limit": 1} | window
    for filters, number in numbers(report):
        assert behind(history, common | filters, number) == number, filters


def behind(history: History, asked: dict[str, Any], number: tuple[int | None, int | None, int | None]) -> Any:
    sums = page_of(history, **asked).sums
    assert sums is not None
    found = (sums.ms_played, sums.streams, sums.plays)
    return tuple(None if said is None else one for one, said in zip(found, number, strict=True))


def numbers(report: Wrapped) -> Iterator[Opened]:
    yield from of_totals(report)
    yield from of_lists(report)
    yield from of_rhythm(report)
    yield from of_discovery(report)
    yield from of_habits(report)


def of_totals(report: Wrapped) -> Iterator[Opened]:
    totals = report.totals
    kinds = {kind: getattr(totals.by_kind, kind) for kind in ("track", "episode", "chapter")}
    yield {}, sums(totals)
    yield {"streams": True}, (None, totals.streams, totals.streams)
    yield {"estimate": True}, sums(totals.estimated)
    for kind, said in kinds.items():
        yield {"kind": kind}, sums(said)
    before = totals.previous
    if before is not None:
        yield {"first_day": before.first_day, "last_day": before.last_day}, sums(before)


def of_lists(report: Wrapped) -> Iterator[Opened]:
    for track in report.top_tracks:
        yield {"kind": "track", "track": track.title, "artist": track.artist}, sums(track)
    for artist in report.top_artists:
        yield {"kind": "track", "artist": artist.name}, sums(artist)
    for album in report.top_albums:
        yield {"kind": "track", "album": album.title, "artist": album.artist}, sums(album)
    for show in report.top_shows:
        yield {"kind": "show", "artist": show.name}, sums(show)


def of_rhythm(report: Wrapped) -> Iterator[Opened]:
    rhythm = report.rhythm
    for weekday, hours in enumerate(rhythm.clock, start=1):
        for hour, ms_played in enumerate(hours):
            if ms_played:
                yield {"weekday": weekday, "hour": hour}, (ms_played, None, None)
    for place, ms_played in enumerate(rhythm.calendar.ms_played):
        if ms_played and rhythm.calendar.first_day:
            day = (date.fromisoformat(rhythm.calendar.first_day) + timedelta(place)).isoformat()
            yield {"first_day": day, "last_day": day}, (ms_played, None, None)
    if rhythm.biggest_day is not None:
        day = rhythm.biggest_day.day
        yield {"first_day": day, "last_day": day}, sums(rhythm.biggest_day)
    if rhythm.longest_sitting is not None:
        sitting = rhythm.longest_sitting
        yield {"since": sitting.start, "until": sitting.end}, (sitting.ms_played, None, sitting.plays)


def of_discovery(report: Wrapped) -> Iterator[Opened]:
    found = report.discovery
    yield {"first": "artist"}, (None, None, found.artists)
    yield {"first": "track"}, (None, None, found.tracks)
    yield {"new": "artist"}, (found.ms_played_new_artists, None, None)
    yield {"new": "track"}, (found.ms_played_new_tracks, None, None)
    for artist in found.new_artists:
        yield {"kind": "track", "artist": artist.name, "new": "artist"}, sums(artist)
    for track in found.new_tracks:
        yield {"kind": "track", "track": track.title, "artist": track.artist, "new": "track"}, sums(track)


def of_habits(report: Wrapped) -> Iterator[Opened]:
    habits = report.habits
    for name in ("skipped", "shuffle", "offline", "private"):
        part = getattr(habits, name)
        yield {name: True}, (None, None, part.plays)
        yield {name: False}, (None, None, part.of - part.plays)
    for platform in habits.platforms:
        yield {"platform": platform.name}, (platform.ms_played, None, platform.plays)
    for country in habits.countries:
        yield {"country": country.name}, (country.ms_played, None, country.plays)
    if habits.most_skipped is not None:
        track = habits.most_skipped
        names = {"kind": "track", "track": track.title, "artist": track.artist}
        yield names, (None, None, track.plays)
        yield names | {"skipped": True}, (None, None, track.skips)


def sums(said: Any) -> tuple[int, int, int]:
    return said.ms_played, said.streams, said.plays
