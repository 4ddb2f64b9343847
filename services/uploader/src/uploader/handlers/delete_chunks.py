"""The raw bytes are deleted from the broker as soon as their import has ended (product.md)."""

from contextlib import aclosing

from chassis.clock import Clock
from uploader.domain.chunk_range import Chunk, ChunkRange, first_to_look_at, maybe_abandoned
from uploader.ports import ChunkLog, Erasures, Imports


class DeleteChunks:
    """Deletes the chunks of a partition up to the first one that is still needed. Running it twice is safe.

    Uploads interleave and Kafka deletes from the beginning only, so an upload that has ended may wait for one before
    it: whichever ends last deletes both. Reads no more than it deletes: it stops at the first chunk that is needed.
    """

    def __init__(self, log: ChunkLog, imports_store: Imports, erasures: Erasures, clock: Clock) -> None:
        self._log = log
        self._imports = imports_store
        self._erasures = erasures
        self._clock = clock

    async def __call__(self, ended: ChunkRange) -> None:
        """Delete what can be deleted, now that the upload with this range has ended."""
        start, end = await self._log.bounds(ended.partition)
        before = await self._needed_from(ended.partition, first_to_look_at(ended, start), end)
        if before > start:
            await self._log.delete_before(ended.partition, before)
        await self._erasures.chunks_deleted(ended.partition, max(start, before))

    async def _needed_from(self, partition: int, first: int, end: int) -> int:
        """The offset of the first chunk of an upload that has not ended; `end` if there is none."""
        if first >= end:
            return end
        needed: dict[str, bool] = {}
        async with aclosing(self._log.chunks(partition, first, end)) as chunks:
            async for chunk in chunks:
                if chunk.upload_id not in needed:
                    needed[chunk.upload_id] = await self._needed(chunk)
                if needed[chunk.upload_id]:
                    return chunk.offset
        return end

    async def _needed(self, chunk: Chunk) -> bool:
        found = await self._imports.find(chunk.upload_id)
        if found is not None:
            return not found.is_ended
        if await self._erasures.has_chunks(chunk.upload_id):
            return False
        return not maybe_abandoned(chunk, self._clock()) or await self._log.requested(chunk.upload_id)
