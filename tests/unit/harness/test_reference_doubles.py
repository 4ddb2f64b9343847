"""The reference's doubles and estimates: what counts and what does not."""

import pytest

from tests.harness.reference.counted import counted_plays
from tests.harness.reference.doubles import doubles
from tests.harness.reference.plays import Source
from tests.unit.harness.by_hand import play


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


def test_estimates_at_or_before_the_newest_row_of_an_export_do_not_count() -> None:
    live = [play(f"2024-01-01T10:00:0{second}", 1_000, source="live", title="L") for second in (4, 5, 6)]
    assert counted_plays([*live, play("2024-01-01T10:00:05")]) == [live[2], play("2024-01-01T10:00:05")]
    assert counted_plays(live) == live


def test_an_account_row_stands_for_its_whole_minute() -> None:
    live = [play("2024-01-01T10:00:59", source="live"), play("2024-01-01T10:01:00", source="live", title="L")]
    export = play("2024-01-01T10:00:00", source="account", private=None)
    assert counted_plays([export, *live]) == [export, live[1]]


def test_a_replaced_estimate_makes_no_double_and_a_private_row_replaces_too() -> None:
    estimate, row = play("2024-01-01T10:00:00", source="live"), play("2024-01-01T10:00:05", private=True)
    assert counted_plays([estimate, row]) == [row]
    assert counted_plays([estimate, row], private=False) == []


def test_of_two_equal_streams_a_private_one_counts_first_for_everybody() -> None:
    twice = [play("2024-01-01T10:00:00", private=True), play("2024-01-01T10:00:05")]
    assert counted_plays(twice) == twice[:1]
    assert counted_plays(twice, private=False) == []
