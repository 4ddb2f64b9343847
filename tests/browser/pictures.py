"""Takes the README's picture of the listening view, made-up data only: `python -m tests.browser.pictures`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.browser.chromium import new_context, running_chromium
from tests.browser.fixture_server import FixtureServer

PICTURE = Path(__file__).resolve().parents[2] / "docs/images/listening.png"
NOW = "2026-11-23T19:20:00Z"


async def main() -> None:
    """The first view and the beginning of the lists, on a desktop, in the light theme."""
    server = FixtureServer()
    server.scenario.parts["feed"] = "empty"
    async with running_chromium() as browser:
        context = await new_context(browser, width=1440, height=1240, color_scheme="light")
        page = await context.new_page()
        await page.clock.set_fixed_time(NOW)
        await page.goto(server.url)
        await page.locator(".row img.seen").nth(2).wait_for()
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        await page.screenshot(path=PICTURE)
        await context.close()
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
