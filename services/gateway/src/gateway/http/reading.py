"""Reading what a request brings: its query and its JSON body, by the struct that the operation declares."""

import asyncio
from typing import TypeVar

import msgspec
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web_protocol import RequestPayloadError

from gateway.domain.problems import BODY_STALLED, INVALID_REQUEST, UNSUPPORTED_TYPE, Refused

T = TypeVar("T")

BROKEN_OFF = (ConnectionError, RequestPayloadError, HttpProcessingError)
"""What aiohttp raises where a body does not come whole, or not as its headers say."""
_BODY_SECONDS = 10.0
"""A body of JSON is small: whoever sends it slower holds a connection for nothing."""


def read_query(request: web.Request, cls: type[T]) -> T:
    """The query as `cls`; parameters without a value count as absent, unknown ones are ignored. Raises Refused."""
    given = {name: value for name, value in request.query.items() if value}
    try:
        return msgspec.convert(given, cls, strict=False)
    except msgspec.ValidationError as error:
        raise Refused(INVALID_REQUEST, f"{_located(error)}. /api/docs shows what is taken.") from error


async def read_body(request: web.Request, cls: type[T]) -> T:
    """The JSON body as `cls`. Raises Refused."""
    if request.content_type != "application/json":
        raise Refused(UNSUPPORTED_TYPE, "Send the body as application/json.")
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            content = await request.read()
    except TimeoutError as late:
        raise Refused(
            BODY_STALLED, f"The body did not arrive within {_BODY_SECONDS:.0f} seconds. Send it again."
        ) from late
    except BROKEN_OFF as cut:
        raise Refused(
            INVALID_REQUEST, "The body broke off or is not packed as its headers say. Send it again."
        ) from cut
    try:
        return msgspec.json.decode(content, type=cls)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(INVALID_REQUEST, f"The body: {error}. /api/docs shows what is taken.") from error


def _located(error: msgspec.ValidationError) -> str:
    """What is wrong, with the name of the parameter first."""
    problem, _, place = str(error).partition(" - at `$.")
    return f"`{place.rstrip('`')}`: {problem}" if place else f"The query: {problem}"
