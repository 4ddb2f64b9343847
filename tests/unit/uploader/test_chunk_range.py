"""Raw bytes go as soon as nobody needs them, and never before."""

from contracts.limits import ABANDONED_AFTER_MS
from uploader.domain.chunk_range import FirstChunk, deletable_before, maybe_abandoned

NOW = 10_000_000_000
FIRSTS = [FirstChunk("old", 10, NOW - ABANDONED_AFTER_MS - 1), FirstChunk("one", 20, NOW), FirstChunk("two", 30, NOW)]


def test_everything_goes_where_nothing_is_needed() -> None:
    assert deletable_before(FIRSTS, {"old", "one", "two"}, 99) == 99


def test_nothing_goes_from_the_first_needed_chunk_on() -> None:
    assert deletable_before(FIRSTS, {"old", "two"}, 99) == 20
    assert deletable_before(FIRSTS, set(), 99) == 10


def test_old_uploads_that_were_never_read_are_doubtful() -> None:
    assert maybe_abandoned(FIRSTS, {"two"}, NOW) == ["old"]
    assert maybe_abandoned(FIRSTS, {"old"}, NOW) == []
    assert maybe_abandoned(FIRSTS, set(), NOW - 1) == []
