"""Reading an upload: its bytes become plays, with an account of every row."""

import asyncio
import logging
import re
import tempfile
from typing import IO

from chassis.clock import Clock
from chassis.errors import InvalidMessage, Retryable
from contracts.messages.plays import UploadRead
from contracts.messages.uploads import ReadUpload
from uploader.domain import imports
from uploader.domain.account import FileTally
from uploader.domain.archive import Bounds, entries
from uploader.domain.contents import UploadedFile, look_at
from uploader.domain.imports import Import
from uploader.domain.reading import Readers, Room, read_file, source_of
from uploader.domain.upload_errors import UnreadableUpload
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.handlers.record_sender import RecordSender
from uploader.handlers.threads import in_thread
from uploader.ports import Announcer, Chunks, Imports, Plays

_LOG = logging.getLogger(__name__)

ANNOUNCE_EVERY_MS = 200
_ID = re.compile(r"[0-9a-f]{32}")


class ReadUploadHandler:
    """Consumes `read-upload`, emits `plays-read` …, `upload-read` and `import-changed`.

    Running it twice is safe: the same bytes give the same records with the same numbers, of which readers skip what
    they have. Once the import is kept as read, only its end marker and its state are sent again.
    """

    def __init__(
        self,
        chunks: Chunks,
        imports_store: Imports,
        plays: Plays,
        announcer: Announcer,
        delete_chunks: DeleteChunks,
        bounds: Bounds,
        clock: Clock,
    ) -> None:
        self._chunks = chunks
        self._imports = imports_store
        self._plays = plays
        self._announcer = announcer
        self._delete_chunks = delete_chunks
        self._bounds = bounds
        self._clock = clock

    async def __call__(self, request: ReadUpload) -> None:
        """Read the upload. Raises InvalidMessage for wrong ids."""
        if not _ID.fullmatch(request.upload_id) or not _ID.fullmatch(request.person_id):
            raise InvalidMessage("ids are 32 hex digits")
        found = await self._imports.find(request.upload_id)
        if found is None:
            found = imports.begun(request)
            await self._imports.begin(found, request)
        if not found.is_read:
            found = await self._read_or_fail(found, request)
        await self._conclude(found)
        await self._delete_chunks(request.partition)

    async def _read_or_fail(self, found: Import, request: ReadUpload) -> Import:
        await self._announcer.announce(found)
        try:
            ended = await self._spooled(found, request)
        except OSError as fault:  # the disk is full or broken: the bytes stay in Kafka until there is room
            raise Retryable(f"the local disk: {fault}") from fault
        if await self._imports.advance(ended, since="reading"):
            return ended
        return await self._imports.find(found.upload_id) or ended  # it was read elsewhere meanwhile

    async def _spooled(self, found: Import, request: ReadUpload) -> Import:
        """Read the upload from a temporary file. Raises OSError."""
        with tempfile.TemporaryFile() as spool:
            try:
                await self._chunks.copy(request, spool)
                files = await asyncio.to_thread(self._look_at, spool, request.filename)
            except UnreadableUpload as error:
                return imports.failed(found, str(error), self._clock())
            return await self._read(found, files)

    def _look_at(self, spool: IO[bytes], filename: str | None) -> list[UploadedFile]:
        return look_at(entries(spool, filename, self._bounds))

    async def _read(self, found: Import, files: list[UploadedFile]) -> Import:
        """Send every play. Whether the upload can be read at all is settled before the first one leaves."""
        tallies = [FileTally(file.entry.name, file.format) for file in files]
        readers = Readers(found.created_at)
        sender = RecordSender(self._plays, found.upload_id, found.person_id)
        announced_at = self._clock()
        for file, tally in zip(files, tallies, strict=True):
            if file.format == "ignored":
                continue
            number, source = file.entry.number, source_of(file)
            room = Room.left(self._bounds, tallies)
            async for step in in_thread(read_file(file, tally, readers, room)):
                if step.rejected:
                    await self._imports.reject(found.upload_id, number, step.rejected)
                if step.record is not None:
                    await sender.send(number, source, step.record)
                if self._clock() - announced_at >= ANNOUNCE_EVERY_MS:
                    announced_at = self._clock()
                    await self._announcer.announce(imports.counted(found, tallies))
        await sender.finish()
        return imports.read(imports.counted(found, tallies), sender.records)

    async def _conclude(self, found: Import) -> None:
        """The end marker comes after the account is kept, for its answer needs the account."""
        if found.state == "aggregating":
            marker = UploadRead(upload_id=found.upload_id, person_id=found.person_id, records=found.records or 0)
            await self._plays.end(marker)
        await self._announcer.announce(found)
        rows = found.rows
        counts = {"rows": rows.read, "rejected": rows.rejected, "records": found.records}
        _LOG.info(
            "upload read",
            extra={"upload_id": found.upload_id, "state": found.state, "reason": found.error, **counts},
        )
