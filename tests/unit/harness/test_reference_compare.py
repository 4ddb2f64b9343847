"""The comparison finds what differs, and nothing else."""

from typing import Any

import msgspec

from contracts.messages.wrapped import Wrapped
from tests.harness.reference.compare import INTERNAL, differences, of_public
from tests.harness.reference.most_played import OneOf
from tests.harness.reference.wrapped import wrapped
from tests.unit.harness.by_hand import play, window

MOMENT = 1_704_110_400_123


def chosen(report: Any) -> Any:
    """The report with one of the right values where several are."""
    if isinstance(report, OneOf):
        return min(report.values)
    if isinstance(report, dict):
        return {name: chosen(value) for name, value in report.items()}
    return [chosen(value) for value in report] if isinstance(report, list) else report


def test_what_is_equal_has_no_differences() -> None:
    expected = {"share": 0.5, "album": OneOf(frozenset({"a", "b"})), "list": [{"x": None}]}
    assert differences(expected, {"share": 0.5, "album": "b", "list": [{"x": None}], "cover": None}) == []


def test_every_difference_is_named_by_its_path() -> None:
    expected = {"a": {"b": [1, 2]}, "album": OneOf(frozenset({"x"})), "gone": 1, "sample_id": "1"}
    found = {"a": {"b": [1, 3, 4]}, "album": None}
    assert sorted(differences(expected, found, INTERNAL)) == [
        ".a.b: 2 entries, found 3",
        ".a.b[1]: 2, found 3",
        ".album: one of ['x'], found None",
        ".gone: 1, found 'nothing'",
    ]


def test_public_answers_have_dates_and_moments_under_other_names() -> None:
    public = {
        "from": "2024-01-01", "to": None, "top": [{"first_played": "2024-01-01T12:00:00.123Z"}],
        "sitting": {"start": "2024-01-01T12:00:00Z"},
    }  # fmt: skip
    assert of_public(public) == {
        "first_day": "2024-01-01", "last_day": None, "top": [{"first_played": MOMENT}],
        "sitting": {"start": MOMENT - 123},
    }  # fmt: skip


def test_the_reference_has_every_field_of_the_contract() -> None:
    ids = {"id": "spotify:track:1", "album": "L", "skipped": True, "platform": "android", "country": "DE"}
    plays = [play(f"{year}-06-01T{hour:02d}:00:00", 3_000_000, **ids) for year in (2021, 2023) for hour in (10, 12, 14)]
    plays += [play("2023-06-02T10:00:00", 1, **ids), play("2023-06-03T10:00:00", kind="episode", artist="Show")]
    plays += [play("2021-05-01T09:00:00", 9_000_000, title="gone", artist="Gone")]
    report = wrapped(plays, "UTC", window("2023-01-01", "2023-12-31"))
    readable = {"revision": 1, **chosen(report)}
    answer = msgspec.convert(readable, Wrapped)
    assert differences(report, msgspec.to_builtins(answer)) == []
    assert differences(msgspec.to_builtins(answer), {"revision": 1, **readable}) == []
