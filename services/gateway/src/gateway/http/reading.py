"""Reading what a request brings: its query and its JSON body, by the struct that the operation declares."""

import asyncio
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

import msgspec
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web_protocol import RequestPayloadError

from gateway.domain.problems import BODY_STALLED, INVALID_REQUEST, UNSUPPORTED_TYPE, Refused

T = TypeVar("T")
Query = TypeVar("Query", bound=msgspec.Struct)

BROKEN_OFF = (ConnectionError, RequestPayloadError, HttpProcessingError)
"""What aiohttp raises where a body does not come whole, or not as its headers say."""
_JARGON = ("Expected `str` matching regex", "Invalid RFC3339")
_BODY_SECONDS = 10.0
"""A body of JSON is small: whoever sends it slower holds a connection for nothing."""


def read_query(request: web.Request, cls: type[Query]) -> Query:
    """The query as `cls`; parameters without a value count as absent, unknown ones are ignored. Raises Refused."""
    given = {name: value for name, value in request.query.items() if value}
    try:
        query = msgspec.convert(given, cls, strict=False)
    except msgspec.ValidationError as error:
        raise Refused(INVALID_REQUEST, _in_words(error, cls, "The query")) from error
    # msgspec reads the text "null" as nothing where no text is asked for; whoever sends it meant something.
    for field in msgspec.structs.fields(query):
        if field.encode_name in given and getattr(query, field.name) is None:
            raise Refused(
                INVALID_REQUEST, f"`{field.encode_name}`: no value. Leave it out. /api/docs shows what is taken."
            )
    return query


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
    except msgspec.ValidationError as error:
        raise Refused(INVALID_REQUEST, _in_words(error, cls, "The body")) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(INVALID_REQUEST, f"The body: {error}. /api/docs shows what is taken.") from error


def _in_words(error: msgspec.ValidationError, cls: type, whole: str) -> str:
    """What is wrong, with the name of the field first; in the words of its declaration where ours would be jargon."""
    problem, _, place = str(error).partition(" - at `$.")
    name = place.rstrip("`")
    described = _descriptions(cls).get(name) if problem.startswith(_JARGON) else None
    field = f"`{name}`" if name else whole
    return (
        f"{field}: {f'cannot be read. It takes: {described}' if described else problem}. /api/docs shows what is taken."
    )


@cache
def _descriptions(cls: type) -> dict[str, str]:
    """The descriptions of the fields of a struct, by the names that callers write."""
    described = msgspec.json.schema_components([cls])[1][cls.__name__]
    fields: dict[str, Any] = described.get("properties", {})
    of_types = {name: [field, *field.get("anyOf", ())] for name, field in fields.items()}
    return {name: text for name, types in of_types.items() if (text := _first_description(types))}


def _first_description(types: Iterable[dict[str, Any]]) -> str | None:
    return next((of["description"] for of in types if "description" in of), None)
