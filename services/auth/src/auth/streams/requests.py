"""`auth-requests` in, `gateway-replies` out: decode, call the one handler, reply."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from prometheus_client import Counter

from auth.domain.refusals import Refusal
from chassis.clock import Clock
from chassis.errors import InvalidMessage
from chassis.publish import Publisher
from chassis.rpc import Reply
from contracts.messages import Message

RequestHandler = Callable[[Any], Awaitable[Message]]
"""Takes the message of its type, gives the reply, raises Refusal."""

_ANSWERED = Counter("auth_requests", "Requests answered, by schema and outcome", ["schema", "outcome"])


class Requests:
    """Replies to every request; to one that nobody waits for any more with nothing at all."""

    def __init__(self, handlers: Mapping[type[Message], RequestHandler], publisher: Publisher, clock: Clock) -> None:
        self._handlers = handlers
        self._publisher = publisher
        self._clock = clock

    async def __call__(self, message: Message, record: Any) -> None:
        """Consumes any request of the topic. Twice: the handlers bear it, and the gateway ignores a second reply."""
        handler = self._handlers.get(type(message))
        if handler is None:
            raise InvalidMessage(f"{message.SCHEMA} is no request to auth")
        reply = Reply(self._publisher, record.headers, self._clock)
        if reply.too_late():
            _ANSWERED.labels(message.SCHEMA, "too late").inc()
            return
        try:
            await reply.send(await handler(message))
            _ANSWERED.labels(message.SCHEMA, "done").inc()
        except Refusal as refusal:
            await reply.refuse(
                refusal.code, refusal.detail, retryable=refusal.retryable, retry_after_s=refusal.retry_after_s
            )
            _ANSWERED.labels(message.SCHEMA, refusal.code).inc()
