"""Where a sample plays at this moment, for sources whose addresses end after some minutes."""

from contracts.messages.media import AskSample, SampleAnswered
from contracts.topics import Topic
from gateway.domain.ids import is_id
from gateway.domain.problems import NOT_FOUND, Refused
from gateway.handlers.asking import ask_twice
from gateway.ports import Asks

_WAITS_S = (3.0, 5.0)
"""Somebody has clicked and waits for sound; the enricher asks the source in between."""


class Samples:
    """Asks the enricher for addresses. A request without a reply is sent once more: an address is only looked up."""

    def __init__(self, asks: Asks) -> None:
        self._asks = asks

    async def address(self, key: str) -> str:
        """Where the sample of the track with this media key plays now.

        Raises Refused where there is none, NoReply, RequestRefused, Retryable.
        """
        url = await self._asked(key) if is_id(key) else None
        if url is None:
            raise Refused(NOT_FOUND, "There is no sample of this track any more. Load the report anew.")
        return url

    async def _asked(self, key: str) -> str | None:
        request = AskSample(key=key)
        return (await ask_twice(self._asks, Topic.SAMPLE_REQUESTS, key, request, SampleAnswered, _WAITS_S)).url
