"""A double on a free port, with a clock that stands still, and a client that speaks OAuth with it."""

import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from stack.double.http.app import create_app
from stack.double.settings import Settings
from stack.double.world import create_world

REDIRECT = "http://127.0.0.1:8080/auth/callback"
CLIENT, SECRET = "client", "secret"
BASIC = {"Authorization": "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()}
EVERYTHING = "user-read-private user-read-email user-read-recently-played user-top-read"
NOW = 1_790_000_000_000


@dataclass
class Double:
    """One running double seen from outside."""

    http: TestClient  # type: ignore[type-arg]  # its application type says nothing here

    async def switch(self, **fields: object) -> None:
        """Set switches."""
        answer = await self.http.post("/_double/switches", json=fields)
        assert answer.status == 200, await answer.text()

    async def authorize(self, **query: str) -> ClientResponse:
        """Ask for consent with a correct request, changed by `query`."""
        usual = {
            "client_id": CLIENT,
            "response_type": "code",
            "redirect_uri": REDIRECT,
            "state": "s",
            "scope": EVERYTHING,
        }
        return await self.http.get("/authorize", params=usual | query, allow_redirects=False)

    async def code(self, person: str = "anna", **query: str) -> str:
        """A code for a person."""
        return answer_of(await self.authorize(**{"as": person}, **query))["code"]

    async def exchange(self, headers: dict[str, str] = BASIC, /, **form: str) -> ClientResponse:
        """Bring a form to the token endpoint."""
        return await self.http.post("/api/token", data=form, headers=headers)

    async def tokens(self, person: str = "anna", **query: str) -> dict[str, str]:
        """Sign a person in."""
        code = await self.code(person, **query)
        answer = await self.exchange(grant_type="authorization_code", code=code, redirect_uri=REDIRECT)
        assert answer.status == 200
        return dict(await answer.json())

    async def app_token(self) -> str:
        """A token without a person."""
        answer = await self.exchange(grant_type="client_credentials")
        return str((await answer.json())["access_token"])

    async def get(self, path: str, token: str, **query: str) -> ClientResponse:
        """Call the Web API."""
        return await self.http.get("/v1" + path, params=query, headers={"Authorization": f"Bearer {token}"})


def answer_of(response: ClientResponse) -> dict[str, str]:
    """The query that the browser is sent back with."""
    assert response.status == 302
    location = response.headers["Location"]
    assert location.startswith(REDIRECT + "?")
    return {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}


@pytest.fixture
async def double(tmp_path: Path) -> AsyncIterator[Double]:
    settings = Settings("127.0.0.1", 0, "http://double.example", CLIENT, SECRET, (REDIRECT,), None)
    async with TestClient(TestServer(create_app(create_world(settings, lambda: NOW)))) as client:
        yield Double(client)
