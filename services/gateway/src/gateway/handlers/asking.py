"""Asking another service: the auth service, or one whose answers may be asked for once more."""

from typing import TypeVar

from chassis import context
from chassis.rpc import NoReply
from contracts.messages import Message
from contracts.topics import Topic
from gateway.ports import Asks

M = TypeVar("M", bound=Message)

AUTH_SECONDS = 10.0
"""Long enough for the auth service to be killed and started again in between."""


class UnexpectedReply(Exception):
    """A reply of another kind than the contract says: a fault of the program."""


async def ask_auth(asks: Asks, request: Message, expected: type[M], timeout_s: float = AUTH_SECONDS) -> M:
    """The auth service's reply to `request`. Raises NoReply, RequestRefused, Retryable."""
    key = context.correlation_id.get() or context.new_correlation_id()
    return as_expected(await asks.ask(Topic.AUTH_REQUESTS, key, request, timeout_s), expected)


async def ask_twice(
    asks: Asks, topic: Topic, key: str, request: Message, expected: type[M], waits_s: tuple[float, float] = (5.0, 10.0)
) -> M:
    """The reply to `request`, which is sent once more where none came: asking again must be harmless.

    `waits_s`: how long to wait for the first reply and for the second. Raises NoReply, RequestRefused, Retryable.
    """
    first_s, second_s = waits_s
    try:
        reply = await asks.ask(topic, key, request, first_s)
    except NoReply:
        reply = await asks.ask(topic, key, request, second_s)
    return as_expected(reply, expected)


def as_expected(reply: Message, expected: type[M]) -> M:
    """`reply` as what it must be. Raises UnexpectedReply."""
    if not isinstance(reply, expected):
        raise UnexpectedReply(f"{reply.SCHEMA} instead of {expected.SCHEMA}")
    return reply
