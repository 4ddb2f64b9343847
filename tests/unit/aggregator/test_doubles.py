"""Double logging, case by case, and against the reference for one song played again and again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.history.history import build_history
from aggregator.domain.segment import ACCOUNT, EXTENDED, LIVE
from tests.harness.reference.doubles import doubles
from tests.harness.reference.plays import MINUTE_MS, Play
from tests.harness.segments import row, table, unix_ms

NOON = unix_ms("2024-05-01T12:00:00")


def flags(*rows: dict[str, object]) -> list[bool]:
    return build_history("p", 1, [table(rows)]).plays["double"].to_list()


@pytest.mark.parametrize(("gap_ms", "double"), [(0, True), (57_999, True), (58_000, False), (61_000, False)])
def test_less_than_the_playing_time_less_two_seconds(gap_ms: int, double: bool) -> None:
    assert flags(row(NOON, 60_000), row(NOON + gap_ms, 60_000)) == [False, double]


def test_the_gap_is_to_the_last_counted_stream() -> None:
    assert flags(*(row(NOON + second * 1_000, 60_000) for second in (0, 30, 57, 58, 115, 116))) == [
        False, True, True, False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "gap_ms", "double"),
    [
        ((ACCOUNT, ACCOUNT), 60_000, True),  # at most 119 s apart
        ((ACCOUNT, ACCOUNT), 120_000, False),  # at most 179 s
        ((EXTENDED, ACCOUNT), 60_000, True),
        ((ACCOUNT, EXTENDED), 119_000, True),
        ((EXTENDED, EXTENDED), 119_000, True),
        ((EXTENDED, EXTENDED), 120_000, False),
    ],
)
def test_minutes_take_the_largest_gap_that_they_allow(sources: tuple[int, int], gap_ms: int, double: bool) -> None:
    rows = [row(NOON + place * gap_ms, 122_000, source=source) for place, source in enumerate(sources)]
    assert flags(*rows) == [False, double]


@pytest.mark.parametrize("other", [{"artist": "Other"}, {"title": "Other"}, {"ms_played": 60_001}, {"title": None}])
def test_another_song_or_playing_time_is_no_double(other: dict[str, object]) -> None:
    assert flags(row(NOON, 60_000), row(NOON + 1_000, **{"ms_played": 60_000} | other)) == [False, False]  # type: ignore[arg-type]


def test_where_there_is_no_title_the_id_stands_for_it() -> None:
    ids = ("one", "two", "one")
    rows = [row(NOON + place * 1_000, title=None, spotify_id=spotify_id) for place, spotify_id in enumerate(ids)]
    assert flags(*rows) == [False, False, True]


def test_plays_that_are_no_streams_are_neither_doubles_nor_make_any() -> None:
    assert flags(row(NOON, 29_999), row(NOON, 29_999)) == [False, False]


def test_an_estimate_that_an_export_replaced_makes_no_double() -> None:
    estimate = row(NOON, 60_000, source=LIVE)
    export = row(NOON + 1_000, 60_000)
    assert flags(estimate, export) == [False]


SECONDS = st.lists(
    st.tuples(st.integers(0, 600), st.booleans(), st.sampled_from([60_000, 119_000, 121_500])), max_size=30
)


@given(SECONDS)
def test_the_same_as_the_reference(moments: list[tuple[int, bool, int]]) -> None:
    plays = sorted((_play(*moment) for moment in moments), key=lambda play: play.moment)
    rows = [
        row(play.moment, play.ms_played, source=ACCOUNT if play.source == "account" else EXTENDED) for play in plays
    ]
    marked = flags(*rows)
    assert {index for index, double in enumerate(marked) if double} == doubles(plays)


def _play(second: int, account: bool, ms_played: int) -> Play:
    moment = NOON + second * 1_000
    return Play(
        source="account" if account else "extended",
        moment=moment - moment % MINUTE_MS if account else moment,
        ms_played=ms_played,
        kind="track",
        artist="A",
        title="T",
        album="",
        id="",
        private=False,
    )
