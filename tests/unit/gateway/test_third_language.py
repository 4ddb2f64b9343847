"""A third language is one file: with it a share is shown, drawn and previewed in that language, with nothing else."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from contracts.messages.shares import Share
from gateway.adapters.languages import read_languages
from gateway.adapters.share_picture import SharePicture
from gateway.handlers.drawn_pictures import DrawnPictures
from gateway.handlers.identity import Identity
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf
from gateway.handlers.share_pages import SharePages
from gateway.http.cookies import Cookies
from gateway.http.guard import Guard
from gateway.http.openapi import document
from gateway.http.origin import OwnOrigin
from gateway.http.problems import problems
from gateway.http.routes.share_pages import SharePageRoutes
from gateway.http.serving import add_operations
from gateway.ports import FrozenShare
from tests.unit.gateway.answers import small_answer
from tests.unit.gateway.fakes import FakeAnnounces, FakeAsks, FakeCache, FakeStore
from tests.unit.gateway.languages import FOLDER

URL = "https://nachklang.example"
SHARE = "0" * 32
FONTS = FOLDER.parent / "fonts"
Client = TestClient[web.Request, web.Application]


class OneShare:
    """A store with one share."""

    async def shares(self, person_id: str) -> list[Share]:
        return []

    async def share(self, share_id: str) -> FrozenShare | None:
        answer = small_answer()
        return (
            FrozenShare("a" * 32, "Mara", 1_764_000_000_000, msgspec.json.encode(answer)) if share_id == SHARE else None
        )


def clock() -> int:
    return 1_000_000


@pytest.fixture
def routes(tmp_path: Path) -> SharePageRoutes:
    """What is served of shares, with English and a third language that says everything its own way."""
    english = (FOLDER / "en.json").read_text("utf-8")
    file = json.loads(english)
    file |= {"tag": "nl-NL", "share": {name: f"nl {text}" for name, text in file["share"].items()}}
    (tmp_path / "en.json").write_text(english, "utf-8")
    (tmp_path / "nl.json").write_text(json.dumps(file), "utf-8")
    shelf, requests = MediaShelf(FakeStore(), clock), MediaRequests(FakeAnnounces(), clock)
    pages = SharePages(OneShare(), shelf, requests, SharePicture(FONTS), DrawnPictures(()), URL, ())
    return SharePageRoutes(pages, read_languages(tmp_path), FONTS, ())


@pytest.fixture
async def client(routes: SharePageRoutes) -> AsyncIterator[Client]:
    """Somebody who visits."""
    guard = Guard(Identity(FakeAsks(lambda request: request), FakeCache(), clock), Cookies(secure=False))
    app = web.Application(middlewares=[problems])
    add_operations(app, routes.operations(), guard, OwnOrigin(URL))
    async with TestClient(TestServer(app)) as served:
        yield served


async def read(client: Client, path: str, accept: str) -> tuple[int, str | None, str]:
    """Status, language and text of an answer."""
    async with client.get(path, headers={"Accept-Language": accept}) as told:
        return told.status, told.headers.get("Content-Language"), await told.text()


async def test_the_page_is_shown_in_it_to_those_who_ask_for_it(client: Client) -> None:
    status, language, text = await read(client, f"/s/{SHARE}", "nl-BE,en;q=0.5")
    assert (status, language) == (200, "nl")
    for part in (
        '<html lang="nl">', "nl What <bdi>Mara</bdi> listened to", "nl Different tracks", "14\u00a0nov\u00a02023",
        'content="nl_NL"', f"/s/{SHARE}.png?lang=nl",
    ):  # fmt: skip
        assert part in text
    assert (await read(client, f"/s/{SHARE}", "en"))[1] == "en"


async def test_so_is_the_page_for_an_address_without_a_share(client: Client) -> None:
    status, language, text = await read(client, "/s/nothing", "nl")
    assert (status, language) == (404, "nl")
    assert "nl This page is not here" in text


async def test_so_is_the_picture(client: Client) -> None:
    drawn = {lang: await (await client.get(f"/s/{SHARE}.png?lang={lang}")).read() for lang in ("en", "nl")}
    assert drawn["nl"][:4] == b"\x89PNG"
    assert drawn["nl"] != drawn["en"]


async def test_a_language_that_has_no_file_is_refused(client: Client) -> None:
    assert (await read(client, f"/s/{SHARE}?lang=fr", "nl"))[0] == 400


def test_the_document_names_those_that_have_one(routes: SharePageRoutes) -> None:
    parameters = document(routes.operations())["paths"]["/s/{id}"]["get"]["parameters"]
    (lang,) = (each["schema"] for each in parameters if each["name"] == "lang")
    assert lang["enum"] == ["en", "nl"]
