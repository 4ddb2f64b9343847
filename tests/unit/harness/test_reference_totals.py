"""The reference's totals and windows."""

from datetime import date

import pytest

from tests.harness.reference.parts.totals import totals
from tests.harness.reference.wrapped import wrapped
from tests.unit.harness.by_hand import play, view, window

NOTHING = {"ms_played": 0, "streams": 0, "plays": 0}


def test_doubles_are_left_out_of_every_count() -> None:
    report = wrapped([play("2024-01-01T10:00:00"), play("2024-01-01T10:00:05")], "UTC")
    assert (report["totals"]["ms_played"], report["totals"]["plays"]) == (60_000, 1)
    assert report["top_tracks"][0]["plays"] == 1


def test_a_play_belongs_to_the_day_of_its_end_in_the_zone_on_that_day() -> None:
    plays = [play("2024-01-01T23:30:00"), play("2024-07-01T22:30:00")]
    report = wrapped(plays, "Europe/Berlin")
    assert (report["first_day"], report["last_day"]) == ("2024-01-02", "2024-07-02")
    assert wrapped(plays, "Europe/Berlin", window("2024-01-02", "2024-01-02"))["totals"]["plays"] == 1
    assert wrapped(plays[:1], "Asia/Kathmandu")["first_day"] == "2024-01-02"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2024-01-04", None, ("2024-01-04", "2024-01-07")),
        (None, "2024-01-04", ("2024-01-01", "2024-01-04")),
        ("2025-01-01", None, ("2025-01-01", "2025-01-01")),
        (None, "2023-01-01", ("2023-01-01", "2023-01-01")),
    ],
)
def test_a_missing_side_of_the_window_is_that_of_the_history(
    first: str | None, last: str | None, shown: tuple[str, str]
) -> None:
    plays = [play(f"2024-01-{day:02d}T12:00:00") for day in range(1, 8)]
    days = tuple(date.fromisoformat(day) if day else None for day in (first, last))
    report = wrapped(plays, "UTC", (days[0], days[1]))
    assert (report["first_day"], report["last_day"]) == shown
    assert report["totals"]["previous"] is None


def test_the_window_before_has_the_same_length() -> None:
    plays = [play(f"2024-01-{day:02d}T12:00:00") for day in range(1, 8)]
    found = wrapped(plays, "UTC", window("2024-01-04", "2024-01-06"))["totals"]
    assert (found["days"], found["mean_ms_per_day"]) == (3, 60_000)
    assert found["previous"] == {
        "first_day": "2024-01-01", "last_day": "2024-01-03", "ms_played": 180_000, "streams": 3, "plays": 3,
        "tracks": 1, "artists": 1, "albums": 0, "days": 3,
    }  # fmt: skip


def test_the_mean_is_over_all_days_and_cut() -> None:
    found = wrapped([play("2024-01-01T12:00:00", 1_000)], "UTC", window("2024-01-01", "2024-01-03"))
    assert found["totals"]["mean_ms_per_day"] == 333


def test_nothing_in_the_window_is_zeros_and_empty_lists() -> None:
    report = wrapped([], "UTC")
    assert (report["first_day"], report["last_day"], report["top_tracks"]) == (None, None, [])
    assert report["totals"] == {
        **NOTHING, "tracks": 0, "artists": 0, "albums": 0, "days": 0, "mean_ms_per_day": 0,
        "by_kind": {"track": NOTHING, "episode": NOTHING, "chapter": NOTHING}, "estimated": NOTHING, "previous": None,
    }  # fmt: skip
    assert report["favourites"] == {"track": None, "artist": None}


def test_kinds_add_up_and_nameless_rows_are_no_tracks() -> None:
    plays = [
        play("2024-01-01T10:00:00", 1_000),
        play("2024-01-01T11:00:00", 2_000, title="", id="spotify:track:1"),
        play("2024-01-01T12:00:00", 4_000, kind="episode", artist="", title=""),
        play("2024-01-01T13:00:00", 8_000, kind="episode", artist="Show", title="One"),
        play("2024-01-01T14:00:00", 16_000, kind="chapter", artist="Book", title="Two"),
        play("2024-01-01T15:00:00", 32_000, artist="", title="Nobody's", album="Alone"),
    ]
    found = totals(view(plays), None)
    assert (found["ms_played"], found["streams"], found["plays"]) == (63_000, 1, 6)
    assert [found["by_kind"][kind]["ms_played"] for kind in ("track", "episode", "chapter")] == [35_000, 12_000, 16_000]
    assert (found["tracks"], found["artists"], found["albums"]) == (2, 1, 1)


def test_case_accents_and_emoji_keep_names_apart() -> None:
    names = ("Low", "low", "Löw", "🎧", "🎤")
    plays = [play(f"2024-01-0{day}T10:00:00", artist=name) for day, name in enumerate(names, start=1)]
    assert totals(view(plays), None)["artists"] == 5


def test_what_came_from_the_live_feed_counts_and_is_shown_apart() -> None:
    plays = [play("2024-01-01T10:00:00"), play("2024-01-02T10:00:00", 40_000, source="live")]
    found = totals(view(plays), None)
    assert found["plays"] == 2
    assert found["estimated"] == {"ms_played": 40_000, "streams": 1, "plays": 1}


def test_private_plays_are_for_their_owner() -> None:
    plays = [play("2024-01-01T10:00:00"), play("2024-01-02T10:00:00", private=True)]
    assert wrapped(plays, "UTC")["totals"]["plays"] == 2
    assert wrapped(plays, "UTC", private=False)["totals"]["plays"] == 1
