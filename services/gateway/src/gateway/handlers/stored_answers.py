"""Answers in the serving store: there before their reply is sent, so a lost reply costs a look."""

import asyncio
import logging

import msgspec

from chassis.errors import Retryable
from contracts.messages.wrapped import Wrapped
from gateway.handlers.together import Together
from gateway.ports import ServingStore

_BEAT_S = 0.05
_FIRST_PAUSE_S = 0.05
_LONGEST_PAUSE_S = 1.0

_ANSWERS = msgspec.json.Decoder(Wrapped)
_LOG = logging.getLogger(__name__)


class StoredAnswers:
    """Looks for answers. Pauses end on a beat, so that all who wait look with one query."""

    def __init__(self, store: ServingStore) -> None:
        self._found = Together(store.answers)

    async def look(self, key: str, least_revision: int) -> Wrapped | None:
        """The answer to the question of this key, if it is there and of at least this revision."""
        try:
            stored = (await self._found.get([key])).get(key)
        except Retryable as error:
            _LOG.warning("the store does not answer", extra={"reason": str(error)})
            return None
        return None if stored is None or stored.revision < least_revision else readable(stored.body)

    async def appears(self, key: str, least_revision: int) -> Wrapped:
        """The answer as soon as it is there, looked for with a growing pause."""
        pause, clock = _FIRST_PAUSE_S, asyncio.get_running_loop().time
        while True:
            ends = clock() + pause
            await asyncio.sleep(ends - clock() + -ends % _BEAT_S)
            answer = await self.look(key, least_revision)
            if answer is not None:
                return answer
            pause = min(pause * 2, _LONGEST_PAUSE_S)


def readable(body: bytes) -> Wrapped | None:
    """None for what an earlier or later version of the services wrote: it is asked for anew."""
    try:
        return _ANSWERS.decode(body)
    except msgspec.DecodeError as error:
        _LOG.warning("an answer that was kept can't be read", extra={"reason": str(error)})
        return None
