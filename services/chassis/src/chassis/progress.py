"""How far the records of one partition are done, where several are worked on at a time."""


class Progress:
    """Offsets that were begun in order and finish in any order. Pure bookkeeping of one assignment of the partition.

    What may be committed lies below the lowest unfinished record: after a crash everything from there on comes again.
    """

    def __init__(self) -> None:
        self._unfinished: set[int] = set()
        self._behind_last = 0
        self._committed = 0

    def begin(self, offset: int) -> None:
        """Work on this record begins; offsets only grow."""
        self._unfinished.add(offset)
        self._behind_last = offset + 1

    def finish(self, offset: int) -> None:
        """The record's effect is there."""
        self._unfinished.discard(offset)

    def to_commit(self) -> int | None:
        """The offset to commit, once: None while it would say nothing new."""
        offset = min(self._unfinished, default=self._behind_last)
        if offset <= self._committed:
            return None
        self._committed = offset
        return offset
