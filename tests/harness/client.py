"""A person at Nachklang's public HTTP interface, as a script would be one: signs in, uploads, asks."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp

from tests.harness.asking import Answered, ask, browser

POLL_SECONDS = 0.02
DONE_WITHIN_SECONDS = 180.0
FINAL = frozenset({"done", "failed"})


class Person:
    """One signed-in person. `http` keeps the cookies; `csrf` goes with every change."""

    def __init__(self, http: aiohttp.ClientSession, url: str, me: Mapping[str, Any]) -> None:
        self.http = http
        self.url = url
        self.me = dict(me)

    @property
    def id(self) -> str:
        """Their id."""
        return str(self.me["id"])

    @property
    def csrf(self) -> dict[str, str]:
        """The header that requests with a cookie need when they change something."""
        return {"X-CSRF-Token": str(self.me["csrf_token"])}

    async def get(self, path: str, **params: Any) -> Any:
        """The JSON of a GET that must succeed."""
        async with self.http.get(self.url + path, params=params) as answer:
            body = await answer.text()
            assert answer.status == 200, f"{path}: {answer.status} {body}"
            return await answer.json()

    async def ask(self, method: str, path: str, body: Any = None, **params: Any) -> Answered:
        """Any request with the person's session and CSRF token, whatever comes of it."""
        return await ask(self.http, method, self.url + path, body, params, self.csrf)

    async def change(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """A request that changes something and must be answered with `status`; the body of the answer."""
        answered = await self.ask(method, path, body)
        assert answered.status == status, f"{method} {path}: {answered.status} {answered.body}"
        return answered.body

    async def token(self, name: str = "script") -> dict[str, Any]:
        """A new personal access token: `id`, `name` and, this once, `token`."""
        return dict(await self.change("POST", "/api/v1/tokens", {"name": name}, 201))

    async def share_history(self, sharing: bool = True) -> None:
        """Let the people of the instance pick this history, or let them no more."""
        await self.change("PATCH", "/api/v1/me", {"sharing": sharing})

    async def upload(self, body: Path | bytes, filename: str = "my_spotify_data.zip") -> str:
        """Upload a file as it is; the id of the upload."""
        headers = {"Content-Type": "application/octet-stream", "X-Filename": quote(filename), **self.csrf}
        data = body if isinstance(body, bytes) else await asyncio.to_thread(body.read_bytes)
        async with self.http.post(f"{self.url}/api/v1/uploads", data=data, headers=headers) as answer:
            text = await answer.text()
            assert answer.status == 202, f"{answer.status} {text}"
            return str((await answer.json())["id"])

    async def finished(self, upload_id: str, within: float = DONE_WITHIN_SECONDS) -> dict[str, Any]:
        """The upload, once it is done or failed. Asks through restarts of the gateway."""
        deadline = time.monotonic() + within
        last: Any = None
        while time.monotonic() < deadline:
            try:
                last = await self.get(f"/api/v1/uploads/{upload_id}")
            except (aiohttp.ClientError, AssertionError) as error:
                last = repr(error)
            else:
                if last["state"] in FINAL:
                    return dict(last)
            await asyncio.sleep(POLL_SECONDS)
        raise AssertionError(f"not finished within {within} s: {last}")

    async def imported(self, body: Path | bytes, filename: str = "my_spotify_data.zip") -> dict[str, Any]:
        """Upload and wait for the end."""
        return await self.finished(await self.upload(body, filename))

    async def wrapped(self, **params: Any) -> dict[str, Any]:
        """The wrapped of a window: `from_`, `to`, `by`, `limit`."""
        return dict(await self.get("/api/v1/wrapped", **{name.rstrip("_"): value for name, value in params.items()}))

    async def eventually(self, there: Callable[[dict[str, Any]], bool], within: float = DONE_WITHIN_SECONDS) -> None:
        """Return when the report over everything is as it should become."""
        deadline = time.monotonic() + within
        while not there(report := await self.wrapped(limit=1)):
            assert time.monotonic() < deadline, report["totals"]
            await asyncio.sleep(POLL_SECONDS)

    async def plays(self, **filters: str) -> tuple[list[dict[str, Any]], dict[str, int]]:
        """All plays behind a number, of every page, with the sums that go with them."""
        page = await self.get("/api/v1/plays", limit=500, **filters)
        plays, sums = page["items"], page["sums"]
        while page["next"] is not None:
            page = await self.get("/api/v1/plays", limit=500, cursor=page["next"], **filters)
            plays += page["items"]
        return plays, sums

    async def in_zone(self, zone: str) -> None:
        """Set the time zone."""
        async with self.http.patch(f"{self.url}/api/v1/me", json={"time_zone": zone}, headers=self.csrf) as answer:
            assert answer.status == 200, await answer.text()
        self.me["time_zone"] = zone


async def come_back(http: aiohttp.ClientSession, url: str, name: str, **login: str) -> str:
    """Begin a sign-in and agree as `name` at the double; the address that it sends the browser back to."""
    begun = await ask(http, "GET", f"{url}/auth/login", params={"next": "/", **login})
    assert begun.status == 302, begun.body
    agreed = await ask(http, "GET", f"{begun.headers['Location']}&as={name}")
    assert agreed.status == 302, agreed.body
    return agreed.headers["Location"]


async def enter(http: aiohttp.ClientSession, url: str, name: str) -> Person:
    """Sign `name` in at the double by the real flow, in this browser."""
    entered = await ask(http, "GET", await come_back(http, url, name))
    assert entered.status == 302, entered.body
    return await whoever_is_in(http, url)


async def whoever_is_in(http: aiohttp.ClientSession, url: str) -> Person:
    """The person of the session that this browser has."""
    me = await ask(http, "GET", f"{url}/api/v1/me")
    assert me.status == 200, me.body
    return Person(http, url, me.body)


@asynccontextmanager
async def signed_in(url: str, name: str) -> AsyncIterator[Person]:
    """Somebody in a browser of their own."""
    async with browser() as http:
        yield await enter(http, url, name)
