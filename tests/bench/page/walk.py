"""A walk through the page by mouse and keyboard: how long every interaction takes until the next paint."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Page

from tests.bench.bench import Asked
from tests.bench.page.visitor import at_rest, listening, to_the_end, visitor

SHORTEST_MS = 16.0
"""The browser tells of no interaction that is shorter."""

PRESSED_MS = 80
"""So long a person holds a button down."""
SHEET = "dialog[open]"

Steps = dict[str, float]
Step = tuple[str, Callable[[Page], Awaitable[None]]]


def click(selector: str, text: str | None = None, then: str | None = None) -> Callable[[Page], Awaitable[None]]:
    """A click on the first that fits, by somebody who has scrolled there before; done when `then` is there."""

    async def act(page: Page) -> None:
        target = page.locator(selector, has_text=text).first
        await target.scroll_into_view_if_needed()
        await at_rest(page)
        await target.click(delay=PRESSED_MS)
        if then:
            await page.locator(then).first.wait_for()

    return act


def press(*keys: str, on: str | None = None, gone: str | None = None) -> Callable[[Page], Awaitable[None]]:
    """Keys one after the other, after the focus went to `on`; done when `gone` is there no more."""

    async def act(page: Page) -> None:
        if on:
            await page.locator(on).first.focus()
        for key in keys:
            await page.keyboard.press(key)
            await at_rest(page)
        if gone:
            await page.locator(gone).first.wait_for(state="hidden")

    return act


LISTENING: tuple[Step, ...] = (
    ("window: everything", click(".presets label", "Everything")),
    ("window: by arrow", press("ArrowLeft", on=".presets input:checked")),
    ("window: known", click(".presets label", "Last 12 months")),
    ("window: strip by keys", press("ArrowLeft", "ArrowLeft", on=".strip .handle")),
    ("window: again", click(".presets label", "Last 12 months")),
    ("dates open", click(".window-head h1 button", then=SHEET)),
    ("dates close", press("Escape", gone=SHEET)),
    ("list: artists", click(".seg label", "Artists")),
    ("list: albums by arrow", press("ArrowRight", on=".seg input:checked")),
    ("list: tracks", click(".seg label", "Tracks")),
    ("list: by streams", click(".seg label", "Streams")),
    ("list: by time", click(".seg label", "Time")),
    ("list: all rows", click(".more button[aria-expanded]")),
    ("list: fewer rows", click(".more button[aria-expanded]")),
    ("sheet of a row opens", click(".rows .door", then="dialog[open] .plays li")),
    ("sheet of a row closes", press("Escape", gone=SHEET)),
    ("definition opens", click(".trio .help", then=SHEET)),
    ("definition closes", press("Escape", gone=SHEET)),
    ("calendar by keys", press("ArrowRight", "ArrowDown", "ArrowRight", on=".calendar .marks a[tabindex='0']")),
    ("hours by keys", press("ArrowRight", "ArrowDown", on=".night .marks a[tabindex='0']")),
    ("calendar as table", click(".calendar .chart-foot > button")),
    ("calendar as picture", click(".calendar .chart-foot > button")),
    ("account opens", click(".who")),
    ("account closes", press("Escape")),
)
PLAYS: tuple[Step, ...] = (
    ("plays open", click("nav a", "Plays", then=".plays li")),
    ("plays: read on", press("End", "End")),
    ("plays: up", press("Home")),
)
STORY: tuple[Step, ...] = (
    ("back to listening", click("nav a", "Listening", then=".trio .figure")),
    ("story opens", click(".story-open", then=".story-card")),
    ("story: cards by keys", press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")),
    ("story: next", click(".story-foot .btn:last-child")),
    ("story: pause", click(".story-bar .story-icon")),
    ("story closes", press("Escape", gone=".story")),
)
OTHERS: tuple[Step, ...] = (
    ("imports open", click("nav a", "Imports", then=".uploads a")),
    ("an import opens", click(".uploads a", then=".acct")),
    ("account opens", click(".who")),
    ("settings open", click("#account-menu a", "Settings", then=".settings")),
    ("settings: language", click(".settings .seg label", "Deutsch")),
    ("settings: language back", click(".settings .seg label", "English")),
)


async def walk(browser: Browser, url: str, somebody: Asked) -> Steps:
    """The longest interaction of each step, in milliseconds."""
    async with visitor(browser, url, somebody.cookie) as page:
        await listening(page, url)
        await to_the_end(page)
        steps: Steps = {}
        for name, act in (*LISTENING, *PLAYS, *STORY, *OTHERS):
            async with _noted(page, name, steps):
                await act(page)
    return steps


@asynccontextmanager
async def _noted(page: Page, name: str, steps: Steps) -> AsyncIterator[None]:
    yield
    await at_rest(page)
    found = await page.evaluate("measured.interactions.splice(0)")
    steps[name] = max([SHORTEST_MS, *(each["duration"] for each in found)])
