"""Somebody at a slow machine: Chromium with its processor slowed down, signed in or not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http.cookies import SimpleCookie
from pathlib import Path

from playwright.async_api import Browser, Page

from tests.bench.histories import ZONE
from tests.browser.chromium import new_context

SLOWED = 4
"""Times: a phone of the middle beside the machine that measures."""
OBSERVERS = Path(__file__).with_name("observers.js").read_text("utf-8")
PATIENCE_MS = 60_000
AT_REST = """() => new Promise((done) => {
  const look = (restful) => requestIdleCallback(() => {
    const busy = document.querySelector("[aria-busy=true], .dim");
    if (!busy && restful) return done();
    setTimeout(() => look(!busy), 100);
  }, { timeout: 500 });
  look(false);
})"""


@asynccontextmanager
async def visitor(browser: Browser, url: str, cookie: str) -> AsyncIterator[Page]:
    """A page that shows nothing yet, of a new visitor whose browser keeps nothing but the session's cookie."""
    context = await new_context(browser, timezone_id=ZONE, reduced_motion="no-preference")
    context.set_default_timeout(PATIENCE_MS)
    morsels = SimpleCookie(cookie).items()
    await context.add_cookies([{"name": name, "value": morsel.value, "url": url} for name, morsel in morsels])
    await context.add_init_script(OBSERVERS)
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    yield page
    await context.close()


async def at_rest(page: Page) -> None:
    """Return when the page has nothing to do and waits for no answer."""
    await page.evaluate(AT_REST)


async def listening(page: Page, url: str, address: str = "/") -> None:
    """Open the listening page; return when its favourites are there and it is at rest."""
    await page.goto(url + address)
    await page.locator(".trio .figure").wait_for()
    await at_rest(page)


async def to_the_end(page: Page) -> None:
    """Scroll through the page as a wheel does, until its last part is there; then up again."""
    end = page.locator("#counted-title")
    while not await end.is_visible() or await page.evaluate("innerHeight + scrollY < document.body.scrollHeight - 2"):
        await page.mouse.wheel(0, 600)
        await at_rest(page)
    await page.evaluate("scrollTo(0, 0)")
    await at_rest(page)
