"""The reference's discovery and treasures."""

from tests.harness.reference.parts.discovery import discovery
from tests.harness.reference.parts.treasures import treasures
from tests.harness.reference.plays import Play
from tests.unit.harness.by_hand import play, view, window

MINUTES = 60_000


def test_the_first_play_of_any_length_in_the_whole_history_is_the_discovery() -> None:
    plays = [
        play("2023-12-31T12:00:00", 0, title="known", artist="Old"),
        play("2024-01-05T12:00:00", 90_000, title="known", artist="Old"),
        play("2024-01-31T23:30:00", 40_000, title="fresh", artist="Old"),
        play("2024-02-03T12:00:00", 50_000, title="fresh", artist="New", album="Album"),
        play("2024-02-04T12:00:00", 20_000, title="", artist="", id="spotify:track:1"),
        play("2024-02-05T12:00:00", 10_000, kind="episode", title="E", artist="Show"),
        play("2024-03-01T12:00:00", 70_000, title="later", artist="Later"),
    ]
    found = discovery(view(plays, window("2024-01-01", "2024-02-29"), "Europe/Berlin"))
    assert (found["artists"], found["tracks"]) == (1, 2)
    assert (found["ms_played"], found["ms_played_new_artists"], found["ms_played_new_tracks"]) == (
        200_000, 50_000, 90_000,
    )  # fmt: skip
    assert found["months"] == [{"month": "2024-01", "artists": 0, "tracks": 0},
                               {"month": "2024-02", "artists": 1, "tracks": 2}]  # fmt: skip
    assert [(one["name"], one["day"], one["tracks"]) for one in found["new_artists"]] == [("New", "2024-02-03", 1)]
    assert [(one["title"], one["artist"], one["day"], one["ms_played"]) for one in found["new_tracks"]] == [
        ("fresh", "New", "2024-02-03", 50_000), ("fresh", "Old", "2024-02-01", 40_000),
    ]  # fmt: skip


def test_a_double_or_a_play_before_counts_for_discovery_as_for_everything() -> None:
    plays = [play("2023-12-31T23:59:58"), play("2024-01-01T00:00:05")]
    assert discovery(view(plays, window("2024-01-01", "2024-01-01")))["tracks"] == 0
    assert discovery(view(plays[1:], window("2024-01-01", "2024-01-01")))["tracks"] == 1


def listened(day: str, minutes: int, title: str = "T", artist: str = "A") -> Play:
    return play(f"{day}T12:00:00", minutes * MINUTES, title=title, artist=artist)


def names(found: dict[str, list[dict[str, str]]], part: str) -> list[str]:
    return [one.get("title") or one["name"] for one in found[part]]


def test_forgotten_is_much_before_and_nothing_for_a_year() -> None:
    plays = [
        listened("2022-12-31", 30, "exactly"),
        listened("2022-12-31", 29, "too little"),
        listened("2022-05-01", 40, "more"),
        listened("2023-01-01", 90, "a day too late"),
        listened("2022-06-01", 60, "heard again"),
        play("2023-12-31T12:00:00", 0, title="heard again"),
        listened("2024-01-01", 99, "exactly"),
    ]
    found = treasures(view(plays, window("2023-12-01", "2023-12-31")))
    assert found["recent_from"] == "2023-12-01"
    assert names(found, "forgotten_tracks") == ["more", "exactly"]
    assert found["forgotten_artists"] == []
    exactly = found["forgotten_tracks"][1]
    assert (exactly["ms_then"], exactly["ms_now"], exactly["plays"]) == (30 * MINUTES, 0, 1)
    assert exactly["months"] == {"first_month": "2022-12", "ms_played": [30 * MINUTES]}


def test_the_recent_days_are_at_most_the_last_365_of_the_window() -> None:
    plays = [listened("2022-12-31", 120, "old"), listened("2022-12-31", 30, "new", "B")]
    assert treasures(view(plays, window("2020-01-01", "2023-12-31")))["recent_from"] == "2023-01-01"
    found = treasures(view(plays, window("2020-01-01", "2023-12-31")))
    assert names(found, "forgotten_tracks") == ["old", "new"]
    assert names(found, "forgotten_artists") == ["A"]
    assert names(treasures(view(plays, window("2020-01-01", "2023-12-30"))), "forgotten_tracks") == []


def test_loved_is_known_for_a_year_with_much_then_and_now() -> None:
    plays = [
        listened("2022-12-01", 30, "still"),
        listened("2023-12-31", 15, "still"),
        listened("2022-12-02", 30, "a day too new"),
        listened("2023-12-01", 15, "a day too new"),
        listened("2022-01-01", 30, "too little now"),
        listened("2023-12-01", 14, "too little now"),
        listened("2022-01-01", 40, "smaller is larger", "B"),
        listened("2023-11-30", 80, "smaller is larger", "B"),
        listened("2023-12-01", 60, "smaller is larger", "B"),
        listened("2024-01-01", 9, "smaller is larger", "B"),
    ]
    found = treasures(view(plays, window("2023-12-01", "2023-12-31")))
    assert names(found, "loved_tracks") == ["smaller is larger", "still"]
    assert names(found, "loved_artists") == ["B"]
    best = found["loved_tracks"][0]
    assert (best["ms_then"], best["ms_now"], best["plays"]) == (120 * MINUTES, 60 * MINUTES, 3)
    assert best["months"]["first_month"] == "2022-01"
    assert best["months"]["ms_played"] == [40 * MINUTES, *[0] * 21, 80 * MINUTES, 60 * MINUTES]


def test_without_a_window_there_are_no_treasures() -> None:
    empty: dict[str, list[object]] = {
        "forgotten_tracks": [],
        "forgotten_artists": [],
        "loved_tracks": [],
        "loved_artists": [],
    }
    assert treasures(view([])) == {"recent_from": None, **empty}
