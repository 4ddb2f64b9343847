"""The reference's wrapped: doubles, windows by zone, totals, order and shares."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.harness.reference.doubles import doubles
from tests.harness.reference.plays import Play, Source
from tests.harness.reference.wrapped import Sums, wrapped


def play(moment: str, ms: int = 60_000, **more: Any) -> Play:
    fields: dict[str, Any] = {
        "source": "extended", "kind": "track", "artist": "A", "title": "T", "album": "", "id": "", "private": False,
    }  # fmt: skip
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    return Play(moment=int(at.timestamp() * 1000), ms_played=ms, **{**fields, **more})


@pytest.mark.parametrize(
    ("gap", "sources", "double"),
    [
        (57, ("extended", "extended"), True),
        (58, ("extended", "extended"), False),
        (60, ("extended", "account"), False),
        (0, ("account", "extended"), True),
        (57, ("account", "extended"), True),
    ],
)
def test_a_double_ends_less_than_its_time_less_two_seconds_later(
    gap: int, sources: tuple[Source, Source], double: bool
) -> None:
    first = play("2024-01-01T10:00:00", source=sources[0])
    second = play(f"2024-01-01T10:{gap // 60:02d}:{gap % 60:02d}", source=sources[1])
    assert doubles([first, second]) == ({1} if double else set())


def test_minutes_take_the_largest_gap_that_they_allow() -> None:
    long = [
        play("2024-01-01T10:00:00", 130_000, source="account"),
        play("2024-01-01T10:01:00", 130_000, source="account"),
    ]
    assert doubles(long) == {1}
    shorter = [
        play("2024-01-01T10:00:00", 121_000, source="account"),
        play("2024-01-01T10:01:00", 121_000, source="account"),
    ]
    assert doubles(shorter) == set()


def test_a_double_is_measured_from_the_last_counted_stream() -> None:
    chain = [play(f"2024-01-01T10:00:{second:02d}") for second in (0, 40)] + [play("2024-01-01T10:01:10")]
    assert doubles(chain) == {1}


def test_short_plays_are_never_doubles() -> None:
    assert doubles([play("2024-01-01T10:00:00", 29_999)] * 3) == set()


def test_doubles_are_left_out_of_every_count() -> None:
    report = wrapped([play("2024-01-01T10:00:00"), play("2024-01-01T10:00:05")], "UTC")
    assert report.totals.all == Sums(60_000, 1, 1)
    assert report.top_tracks[0].plays == 1


def test_a_play_belongs_to_the_day_of_its_end_in_the_zone_on_that_day() -> None:
    winter, summer = play("2024-01-01T23:30:00"), play("2024-07-01T22:30:00")
    report = wrapped([winter, summer], "Europe/Berlin")
    assert (report.first, report.last) == (date(2024, 1, 2), date(2024, 7, 2))
    assert wrapped([winter, summer], "Europe/Berlin", (date(2024, 1, 2), date(2024, 1, 2))).totals.all.plays == 1
    assert wrapped([winter], "Asia/Kathmandu").first == date(2024, 1, 2)


def test_the_window_before_has_the_same_length_and_is_absent_without_dates() -> None:
    plays = [play(f"2024-01-{day:02d}T12:00:00") for day in range(1, 8)]
    report = wrapped(plays, "UTC", (date(2024, 1, 4), date(2024, 1, 6)))
    assert report.totals.days == 3
    assert report.previous is not None
    assert report.previous.all == Sums(180_000, 3, 3)
    assert wrapped(plays, "UTC").previous is None


def test_nothing_in_the_window_is_zeros_and_empty_lists() -> None:
    report = wrapped([], "UTC")
    assert (report.first, report.totals.all, report.top_tracks) == (None, Sums(0, 0, 0), [])
    assert set(report.totals.by_kind) == {"track", "episode", "chapter"}


def test_kinds_add_up_and_nameless_rows_stand_in_no_list() -> None:
    plays = [
        play("2024-01-01T10:00:00", 1_000),
        play("2024-01-01T11:00:00", 2_000, title="", id="spotify:track:1"),
        play("2024-01-01T12:00:00", 4_000, kind="episode", artist="", title=""),
        play("2024-01-01T13:00:00", 8_000, kind="episode", artist="Show", title="One"),
        play("2024-01-01T14:00:00", 16_000, kind="chapter", artist="Book", title="Two"),
        play("2024-01-01T15:00:00", 32_000, artist="", title="Nobody's", album="Alone"),
    ]
    report = wrapped(plays, "UTC")
    assert report.totals.all == Sums(63_000, 1, 6)
    assert {kind: sums.ms_played for kind, sums in report.totals.by_kind.items()} == {
        "track": 35_000, "episode": 12_000, "chapter": 16_000,
    }  # fmt: skip
    assert [(one.title, one.artist) for one in report.top_tracks] == [("Nobody's", ""), ("T", "A")]
    assert [one.title for one in report.top_artists] == ["A"]
    assert [(one.title, one.artist) for one in report.top_albums] == [("Alone", "")]
    assert [one.title for one in report.top_shows] == ["Book", "Show"]
    assert (report.totals.tracks, report.totals.artists, report.totals.albums) == (2, 1, 1)


def test_lists_are_ordered_by_time_then_streams_then_names_in_code_points() -> None:
    plays = [play(f"2024-01-{day + 1:02d}T10:00:00", 40_000, title=title) for day, title in enumerate("bBé")]
    plays += [play(f"2024-02-{day + 1:02d}T10:00:00", 20_000, title="two halves") for day in range(2)]
    plays += [play("2024-03-01T10:00:00", 90_000, title="longest")]
    assert [one.title for one in wrapped(plays, "UTC").top_tracks] == ["longest", "B", "b", "é", "two halves"]
    by_streams = wrapped(plays, "UTC", by="streams").top_tracks
    assert [one.title for one in by_streams] == ["longest", "B", "b", "é", "two halves"]
    assert [one.rank for one in by_streams] == [1, 2, 3, 4, 5]
    assert [one.share for one in by_streams] == [0.25, 0.25, 0.25, 0.25, 0.0]
    assert sum(one.share for one in wrapped(plays, "UTC").top_tracks) == pytest.approx(1)


def test_case_accents_and_emoji_keep_names_apart() -> None:
    names = ("Low", "low", "Löw", "🎧", "🎤")
    plays = [play(f"2024-01-0{day}T10:00:00", artist=name) for day, name in enumerate(names, start=1)]
    assert wrapped(plays, "UTC").totals.artists == 5


def test_private_plays_are_for_their_owner() -> None:
    plays = [play("2024-01-01T10:00:00"), play("2024-01-02T10:00:00", private=True)]
    assert wrapped(plays, "UTC").totals.all.plays == 2
    assert wrapped(plays, "UTC", private=False).totals.all.plays == 1
