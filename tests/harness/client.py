"""A person at Nachklang's public HTTP interface, as a script would be one: signs in, uploads, asks."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp

POLL_SECONDS = 0.02
DONE_WITHIN_SECONDS = 120.0
FINAL = frozenset({"done", "failed"})


class Person:
    """One signed-in person. `http` keeps the cookies; `csrf` goes with every change."""

    def __init__(self, http: aiohttp.ClientSession, url: str, me: Mapping[str, Any]) -> None:
        self.http = http
        self.url = url
        self.me = dict(me)

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


@asynccontextmanager
async def signed_in(url: str, name: str) -> AsyncIterator[Person]:
    """Sign `name` in at the double by the real flow, following its redirects."""
    jar = aiohttp.CookieJar(unsafe=True)  # the cookies belong to an IP address
    async with aiohttp.ClientSession(cookie_jar=jar) as http:
        async with http.get(f"{url}/auth/login", params={"next": "/"}, allow_redirects=False) as answer:
            assert answer.status == 302, await answer.text()
            authorize = f"{answer.headers['Location']}&as={name}"
        async with http.get(authorize, allow_redirects=False) as answer:
            assert answer.status == 302, await answer.text()
            callback = answer.headers["Location"]
        async with http.get(callback, allow_redirects=False) as answer:
            assert answer.status == 302, await answer.text()
        async with http.get(f"{url}/api/v1/me") as answer:
            assert answer.status == 200, await answer.text()
            me = await answer.json()
        yield Person(http, url, me)
