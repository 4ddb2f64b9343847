"""Imports whose plays will not all become durable are sent again, and at last given up."""

import logging

from chassis import context
from chassis.clock import Clock
from chassis.rounds import every
from uploader.domain import imports
from uploader.domain.imports import MOST_SENDINGS, Import
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.handlers.upload_reader import UploadReader
from uploader.ports import Announcer, Imports, Plays

PAUSE_S = 15.0

_LOG = logging.getLogger(__name__)


class ResendLost:
    """Looks for an import that waits for `lost_after_ms` without any progress (Imports.waiting_in_vain).

    A record of it went to the dead-letter queue or was lost, or nobody reads. Emits its plays and its end marker again
    while its bytes are there, else, or where that did not help either, `import-changed` with an error.

    Running it twice is safe: the records are those that were sent before, and readers skip what they have. One import
    a time is sent again, so that a reader that stands still is not sent everything twice.
    """

    def __init__(
        self,
        reader: UploadReader,
        imports_store: Imports,
        plays: Plays,
        announcer: Announcer,
        delete_chunks: DeleteChunks,
        lost_after_ms: int,
        clock: Clock,
    ) -> None:
        self._reader = reader
        self._imports = imports_store
        self._plays = plays
        self._announcer = announcer
        self._delete_chunks = delete_chunks
        self._lost_after_ms = lost_after_ms
        self._clock = clock

    async def run(self) -> None:
        """Look again and again, until cancelled."""
        await every(PAUSE_S, self)

    async def __call__(self) -> None:
        """Send one import again, or give it up. Raises Retryable."""
        now = self._clock()
        found = await self._imports.waiting_in_vain(now - self._lost_after_ms)
        if found is None:
            return
        with context.working_on(context.new_correlation_id()):
            if found.sent >= MOST_SENDINGS:
                await self._give_up(found)
            elif await self._imports.sending_again(found, now):
                await self._send_again(found)

    async def _send_again(self, found: Import) -> None:
        _LOG.warning("sent again, for it waits in vain", extra={"upload_id": found.upload_id, "sent": found.sent})
        again = await self._reader(found)
        if again is None:
            return  # its person was erased
        if again.state == "failed":
            await self._give_up(found)
        else:
            await self._plays.end(imports.end_of(again))

    async def _give_up(self, found: Import) -> None:
        lost = imports.lost(found, self._clock())
        if await self._imports.advance(lost, since="aggregating"):
            _LOG.error("given up as lost", extra={"upload_id": found.upload_id, "records": found.records})
            await self._announcer.announce(lost)
            await self._delete_chunks(lost.place)
