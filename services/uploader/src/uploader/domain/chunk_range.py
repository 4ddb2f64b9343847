"""Where the chunks of an upload lie in `upload-chunks`, and which chunks nobody needs any more."""

import msgspec

from contracts.limits import ABANDONED_AFTER_MS


class ChunkRange(msgspec.Struct, frozen=True, kw_only=True):
    """The `chunks` chunks of an upload lie between two offsets of a partition, perhaps among those of others."""

    partition: int
    first_offset: int
    last_offset: int
    chunks: int

    @property
    def is_unmixed(self) -> bool:
        """Whether nobody else's chunk lies between its own."""
        return self.last_offset - self.first_offset + 1 == self.chunks


class Chunk(msgspec.Struct, frozen=True):
    """A chunk of some upload, and when (unix ms) it was sent."""

    upload_id: str
    offset: int
    sent_at: int


def maybe_abandoned(chunk: Chunk, now_ms: int) -> bool:
    """Whether an upload whose first chunk this is may be one that was never completed, rather than one coming in."""
    return now_ms - chunk.sent_at > ABANDONED_AFTER_MS


def first_to_look_at(ended: ChunkRange, log_start: int) -> int:
    """Where chunks begin that may be needed: behind an upload that has ended, if all before it is its own."""
    unmixed_from_start = ended.is_unmixed and ended.first_offset <= log_start
    return max(log_start, ended.last_offset + 1) if unmixed_from_start else log_start
