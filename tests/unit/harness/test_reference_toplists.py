"""The reference's lists: order, shares, ranks before, and as what a thing is shown."""

import pytest

from tests.harness.reference.most_played import OneOf
from tests.harness.reference.parts.toplists import top_albums, top_artists, top_shows, top_tracks
from tests.harness.reference.wrapped import wrapped
from tests.unit.harness.by_hand import play, view, window

ID = "spotify:track:"


def test_lists_are_ordered_by_time_then_streams_then_names_in_code_points() -> None:
    plays = [play(f"2024-01-{day + 1:02d}T10:00:00", 40_000, title=title) for day, title in enumerate("bBé")]
    plays += [play(f"2024-02-{day + 1:02d}T10:00:00", 20_000, title="two halves") for day in range(2)]
    plays += [play("2024-03-01T10:00:00", 90_000, title="longest")]
    by_time, by_streams = (top_tracks(view(plays), None, by) for by in ("time", "streams"))
    assert [one["title"] for one in by_time] == ["longest", "B", "b", "é", "two halves"]
    assert [one["title"] for one in by_streams] == ["longest", "B", "b", "é", "two halves"]
    assert [one["rank"] for one in by_streams] == [1, 2, 3, 4, 5]
    assert [one["share"] for one in by_streams] == [0.25, 0.25, 0.25, 0.25, 0.0]
    assert sum(one["share"] for one in by_time) == pytest.approx(1)


def test_nameless_rows_stand_in_no_list() -> None:
    plays = [
        play("2024-01-01T10:00:00", title="", album="Album", id="spotify:track:1"),
        play("2024-01-01T12:00:00", kind="episode", artist="Show", title=""),
        play("2024-01-01T13:00:00", 8_000, kind="episode", artist="Show", title="One"),
        play("2024-01-01T14:00:00", 16_000, kind="chapter", artist="Book", title="Two"),
        play("2024-01-01T15:00:00", artist="", title="Nobody's", album="Alone"),
    ]
    seen = view(plays)
    assert [(one["title"], one["artist"]) for one in top_tracks(seen, None, "time")] == [("Nobody's", "")]
    assert top_artists(seen, None, "time") == []
    assert [(one["title"], one["artist"]) for one in top_albums(seen, None, "time")] == [("Alone", "")]
    assert [(one["name"], one["plays"], one["episodes"]) for one in top_shows(seen, None, "time")] == [
        ("Book", 1, 1), ("Show", 1, 1),
    ]  # fmt: skip


def test_the_rank_before_is_that_of_the_whole_list_of_the_window_before() -> None:
    plays = [play(f"2024-01-01T{hour}:00:00", ms, title=title) for hour, ms, title in ((10, 9, "a"), (11, 8, "b"))]
    plays += [play(f"2024-01-02T{hour}:00:00", ms, title=title) for hour, ms, title in ((10, 9, "b"), (11, 8, "c"))]
    found = wrapped(plays, "UTC", window("2024-01-02", "2024-01-02"), limit=1)
    assert [(one["title"], one["rank_before"]) for one in found["top_tracks"]] == [("b", 2)]
    assert found["favourites"]["track"]["rank_before"] == 2
    assert found["top_artists"][0]["rank_before"] == 1
    whole = wrapped(plays, "UTC", window("2024-01-02", "2024-01-02"))["top_tracks"]
    assert [one["rank_before"] for one in whole] == [2, None]
    assert {one["rank_before"] for one in wrapped(plays, "UTC")["top_tracks"]} == {None}


def test_favourites_are_by_time_whatever_the_order() -> None:
    plays = [play("2024-01-01T10:00:00", 90_000, title="long")]
    plays += [play(f"2024-01-0{day}T12:00:00", 30_000, title="often", artist="B") for day in (1, 2)]
    report = wrapped(plays, "UTC", by="streams")
    assert report["top_tracks"][0]["title"] == "often"
    assert (report["favourites"]["track"]["title"], report["favourites"]["artist"]["name"]) == ("long", "A")


def test_a_thing_is_shown_as_its_most_played_album_and_id() -> None:
    plays = [
        play("2024-01-01T10:00:00", 50_000, album="one", id=ID + "1"),
        play("2024-01-02T10:00:00", 50_000, album="two", id=ID + "1"),
        play("2024-01-03T10:00:00", 90_000),
        play("2024-01-04T10:00:00", 80_000, id=ID + "2"),
    ]
    (track,) = top_tracks(view(plays), None, "time")
    assert track["album"] == OneOf(frozenset({"one", "two"}))
    assert track["spotify_id"] == OneOf(frozenset({"1"}))
    assert (track["first_played"], track["last_played"]) == (plays[0].moment, plays[3].moment)


def test_the_sample_is_of_the_most_played_track_that_has_an_id() -> None:
    plays = [
        play("2024-01-01T10:00:00", 900_000, title="without", album="X"),
        play("2024-01-02T10:00:00", 60_000, title="less", album="X", id=ID + "1"),
        play("2024-01-03T10:00:00", 70_000, title="more", album="Y", id=ID + "2"),
    ]
    (artist,) = top_artists(view(plays), None, "time")
    assert (artist["tracks"], artist["sample_id"], artist["sample_title"]) == (3, OneOf(frozenset({"2"})), "more")
    assert [album["sample_id"] for album in top_albums(view(plays), None, "time")] == [
        OneOf(frozenset({"1"})), OneOf(frozenset({"2"})),
    ]  # fmt: skip
