"""Sending what is made while it is sent. What breaks off in the middle is seen to be broken: the connection is cut."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping

from aiohttp import web

_STALLED_SECONDS = 60.0
_CHECK_SECONDS = 10.0

_LOG = logging.getLogger(__name__)


class NoLongerAdmitted(Exception):
    """The caller's credential has ended while the answer was sent."""


async def send_pieces(
    request: web.Request,
    headers: Mapping[str, str],
    pieces: AsyncGenerator[bytes, None],
    admitted: Callable[[], Awaitable[bool]],
) -> web.StreamResponse:
    """Send `pieces`, no faster than the caller reads, as long as they are `admitted`: looked at now and then, and
    before the last piece, which makes it a whole.

    What `pieces` raises before the first one is raised: it is a problem like any other. After that the connection is
    cut before its end, for nobody may take a part for the whole.
    """
    held = await anext(pieces)
    response = web.StreamResponse(headers=headers)
    try:
        await response.prepare(request)
        checked = time.monotonic()
        async for piece in pieces:
            if time.monotonic() - checked >= _CHECK_SECONDS:
                await _check(admitted)
                checked = time.monotonic()
            await _write(response, held)
            held = piece
        await _check(admitted)
        await _write(response, held)
        await response.write_eof()
    except ConnectionError:
        _LOG.info("the caller has gone in the middle of an answer")
    except Exception:  # whatever it is, the status was sent long ago
        _LOG.exception("an answer broke off in the middle")
        if request.transport is not None:
            request.transport.abort()
    finally:
        await pieces.aclose()
    return response


async def _check(admitted: Callable[[], Awaitable[bool]]) -> None:
    if not await admitted():
        raise NoLongerAdmitted


async def _write(response: web.StreamResponse, piece: bytes) -> None:
    """Returns when the caller has room for more. Raises TimeoutError where they take nothing for long."""
    async with asyncio.timeout(_STALLED_SECONDS):
        await response.write(piece)
