"""The page in a real browser, against made-up answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.chromium import new_context, running_chromium
from tests.browser.fixture_server import OUT, FixtureServer
from tests.browser.scenario import Scenario

NOW = "2026-11-23T19:20:00Z"
DEADLINE = 10.0
Open = Callable[..., Awaitable[Page]]


async def to_the_end(page: Page) -> None:
    """Scroll to what comes only when it is near, wait until it is there with its answer, and scroll up again."""
    await page.locator(".trio:not([aria-busy=true])").wait_for()
    await page.locator(".below-place, .night").first.evaluate("place => place.scrollIntoView()")
    await page.locator("#counted-title").wait_for()
    await page.locator(".below[aria-busy=false]").wait_for(state="attached")
    await page.evaluate("scrollTo(0, 0)")


async def settled(page: Page) -> None:
    """Wait for what comes to one's own listening a moment later: from then on nothing moves by itself."""
    for late in (".strip-foot", "button.whose", ".row"):
        await page.locator(late).first.wait_for()
    await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    await page.evaluate("document.fonts.ready.then(() => null)")


async def until(happened: Callable[[], object]) -> None:
    """Wait for what happens beside the page."""
    async with asyncio.timeout(DEADLINE):
        while not happened():
            await asyncio.sleep(0.05)


async def hrefs(links: Locator) -> list[str]:
    """Where links lead, readable, once there are any."""
    await links.first.wait_for(state="attached")
    return [unquote(href) for href in await links.evaluate_all("links => links.map(link => link.getAttribute('href'))")]


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def server() -> Any:
    assert (OUT / "index.html").is_file(), "the page is not built: run `make setup`"
    running = FixtureServer()
    yield running
    running.close()


@pytest.fixture
def scenario(server: FixtureServer) -> Any:
    server.scenario = Scenario()
    yield server.scenario
    server.scenario.end()


@pytest.fixture
async def open_page(chromium: Browser, server: FixtureServer, scenario: Scenario) -> AsyncIterator[Open]:
    """Opens a path as a new visitor on the evening of 23 November 2026. What the page logs as an error fails the test,
    but for answers that the scenario refuses, unless it is `tolerant`."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    async def opened(path: str = "/", tolerant: bool = False, **options: Any) -> Page:
        context = await new_context(chromium, **options)
        contexts.append(context)
        page = await context.new_page()
        if not tolerant:
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        await page.clock.set_fixed_time(NOW)
        await page.goto(server.url + path)
        return page

    yield opened
    scenario.end()
    for context in contexts:
        await context.close()
    assert [error for error in errors if "Failed to load resource" not in error] == []
