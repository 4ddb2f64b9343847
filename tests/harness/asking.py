"""Requests at Nachklang's public HTTP interface, and what comes back, whatever it is."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import aiohttp


class Answered(NamedTuple):
    """What came back. `body` is the JSON where it is JSON, text where it is text, else the bytes."""

    status: int
    body: Any
    headers: Mapping[str, str]


async def ask(
    http: aiohttp.ClientSession,
    method: str,
    address: str,
    body: Any = None,
    params: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answered:
    """One request as it is, with a JSON body where there is one; follows no redirect."""
    sent = {} if body is None else {"json": body}
    async with http.request(method, address, params=params, headers=headers, allow_redirects=False, **sent) as answer:
        return Answered(answer.status, await _content(answer), answer.headers)


async def _content(answer: aiohttp.ClientResponse) -> Any:
    if answer.content_type.endswith("json"):
        return await answer.json(content_type=None)
    return await (answer.text() if answer.content_type.startswith("text/") else answer.read())


@asynccontextmanager
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    """An HTTP client that keeps cookies, of an IP address too."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        yield http
