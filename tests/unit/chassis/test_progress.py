"""What may be committed while several records of a partition are worked on at a time."""

from hypothesis import given
from hypothesis import strategies as st

from chassis.progress import Progress


def test_one_after_the_other_commits_each() -> None:
    progress = Progress()
    for offset in (7, 8, 9):
        progress.begin(offset)
        progress.finish(offset)
        assert progress.to_commit() == offset + 1
        assert progress.to_commit() is None


def test_the_lowest_unfinished_holds_back_the_commit_and_nothing_else() -> None:
    progress = Progress()
    for offset in (4, 5, 6):
        progress.begin(offset)
    progress.finish(6)
    progress.finish(5)
    assert progress.to_commit() == 4
    assert progress.to_commit() is None
    progress.finish(4)
    assert progress.to_commit() == 7


@given(gaps=st.lists(st.integers(1, 3), min_size=1, max_size=30), data=st.data())
def test_a_commit_never_covers_what_is_unfinished_and_only_grows(gaps: list[int], data: st.DataObject) -> None:
    """Offsets have holes: transactions and compaction leave some out."""
    offsets = [sum(gaps[: number + 1]) for number in range(len(gaps))]
    progress, begun, finished, committed = Progress(), 0, set[int](), 0
    while len(finished) < len(offsets):
        running = [offset for offset in offsets[:begun] if offset not in finished]
        if begun < len(offsets) and (not running or data.draw(st.booleans())):
            progress.begin(offsets[begun])
            begun += 1
        else:
            done = data.draw(st.sampled_from(running))
            progress.finish(done)
            finished.add(done)
        offset = progress.to_commit()
        if offset is not None:
            assert offset > committed
            assert all(other in finished for other in offsets if other < offset)
            committed = offset
    assert committed == offsets[-1] + 1
