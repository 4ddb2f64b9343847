"""Server-sent events: one response that stays open, with a comment now and then so that nobody cuts it."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, NamedTuple

import msgspec
from aiohttp import web

_QUIET_SECONDS = 15.0
_CHECK_SECONDS = 10.0
_HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
_COMMENT = b": still here\n\n"


class Event(NamedTuple):
    """One event: its name and what is sent with it as JSON."""

    name: str
    data: Any


Admitted = Callable[[], Awaitable[bool]]
"""Whether the caller's credential still holds."""


async def send_events(
    request: web.Request, events: AsyncIterator[Event | None], admitted: Admitted
) -> web.StreamResponse:
    """Send `events` until they end, the caller goes, or is `admitted` no more, which is looked at now and then.

    None stands for "nothing new for a moment".
    """
    response = web.StreamResponse(headers=_HEADERS)
    await response.prepare(request)
    try:
        await response.write(_COMMENT)
        await _send(response, events, admitted)
        await response.write_eof()
    except ConnectionError:
        pass  # the caller has gone, which is how these streams usually end
    return response


async def _send(response: web.StreamResponse, events: AsyncIterator[Event | None], admitted: Admitted) -> None:
    last = checked = time.monotonic()
    async for event in events:
        now = time.monotonic()
        if now - checked >= _CHECK_SECONDS:
            if not await admitted():
                return
            checked = now
        if event is not None:
            await response.write(_text(event))
        elif now - last >= _QUIET_SECONDS:
            await response.write(_COMMENT)
        else:
            continue
        last = now


def _text(event: Event) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (event.name.encode(), msgspec.json.encode(event.data))
