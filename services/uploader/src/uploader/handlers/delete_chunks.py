"""The raw bytes are deleted from the broker as soon as nobody needs them (product.md)."""

from chassis.clock import Clock
from uploader.domain.chunk_range import deletable_before, maybe_abandoned
from uploader.ports import ChunkLog, Imports


class DeleteChunks:
    """Deletes the chunks of a partition up to the first one that is still needed. Running it twice is safe.

    Uploads interleave and Kafka deletes from the beginning only, so a finished upload may wait for one before it:
    whichever ends last deletes both.
    """

    def __init__(self, log: ChunkLog, imports_store: Imports, clock: Clock) -> None:
        self._log = log
        self._imports = imports_store
        self._clock = clock

    async def __call__(self, partition: int) -> None:
        """Delete what can be deleted."""
        firsts, end = await self._log.first_chunks(partition)
        if not firsts:
            return
        not_needed = await self._imports.read_ones([first.upload_id for first in firsts])
        doubtful = maybe_abandoned(firsts, not_needed, self._clock())
        if doubtful:
            not_needed |= set(doubtful) - await self._log.requested(doubtful)
        before = deletable_before(firsts, not_needed, end)
        if before > min(first.offset for first in firsts):
            await self._log.delete_before(partition, before)
