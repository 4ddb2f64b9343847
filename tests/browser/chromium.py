"""A real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

EXECUTABLE = "/usr/bin/chromium-headless-shell"
"""Chromium without the window around the page: a third less processor time, which most of a test's is."""
WHOLE = "/usr/bin/chromium"
"""What people have: for figures, and for the pictures that are kept."""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).resolve().parents[2] / "services/gateway/web/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@asynccontextmanager
async def running_chromium(executable: str = EXECUTABLE) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        await browser.close()


async def new_context(browser: Browser, width: int = 1440, height: int = 900, **options: Any) -> BrowserContext:
    """A person in Berlin who reads English, unless `options` say otherwise, and moves no more than needed."""
    settings: dict[str, Any] = {
        "viewport": {"width": width, "height": height},
        "locale": "en-GB",
        "timezone_id": "Europe/Berlin",
        "reduced_motion": "reduce",
        **options,
    }
    context = await browser.new_context(**settings)
    context.set_default_timeout(10_000)
    return context


async def sideways(page: Page) -> int:
    """By how many pixels the page overflows its window sideways."""
    return int(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


async def axe_findings(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA, one line each."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    found = await page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}}).then(result => result.violations)", RULES
    )
    return [f"{item['id']}: {node['target']} {node['failureSummary']}" for item in found for node in item["nodes"]]
