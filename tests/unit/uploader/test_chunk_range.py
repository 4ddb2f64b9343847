"""Raw bytes go as soon as nobody needs them, and never before."""

import pytest

from contracts.limits import ABANDONED_AFTER_MS
from uploader.domain.chunk_range import Chunk, ChunkRange, first_to_look_at, maybe_abandoned

NOW = 10_000_000_000


def place(first: int, last: int, chunks: int) -> ChunkRange:
    return ChunkRange(partition=0, first_offset=first, last_offset=last, chunks=chunks)


@pytest.mark.parametrize(
    ("ended", "log_start", "expected"),
    [
        (place(10, 14, 5), 10, 15),  # alone at the beginning: nothing to look at
        (place(10, 14, 5), 12, 15),  # the first of its chunks have expired
        (place(10, 14, 5), 20, 20),  # all of them have
        (place(10, 14, 4), 10, 10),  # somebody's chunk lies between its own
        (place(10, 14, 5), 3, 3),  # somebody's chunks lie before it
    ],
)
def test_only_what_may_be_needed_is_looked_at(ended: ChunkRange, log_start: int, expected: int) -> None:
    assert first_to_look_at(ended, log_start) == expected


def test_old_chunks_of_nobody_are_doubtful() -> None:
    assert maybe_abandoned(Chunk("x", 0, NOW - ABANDONED_AFTER_MS - 1), NOW)
    assert not maybe_abandoned(Chunk("x", 0, NOW - ABANDONED_AFTER_MS), NOW)
