"""Reading an upload: its bytes become plays, with an account of every row."""

import logging
import re

from prometheus_client import Counter

from chassis.errors import InvalidMessage
from contracts.messages.uploads import ReadUpload
from uploader.domain import imports
from uploader.domain.imports import Import
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.handlers.upload_reader import UploadReader
from uploader.ports import Announcer, Erasures, Imports, Plays

_LOG = logging.getLogger(__name__)

_REQUESTS = Counter("uploader_requests", "Requests to read an upload: new, or begun before", ["what"])
_ID = re.compile(r"[0-9a-f]{32}")


class ReadUploadHandler:
    """Consumes `read-upload`, emits `plays-read` …, `upload-read` and `import-changed`.

    Running it twice is safe: the same bytes give the same records with the same numbers, of which readers skip what
    they have. Once the import is kept as read, only its end marker and its state are sent again. An upload of somebody
    who was erased is not read, or no further; nothing is said of it, and its bytes are deleted.
    """

    def __init__(
        self,
        reader: UploadReader,
        imports_store: Imports,
        plays: Plays,
        announcer: Announcer,
        erasures: Erasures,
        delete_chunks: DeleteChunks,
    ) -> None:
        self._reader = reader
        self._imports = imports_store
        self._plays = plays
        self._announcer = announcer
        self._erasures = erasures
        self._delete_chunks = delete_chunks

    async def __call__(self, request: ReadUpload) -> None:
        """Read the upload. Raises InvalidMessage for wrong ids."""
        if not _ID.fullmatch(request.upload_id) or not _ID.fullmatch(request.person_id):
            raise InvalidMessage("ids are 32 hex digits")
        found = await self._imports.find(request.upload_id)
        _REQUESTS.labels("new" if found is None else "known").inc()
        if found is None:
            found = imports.begun(request)
            if not await self._imports.begin(found):
                await self._refuse(found)
                return
        read = found if found.is_read else await self._read(found)
        if read is not None:
            await self._conclude(read)

    async def _refuse(self, found: Import) -> None:
        await self._erasures.forget_chunks(found)
        await self._delete_chunks(found.place)

    async def _read(self, found: Import) -> Import | None:
        """The import, read; None where its person was erased meanwhile."""
        await self._announcer.announce(found)
        ended = await self._reader(found)
        if ended is not None and await self._imports.advance(ended, since="reading"):
            return ended
        return await self._imports.find(found.upload_id)  # it was read elsewhere meanwhile

    async def _conclude(self, found: Import) -> None:
        """The end marker comes after the account is kept, for its answer needs the account."""
        if found.state == "aggregating":
            await self._plays.end(imports.end_of(found))
        await self._announcer.announce(found)
        rows = found.rows
        counts = {"rows": rows.read, "rejected": rows.rejected, "records": found.records}
        _LOG.info(
            "upload read",
            extra={"upload_id": found.upload_id, "state": found.state, "reason": found.error, **counts},
        )
        if found.is_ended:
            await self._delete_chunks(found.place)
