"""Finishing an upload: every record is durable, so it is known what was new."""

import logging

from prometheus_client import Histogram

from chassis.clock import Clock
from chassis.errors import InvalidMessage
from contracts.messages.uploads import UploadStored
from uploader.domain import imports
from uploader.domain.imports import Import
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.ports import Announcer, Feeds, Imports

_LOG = logging.getLogger(__name__)
_SECONDS = Histogram(
    "uploader_import_seconds",
    "From the first byte of an upload until all of it is durable",
    buckets=(1, 2, 3, 5, 8, 13, 21, 60, 300, 1800),
)
_MS_PER_S = 1_000


class FinishUploadHandler:
    """Consumes `upload-stored`, emits `import-changed`, and deletes the raw bytes.

    Running it twice is safe: a finished import stays as it is, and is announced again. One that was given up as lost
    is done after all. What is no import here is passed over: plays of the live feed, or an upload of somebody who was
    erased.
    """

    def __init__(
        self,
        imports_store: Imports,
        feeds: Feeds,
        announcer: Announcer,
        delete_chunks: DeleteChunks,
        clock: Clock,
    ) -> None:
        self._imports = imports_store
        self._feeds = feeds
        self._announcer = announcer
        self._delete_chunks = delete_chunks
        self._clock = clock

    async def __call__(self, message: UploadStored) -> None:
        """Keep the final account, and close the gaps of the live feed that the import reaches past.

        Raises InvalidMessage for an upload that was never read.
        """
        found = await self._imports.find(message.upload_id)
        if found is None:
            return
        if found.records is None:
            raise InvalidMessage(f"upload {message.upload_id} was never read")
        ended = found if found.state == "done" else await self._finish(found, message)
        if ended is not None:
            await self._feeds.cover(ended.person_id)
            await self._announcer.announce(ended)
            await self._delete_chunks(ended.place)

    async def _finish(self, found: Import, message: UploadStored) -> Import | None:
        """The import, done; None where its person was erased meanwhile."""
        finished = imports.done(found, message, self._clock())
        if not await self._imports.advance(finished, since=found.state):
            return await self._imports.find(found.upload_id)  # another was faster
        _SECONDS.observe((self._clock() - found.created_at) / _MS_PER_S)
        rows = finished.rows
        counts = {"rows": rows.read, "imported": rows.imported, "duplicate": rows.duplicate}
        _LOG.info("upload done", extra={"upload_id": found.upload_id, "revision": message.revision, **counts})
        return finished
