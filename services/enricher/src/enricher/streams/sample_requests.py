"""`sample-requests` in, `gateway-replies` out."""

from typing import Any

from chassis.clock import Clock
from chassis.errors import InvalidMessage, Retryable
from chassis.publish import Publisher
from chassis.rpc import Reply
from contracts.messages import Message
from contracts.messages.media import AskSample
from enricher.handlers.answer_sample import AnswerSampleHandler


class SampleRequests:
    """Replies to every question; to one that nobody waits for any more with nothing at all."""

    def __init__(self, handler: AnswerSampleHandler, publisher: Publisher, clock: Clock) -> None:
        self._handler = handler
        self._publisher = publisher
        self._clock = clock

    async def __call__(self, message: Message, record: Any) -> None:
        """Consumes AskSample. Twice: the handler bears it, and the gateway ignores a second reply."""
        if not isinstance(message, AskSample):
            raise InvalidMessage(f"{message.SCHEMA} is no question for a sample")
        reply = Reply(self._publisher, record.headers, self._clock)
        if reply.too_late():
            return
        try:
            answer = await self._handler(message)
        except Retryable as away:  # somebody waits for it now: tried again later it is of no use
            await reply.refuse("sample-unavailable", str(away), retryable=True)
        else:
            await reply.send(answer)
