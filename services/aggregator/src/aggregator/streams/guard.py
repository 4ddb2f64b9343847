"""Around every handler: no exception may leave an agent, for Faust would count the record as done and lose it."""

import logging
import os
from collections.abc import Awaitable, Callable
from typing import Any

from chassis import context
from chassis.errors import InvalidMessage
from chassis.process import EX_SOFTWARE
from contracts.codec import UnreadableMessage, decode
from contracts.messages import Message

Handle = Callable[[Message, Any], Awaitable[None]]
"""Called with the decoded message and its raw record."""

Reject = Callable[[Any, str], Awaitable[None]]
"""Called with a raw record that can never be read, and the reason."""

_LOG = logging.getLogger(__name__)


async def guarded(record: Any, handle: Handle, reject: Reject) -> None:
    """Decode and handle one record. What cannot be read is rejected; an unknown fault ends the process.

    The offset is not committed then, and the record comes again after the restart.
    """
    headers = record.headers or []
    parent = context.header(headers, "traceparent")
    with context.working_on(context.header(headers, "correlation_id"), parent):
        try:
            await handle(decode(record.value, headers), record)
        except (UnreadableMessage, InvalidMessage) as error:
            await reject(record, str(error))
        except Exception:
            _LOG.exception("the process ends", extra={"topic": record.topic, "offset": record.offset})
            os._exit(EX_SOFTWARE)
