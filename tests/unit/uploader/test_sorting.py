"""Plays in order, whether they fit into memory or not."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from uploader.domain.play import Play, order_key
from uploader.domain.sorting import PlaySorter

_orders = st.builds(
    order_key,
    st.integers(0, 3),
    st.sampled_from([b"a" * 16, b"b" * 16]),
    st.integers(0, 3),
    st.sampled_from([b"c" * 8, b"d" * 8]),
)


def play(order: bytes, row: int) -> Play:
    return Play(
        order, "extended", row, 1, 2, "track", "Ä", None, None, None, None, None, None, None, True, None, False, None,
        None,
    )  # fmt: skip


@given(st.lists(_orders, max_size=40), st.integers(1, 7), st.integers(1, 10), st.integers(2, 5))
def test_runs_on_disk_change_nothing(orders: list[bytes], held: int, at_once: int, most_runs: int) -> None:
    plays = [play(order, row) for row, order in enumerate(orders)]
    with closing(PlaySorter(held, most_runs)) as sorter:
        for start in range(0, len(plays), at_once):
            sorter.add(plays[start : start + at_once])
        assert list(sorter) == sorted(plays, key=lambda found: found.order)
