"""The order of lists, and ranks before."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.statistics.ranking import strength, top_rows
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_of

LARGEST = 2**62
PAIRS = st.lists(st.tuples(*[st.integers(0, 3) | st.integers(0, LARGEST)] * 2), min_size=1, max_size=20)


@given(PAIRS, st.integers(1, 25))
def test_the_strongest_pairs_first_and_of_equal_ones_the_first_however_large(
    pairs: list[tuple[int, int]], limit: int
) -> None:
    first, second = np.array(pairs, np.int64).T
    expected = sorted(range(len(pairs)), key=lambda place: (-pairs[place][0], -pairs[place][1], place))
    assert top_rows(strength(first, second), limit).tolist() == expected[:limit]


def played(day: str, **ms_played: int) -> list[dict[str, object]]:
    return [row(f"{day}T12:00:{n:02}", ms, title=title) for n, (title, ms) in enumerate(ms_played.items())]


def test_the_rank_before_is_that_in_the_whole_list_of_as_many_days_before() -> None:
    rows = [
        *played("2023-12-31", d=900_000),  # a day too early
        *played("2024-01-01", a=10_000, b=40_000, c=40_000, e=1),
        *played("2024-01-02", a=50_000, c=20_000, d=30_000, e=10_000),
    ]
    asked = {"first_day": "2024-01-02", "last_day": "2024-01-02"}
    tracks = wrapped_of(*rows, **asked).top_tracks
    assert [(track.title, track.rank_before) for track in tracks] == [("a", 3), ("d", None), ("c", 2), ("e", 4)]
    assert [artist.rank_before for artist in wrapped_of(*rows, **asked).top_artists] == [1]
    assert [track.rank_before for track in wrapped_of(*rows, **asked, limit=1).top_tracks] == [3]


def test_by_streams_the_rank_before_is_by_streams() -> None:
    rows = [*played("2024-01-01", a=29_000, b=30_000), *played("2024-01-02", a=40_000, b=31_000)]
    asked = {"first_day": "2024-01-02", "last_day": "2024-01-02", "by": "streams"}
    assert [(track.title, track.rank_before) for track in wrapped_of(*rows, **asked).top_tracks] == [("a", 2), ("b", 1)]


def test_without_two_dates_there_is_no_rank_before() -> None:
    rows = [*played("2024-01-01", a=40_000), *played("2024-01-02", a=40_000)]
    assert [track.rank_before for track in wrapped_of(*rows, first_day="2024-01-02").top_tracks] == [None]
    assert [track.rank_before for track in wrapped_of(*rows).top_tracks] == [None]
