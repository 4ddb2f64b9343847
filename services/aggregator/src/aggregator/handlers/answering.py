"""What all questions share: patience with the world, and an error for every question that cannot be answered."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from aggregator.domain.durable.year_table import UnreadablePlays
from aggregator.domain.segment import UnreadableSegment
from aggregator.domain.times.windows import InvalidQuestion
from aggregator.ports import Reply
from chassis.errors import Retryable
from chassis.retry import retry
from contracts.codec import encode
from contracts.messages import Message

M = TypeVar("M", bound=Message)

_LOG = logging.getLogger(__name__)
ATTEMPTS = 5
"""Together about two seconds; then the one who asked is told, and may ask again."""

MAX_REPLY_BYTES = 900_000
"""As JSON. The topic takes a mebibyte."""

_UNREADABLE = {
    UnreadableSegment: "a history must be rebuilt: python -m aggregator rebuild",
    UnreadablePlays: "durable plays are of another version: this release is older than the one that wrote them",
}


def fitting(message: M) -> M:
    """The message, if a reply takes it; names may be absurdly long. Raises InvalidQuestion."""
    if len(encode(message)) > MAX_REPLY_BYTES:
        raise InvalidQuestion("answer_too_large", "These names are too long for one answer. Ask for fewer at a time.")
    return message


async def answer_with(reply: Reply, answer: Callable[[], Awaitable[Message]]) -> None:
    """Send what `answer` gives, or why there is none. A question whose deadline has passed is left alone."""
    if reply.too_late():
        return
    try:
        message = await retry(answer, attempts=ATTEMPTS)
    except InvalidQuestion as error:
        await _refuse(reply, error.code, str(error))
    except (UnreadableSegment, UnreadablePlays) as error:
        _LOG.error(_UNREADABLE[type(error)], extra={"reason": str(error)})
        detail = "Your figures can't be read just now. Nothing is lost; whoever runs this site has to restore them."
        await _refuse(reply, "history_unreadable", detail, retryable=True)
    except Retryable:
        await _refuse(reply, "unavailable", "The stores do not answer. Try again in a moment.", retryable=True)
    else:
        await retry(lambda: reply.send(message))


async def _refuse(reply: Reply, code: str, detail: str, *, retryable: bool = False) -> None:
    await retry(lambda: reply.refuse(code, detail, retryable=retryable))
