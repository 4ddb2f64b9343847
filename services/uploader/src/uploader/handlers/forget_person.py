"""A person has left: nothing of them stays here."""

import logging

from chassis.clock import Clock
from contracts.messages.people_changes import PersonErased
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.ports import Erasures

_LOG = logging.getLogger(__name__)


class ForgetPersonHandler:
    """Consumes `person-erased`: imports, files, rejections, the feed and its gaps are forgotten, and chunks deleted.

    The id alone is remembered, so that whatever still comes of the person is refused. Chunks behind those of others
    wait until these have ended (DeleteChunks).

    Running it twice is safe: there is nothing left to forget, and chunks that are still there are tried again.
    """

    def __init__(self, erasures: Erasures, delete_chunks: DeleteChunks, clock: Clock) -> None:
        self._erasures = erasures
        self._delete_chunks = delete_chunks
        self._clock = clock

    async def __call__(self, message: PersonErased) -> None:
        """Forget the person. Raises Retryable."""
        await self._erasures.erase(message.person_id, self._clock())
        for place in await self._erasures.forgotten_chunks():
            await self._delete_chunks(place)
        _LOG.info("person forgotten")
