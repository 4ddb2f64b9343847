"""Requests at Nachklang's public HTTP interface, and what comes back, whatever it is."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import aiohttp


class Answered(NamedTuple):
    """What came back. `body` is the JSON where it is JSON, else the text."""

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
        is_json = answer.content_type.endswith("json")
        content = await (answer.json(content_type=None) if is_json else answer.text())
        return Answered(answer.status, content, answer.headers)


@asynccontextmanager
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    """An HTTP client that keeps cookies, of an IP address too."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        yield http
