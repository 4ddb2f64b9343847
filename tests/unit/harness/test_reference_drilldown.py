"""The reference's drill-down: each filter, and what is behind a number."""

from dataclasses import fields
from typing import Any

import msgspec
import pytest

from contracts.messages.questions import PlaysQuestion
from tests.harness.reference.drilldown import Filters, plays_of
from tests.unit.harness.by_hand import play, unix_ms

PLAYS = [
    play("2023-05-01T10:00:00", 20_000, title="a", skipped=True, platform="ps4", country="DE"),
    play("2024-01-01T23:30:00", 60_000, title="b", artist="B", album="L", shuffle=True, offline=False),
    play("2024-01-01T23:30:10", 60_000, title="b", artist="B", album="L", shuffle=False),
    play("2024-01-02T10:00:00", 60_000, title="c", kind="episode", artist="B", private=None),
    play("2024-01-03T10:00:00", 60_000, title="d", kind="chapter", artist="Book", private=True),
    play("2024-02-01T10:00:00", 60_000, title="a", source="live", private=None),
]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({}, "adcbba"),
        ({"first_day": "2024-01-02", "last_day": "2024-01-02"}, "cbb"),
        ({"first_day": "2024-01-03"}, "ad"),
        ({"last_day": "2023-12-31"}, "a"),
        ({"track": "b"}, "bb"),
        ({"artist": "B"}, "cbb"),
        ({"album": "L"}, "bb"),
        ({"kind": "track"}, "abba"),
        ({"kind": "episode"}, "c"),
        ({"kind": "show"}, "dc"),
        ({"month": 1}, "dcbb"),
        ({"weekday": 2}, "cbb"),
        ({"hour": 0}, "bb"),
        ({"since": unix_ms("2024-01-01T23:30:10"), "until": unix_ms("2024-01-02T10:00:00")}, "cb"),
        ({"counted": True}, "adcba"),
        ({"streams": True}, "adcbb"),
        ({"skipped": True}, "a"),
        ({"skipped": False}, ""),
        ({"shuffle": True}, "b"),
        ({"shuffle": False}, "b"),
        ({"offline": False}, "b"),
        ({"private": True}, "d"),
        ({"private": False}, "bba"),
        ({"estimate": True}, "a"),
        ({"estimate": False}, "dcbba"),
        ({"platform": "console"}, "a"),
        ({"country": "DE"}, "a"),
        ({"first": "track"}, "ba"),
        ({"first": "artist"}, "ba"),
        ({"first": "track", "first_day": "2024-01-01"}, "b"),
        ({"new": "track", "first_day": "2024-01-01"}, "bb"),
        ({"new": "artist", "last_day": "2023-12-31"}, "a"),
        ({"new": "artist"}, "abba"),
        ({"track": "b", "counted": True, "kind": "track", "hour": 0, "month": 1}, "b"),
    ],
)
def test_filters(asked: dict[str, Any], titles: str) -> None:
    found = plays_of(PLAYS, "Europe/Berlin", Filters(**asked))
    assert "".join(one.play.title for one in found) == titles


def test_doubles_are_marked_and_others_see_nothing_private() -> None:
    assert [one.double for one in plays_of(PLAYS, "UTC", Filters(track="b"))] == [True, False]
    assert "d" not in [one.play.title for one in plays_of(PLAYS, "UTC", Filters(), private=False)]


def test_replaced_estimates_are_gone() -> None:
    after = [*PLAYS, play("2024-02-01T10:00:00", 1_000, title="z")]
    assert [one.play.title for one in plays_of(after, "UTC", Filters(estimate=True))] == []


def test_the_filters_are_those_of_the_contract() -> None:
    rest = {"person_id", "revision", "time_zone", "viewer", "cursor", "limit"}
    asked = {field.name for field in msgspec.structs.fields(PlaysQuestion)} - rest
    assert {field.name for field in fields(Filters)} == asked
