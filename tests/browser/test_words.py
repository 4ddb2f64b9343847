"""Words come like other late code: asked for until they are there, and a page that has none says so with a way on."""

from __future__ import annotations

import asyncio
import re
import time

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.conftest import Open, until
from tests.browser.fixture_server import FixtureServer

ONLINE = "dispatchEvent(new Event('online'))"
"""Ends the pause before the next try."""

# The files of words, without the hash in their names.
PAGES = "/pages.en."
PAGE = "/page.en."


async def keep_away(page: Page, name: str) -> list[str]:
    """No connection for this file. Grows by every question for it."""
    asked: list[str] = []

    async def refuse(route: Route) -> None:
        asked.append(route.request.url)
        await route.abort()

    await page.route(re.compile(re.escape(name)), refuse)
    return asked


async def give_up(page: Page, sign: str) -> None:
    """Until the page says that it tries no more."""
    deadline = time.monotonic() + 20
    while not await page.get_by_text(sign).count():
        assert time.monotonic() < deadline
        await page.evaluate(ONLINE)
        await asyncio.sleep(0.02)


async def test_the_words_of_a_page_are_tried_for_again(open_page: Open, server: FixtureServer) -> None:
    first = await open_page("/icon.svg", tolerant=True, service_workers="block")
    page = await first.context.new_page()
    asked = await keep_away(page, PAGES)
    await page.goto(f"{server.url}/settings/")
    await expect(page.get_by_role("navigation")).to_be_visible()
    await until(lambda: asked)
    await expect(page.get_by_text("settings.title")).to_have_count(0)
    await page.unroute_all()
    await page.evaluate(ONLINE)
    await expect(page.get_by_role("heading", name="Settings")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "says"),
    [(PAGES, "A part of this page could not be fetched"), (PAGE, "This page could not be shown.")],
    ids=["of a part", "of the whole page"],
)
async def test_a_page_without_words_says_so_and_is_loaded_anew(
    name: str, says: str, open_page: Open, server: FixtureServer
) -> None:
    first = await open_page("/icon.svg", tolerant=True, service_workers="block")
    page = await first.context.new_page()
    await keep_away(page, name)
    await page.goto(f"{server.url}/settings/")
    await page.locator(".brand").wait_for()
    await give_up(page, says)
    await page.unroute_all()
    await page.get_by_role("button", name="Load the page anew").click()
    await expect(page.get_by_role("heading", name="Settings")).to_be_visible()
