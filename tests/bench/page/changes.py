"""From the choice of a window to its numbers on the screen."""

from typing import NamedTuple

from playwright.async_api import Browser, Page

from tests.bench.bench import Asked
from tests.bench.page.visitor import at_rest, listening, to_the_end, visitor

ASKED = ("Everything", "{year}")
KNOWN = ("Last 12 months", "Everything", "{year}")


class Change(NamedTuple):
    """Milliseconds until the new numbers were painted, and how many of them were the gateway's."""

    ms: float
    gateway_ms: float


class Changes(NamedTuple):
    """Of windows that the gateway is asked for, and of those that the page has still got."""

    asked: list[Change]
    known: list[Change]


async def changes(browser: Browser, url: str, somebody: Asked) -> Changes:
    """Choose windows with the whole page mounted, the most there is to draw."""
    year = str(somebody.life.last.year - 1)
    async with visitor(browser, url, somebody.cookie) as page:
        await listening(page, url)
        await to_the_end(page)
        asked = [await change(page, label.format(year=year)) for label in ASKED]
        known = [await change(page, label.format(year=year)) for label in KNOWN]
    return Changes(asked, known)


async def change(page: Page, label: str) -> Change:
    """Click on a window and wait for its numbers."""
    await page.evaluate("() => { window.awaited = nextNumbers(); }")
    await page.locator(".presets label", has_text=label).click()
    measured = await page.evaluate("awaited")
    await at_rest(page)
    return Change(measured["ms"], measured["gateway"])
