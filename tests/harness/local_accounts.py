"""Local accounts at a running stack: the operator's first link, invitations, joining, and signing in by password."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import aiohttp

from tests.harness.asking import Answered, ask, browser
from tests.harness.client import Person, whoever_is_in
from tests.harness.stack import Nachklang

LINK = re.compile(r"https?://\S+/join/#\S+")
PASSWORD = "correct horse battery staple"


async def operators_link(nachklang: Nachklang) -> str:
    """What `make admin` prints: a link that makes an operator."""
    printed = await nachklang.job("admin")
    found = LINK.search(printed)
    assert found, printed
    return found.group()


async def invite(operator: Person, admin: bool = False) -> str:
    """A link by which one person may join."""
    return str((await operator.change("POST", "/api/v1/invitations", {"admin": admin}, 201))["url"])


async def try_to_join(http: aiohttp.ClientSession, url: str, link: str, login: str, **more: str) -> Answered:
    """Take an invitation; what comes of it."""
    body = {"code": urlsplit(link).fragment, "login": login, "name": login.title(), "password": PASSWORD} | more
    return await ask(http, "POST", f"{url}/auth/join", body, headers=same_origin(url))


async def try_password(http: aiohttp.ClientSession, url: str, login: str, password: str = PASSWORD) -> Answered:
    """Sign in by password; what comes of it."""
    body = {"login": login, "password": password}
    return await ask(http, "POST", f"{url}/auth/password", body, headers=same_origin(url))


@asynccontextmanager
async def joined(url: str, link: str, login: str, **more: str) -> AsyncIterator[Person]:
    """Whoever took an invitation, in a browser of their own."""
    async with browser() as http:
        answered = await try_to_join(http, url, link, login, **more)
        assert answered.status == 204, answered.body
        yield await whoever_is_in(http, url)


@asynccontextmanager
async def signed_in_by_password(url: str, login: str) -> AsyncIterator[Person]:
    """Somebody with a local account, in another browser."""
    async with browser() as http:
        answered = await try_password(http, url, login)
        assert answered.status == 204, answered.body
        yield await whoever_is_in(http, url)


def same_origin(url: str) -> dict[str, str]:
    """What a browser says of requests that our own page makes."""
    return {"Origin": url, "Sec-Fetch-Site": "same-origin"}
