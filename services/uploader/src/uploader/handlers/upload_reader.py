"""The bytes of an import become records of plays, with an account of every row."""

import asyncio
import tempfile
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import IO

from chassis.clock import Clock
from chassis.errors import Retryable
from uploader.domain import imports
from uploader.domain.account import FileTally
from uploader.domain.archive import Bounds, entries
from uploader.domain.contents import UploadedFile, look_at
from uploader.domain.imports import Import
from uploader.domain.reading import Readers, Room, Step, read_file
from uploader.domain.upload_errors import UnreadableUpload
from uploader.handlers.record_sender import RecordSender
from uploader.handlers.threads import in_thread
from uploader.ports import Announcer, Chunks, Imports, Plays

LOOK_EVERY_MS = 200
"""How often it is said how far an import is, and looked whether it is still kept."""


class UploadReader:
    """Reads the chunks of an import and sends its plays: the same bytes give the same records with the same numbers."""

    def __init__(
        self,
        chunks: Chunks,
        imports_store: Imports,
        plays: Plays,
        announcer: Announcer,
        bounds: Bounds,
        clock: Clock,
    ) -> None:
        self._chunks = chunks
        self._imports = imports_store
        self._plays = plays
        self._announcer = announcer
        self._bounds = bounds
        self._clock = clock

    async def __call__(self, found: Import) -> Import | None:
        """The import once every record is with the broker, or failed with the reason. Raises Retryable.

        None where it is no longer kept, for its person was erased: no more of it is sent.
        """
        try:
            with tempfile.TemporaryFile() as spool:
                return await self._spooled(found, spool)
        except OSError as fault:  # the disk is full or broken: the bytes stay in Kafka until there is room
            raise Retryable(f"the local disk: {fault}") from fault

    async def _spooled(self, found: Import, spool: IO[bytes]) -> Import | None:
        try:
            await self._chunks.copy(found, spool)
            files = await asyncio.to_thread(self._look_at, spool, found.filename)
        except UnreadableUpload as error:
            return imports.failed(found, str(error), self._clock())
        return await self._read(found, files)

    def _look_at(self, spool: IO[bytes], filename: str | None) -> list[UploadedFile]:
        return look_at(entries(spool, filename, self._bounds))

    async def _read(self, found: Import, files: list[UploadedFile]) -> Import | None:
        """Send every play. Whether the upload can be read at all is settled before the first one leaves."""
        tallies = [FileTally(file.entry.name, file.format, error=file.error) for file in files]
        sender = RecordSender(self._plays, found.upload_id, found.person_id)
        looked_at = self._clock()
        async with aclosing(self._steps(found, files, tallies)) as steps:
            async for number, step in steps:
                if step.rejected:
                    await self._imports.reject(found.upload_id, number, step.rejected)
                if step.record is not None:
                    await sender.send(number, *step.record)
                if self._clock() - looked_at >= LOOK_EVERY_MS:
                    looked_at = self._clock()
                    if not await self._goes_on(found, tallies):
                        return None
        await sender.finish()
        return imports.read(imports.counted(found, tallies), sender.records, self._clock())

    async def _steps(
        self, found: Import, files: list[UploadedFile], tallies: list[FileTally]
    ) -> AsyncGenerator[tuple[int, Step], None]:
        """The steps of reading all histories, each with the number of its file."""
        readers = Readers(found.created_at)
        for file, tally in zip(files, tallies, strict=True):
            if file.format != "ignored":
                room = Room.left(self._bounds, tallies)
                async for step in in_thread(read_file(file, tally, readers, room)):
                    yield file.entry.number, step

    async def _goes_on(self, found: Import, tallies: list[FileTally]) -> bool:
        """Say how far it is; False where it is no longer kept."""
        if await self._imports.find(found.upload_id) is None:
            return False
        if found.state == "reading":
            await self._announcer.announce(imports.counted(found, tallies))
        return True
