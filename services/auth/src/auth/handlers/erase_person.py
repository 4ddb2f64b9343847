"""`erase-person`: nothing of the person stays here, and all the others hear of it."""

import logging

from auth.domain import refusals
from auth.handlers.tell_changes import TellChanges
from auth.ports import Erasure
from chassis.clock import Clock
from chassis.retry import retry
from contracts.messages.sharing import ErasePerson, ErasureBegun

_LOG = logging.getLogger(__name__)


class ErasePersonHandler:
    """Consumes ErasePerson, answers ErasureBegun, emits PersonErased.

    Twice: a tombstone says that it was done, so the answer is the same, without credentials: there are none left, and
    caches hear of the person. A crash before the message is told leaves it to the next round of `TellChanges`.
    """

    def __init__(self, erasure: Erasure, tell_changes: TellChanges, clock: Clock) -> None:
        self._erasure = erasure
        self._tell_changes = tell_changes
        self._clock = clock

    async def __call__(self, request: ErasePerson) -> ErasureBegun:
        """Raises Refusal for an id that was never anybody's."""
        hashes = await self._erasure.erase(request.person_id, self._clock())
        if hashes is None:
            raise refusals.unknown_person()
        # tried again here, not from the start: the hashes are known only now
        await retry(self._tell_changes)
        _LOG.info("erased")
        return ErasureBegun(credential_hashes=hashes)
