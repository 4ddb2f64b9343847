"""Who was erased, and chunks that are nobody's any more: `erased_people` and `forgotten_chunks`."""

import msgspec

from chassis.database import Database
from uploader.domain.chunk_range import ChunkRange
from uploader.domain.imports import Import

_ERASED = """
    INSERT INTO erased_people (person_id, erased_at) VALUES (%s, %s)
    ON DUPLICATE KEY UPDATE person_id = VALUES(person_id)
"""
_FORGET_THEIR_CHUNKS = """
    INSERT INTO forgotten_chunks (upload_id, chunk_partition, first_offset, last_offset, chunks)
    SELECT upload_id, chunk_partition, first_offset, last_offset, chunks FROM serving.imports WHERE person_id = %s
    ON DUPLICATE KEY UPDATE upload_id = VALUES(upload_id)
"""
_OF_IMPORTS = "(SELECT upload_id FROM serving.imports WHERE person_id = %s)"
_FORGET = (
    "DELETE FROM serving.feeds WHERE person_id = %s",
    "DELETE FROM serving.feed_gaps WHERE person_id = %s",
    f"DELETE FROM serving.rejections WHERE upload_id IN {_OF_IMPORTS}",  # noqa: S608  # constant
    f"DELETE FROM serving.import_files WHERE upload_id IN {_OF_IMPORTS}",  # noqa: S608  # constant
    "DELETE FROM serving.imports WHERE person_id = %s",
)
_FORGET_CHUNKS = """
    INSERT INTO forgotten_chunks (upload_id, chunk_partition, first_offset, last_offset, chunks)
    VALUES (%s, %s, %s, %s, %s) ON DUPLICATE KEY UPDATE upload_id = VALUES(upload_id)
"""
_CHUNKS = "SELECT chunk_partition, first_offset, last_offset, chunks FROM forgotten_chunks"
_HAS_CHUNKS = "SELECT 1 FROM forgotten_chunks WHERE upload_id = %s"
_DELETED = "DELETE FROM forgotten_chunks WHERE chunk_partition = %s AND last_offset < %s"


class MariaDbErasures:
    """Implements Erasures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def erase(self, person_id: str, now: int) -> None:
        """Forget all of the person but the id, and the chunks of their uploads."""
        async with self._database.transaction() as connection:
            # first of all: who is about to keep something new of the person waits here, and then refuses
            await connection.execute(_ERASED, (person_id, now))
            await connection.execute(_FORGET_THEIR_CHUNKS, (person_id,))
            for statement in _FORGET:
                await connection.execute(statement, (person_id,))

    async def forget_chunks(self, found: Import) -> None:
        """The chunks of an upload that is not kept belong to nobody."""
        place = msgspec.structs.astuple(found.place)
        await self._database.execute(_FORGET_CHUNKS, (found.upload_id, *place))

    async def forgotten_chunks(self) -> list[ChunkRange]:
        """Where chunks lie that belong to nobody."""
        return [ChunkRange(**dict(zip(_PLACE, row, strict=True))) for row in await self._database.fetch_all(_CHUNKS)]

    async def has_chunks(self, upload_id: str) -> bool:
        """Whether the chunks of this upload belong to nobody."""
        return await self._database.fetch_one(_HAS_CHUNKS, (upload_id,)) is not None

    async def chunks_deleted(self, partition: int, before: int) -> None:
        """The chunks before this offset are gone."""
        await self._database.execute(_DELETED, (partition, before))


_PLACE = ChunkRange.__struct_fields__
