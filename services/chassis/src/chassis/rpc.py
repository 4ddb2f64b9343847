"""Request and reply over Kafka: a future per correlation id, a deadline, and replies that every requester reads."""

import asyncio
from typing import Any

from chassis import context
from chassis.clock import Clock
from chassis.errors import InvalidMessage, Retryable
from chassis.follow import Follower
from chassis.kafka import Brokers
from chassis.publish import Publisher
from contracts.messages import Message, RequestFailed
from contracts.topics import Topic


class NoReply(Exception):
    """Nobody answered before the deadline. The request may still be carried out."""


class RequestRefused(Exception):
    """The responder answered with an error. `failure` says what and what to do."""

    def __init__(self, failure: RequestFailed) -> None:
        super().__init__(failure.code)
        self.failure = failure


class Requester:
    """Sends requests and waits for their replies in one fixed topic. Foreign replies are ignored."""

    def __init__(self, brokers: Brokers, publisher: Publisher, reply_to: Topic, clock: Clock) -> None:
        self._publisher = publisher
        self._reply_to = reply_to
        self._clock = clock
        self._waiting: dict[str, asyncio.Future[Message]] = {}
        self.follower = Follower(brokers, [reply_to], self._arrived, from_beginning=False, wanted=self._awaited)

    async def ask(self, topic: Topic, key: str, request: Message, timeout_s: float) -> Message:
        """The reply to `request`. Raises NoReply after `timeout_s` seconds, RequestRefused, Retryable (no broker)."""
        request_id = context.new_correlation_id()
        headers = [
            ("request_id", request_id.encode()),
            ("reply_to", self._reply_to.encode()),
            ("deadline_ms", str(self._clock() + int(timeout_s * 1000)).encode()),
        ]
        future: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._waiting[request_id] = future
        sent = False
        try:
            async with asyncio.timeout(timeout_s):
                await self._publisher.publish(topic, key, request, headers)
                sent = True
                reply = await future
        except TimeoutError as error:
            if not sent:
                raise Retryable(f"Kafka: no acknowledgement within {timeout_s} s") from error
            raise NoReply(f"no reply to {request.SCHEMA} within {timeout_s} s") from error
        finally:
            del self._waiting[request_id]
        if isinstance(reply, RequestFailed):
            raise RequestRefused(reply)
        return reply

    def _awaited(self, record: Any) -> bool:
        """Whether the reply is to a request from here: others' are large, and none of our business."""
        return context.header(record.headers, "request_id") in self._waiting

    async def _arrived(self, message: Message, record: Any) -> None:
        future = self._waiting.get(context.header(record.headers, "request_id"))
        if future is not None and not future.done():
            future.set_result(message)


class Reply:
    """Where the reply to one request goes, by the request's headers. Raises InvalidMessage if they say nonsense."""

    def __init__(self, publisher: Publisher, headers: Any, clock: Clock) -> None:
        self._publisher = publisher
        self._request_id = context.header(headers, "request_id")
        try:
            self._reply_to = Topic(context.header(headers, "reply_to"))
            self._deadline_ms = int(context.header(headers, "deadline_ms") or 0)
        except ValueError as error:
            raise InvalidMessage(f"not a request: {error}") from error
        self._clock = clock

    def too_late(self) -> bool:
        """Whether nobody waits any more, so that the work can be left undone."""
        return bool(self._deadline_ms) and self._clock() > self._deadline_ms

    async def send(self, message: Message) -> None:
        """Send the reply and wait until the broker has it. Raises Retryable."""
        headers = [("request_id", self._request_id.encode())]
        await self._publisher.publish(self._reply_to, self._request_id, message, headers)

    async def refuse(
        self, code: str, detail: str, *, retryable: bool = False, retry_after_s: int | None = None
    ) -> None:
        """Reply with an error; `retry_after_s` as RequestFailed has it."""
        await self.send(RequestFailed(code=code, detail=detail, retryable=retryable, retry_after_s=retry_after_s))
