"""The whole way from the sign-in to a shared page by keyboard alone: each stop is seen, and what opens gives the focus
back."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import made_up_imports
from tests.browser.conftest import Open
from tests.browser.scenario import Scenario

STOPS = 80
"""No more presses of Tab than this from one place to the next."""
UNSEEN = """() => {
    const stop = document.activeElement;
    if (!stop || stop === document.body) return null;
    const marks = [stop, stop.nextElementSibling, stop.closest('label')].filter(Boolean);
    const styles = marks.map(mark => getComputedStyle(mark));
    const ringed = styles.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
    const place = (stop.closest('label') ?? stop).getBoundingClientRect();
    const shown = place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.left < innerWidth;
    return ringed && shown ? null : stop.outerHTML.slice(0, 160);
}"""
"""The element in focus if it is off the screen or without a ring."""


async def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until this is in focus; every stop on the way must be seen."""
    await wanted.wait_for()
    for _ in range(STOPS):
        await page.keyboard.press("Tab")
        assert await page.evaluate(UNSEEN) is None
        if await wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never came to {wanted}")


async def enter(page: Page, wanted: Locator) -> None:
    """Tab to something and press Enter there."""
    await tab_to(page, wanted)
    await page.keyboard.press("Enter")


async def sign_in(page: Page) -> None:
    await enter(page, page.get_by_role("link", name="with a name and a password"))
    await tab_to(page, page.get_by_label("Name to sign in with"))
    await page.keyboard.type("mara")
    await tab_to(page, page.get_by_label("Password", exact=True))
    await page.keyboard.type("four words in a row")
    await page.keyboard.press("Enter")


async def bring(page: Page, scenario: Scenario) -> None:
    await page.get_by_role("heading", name="It is still quiet here").wait_for()
    async with page.expect_file_chooser() as chooser:
        await enter(page, page.get_by_role("button", name="Choose a file", exact=True))
    scenario.parts.clear()
    zip_file = {"name": "my_spotify_data.zip", "mimeType": "application/zip", "buffer": b"x" * 1000}
    await (await chooser.value).set_files(zip_file)  # type: ignore[arg-type]  # a FilePayload
    await enter(page, page.get_by_role("link", name="See your twelve months"))


async def change_window(page: Page) -> None:
    await tab_to(page, page.get_by_role("radio", name="Last 12 months"))
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("radio", name="Last 30 days")).to_be_focused()
    await expect(page.locator(".window h1")).to_contain_text("25 Oct 2026")


async def read_definition(page: Page) -> None:
    help_button = page.locator(".trio .help").first
    await enter(page, help_button)
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(help_button).to_be_focused()


async def open_plays(page: Page) -> None:
    await enter(page, page.locator(".trio .time a").first)
    await expect(page.locator(".plays li").first).to_be_visible()
    await enter(page, page.locator("main a.link").first)
    await page.locator(".trio .figure").wait_for()


async def see_story(page: Page) -> None:
    story = page.get_by_role("link", name="Story", exact=True)
    await enter(page, story)
    await expect(page.get_by_role("status").filter(has_text="Card 1 of")).to_be_attached()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("status").filter(has_text="Card 2 of")).to_be_attached()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(story).to_be_focused()


async def share(page: Page) -> None:
    button = page.get_by_role("button", name="Share", exact=True)
    await enter(page, button)
    sheet = page.get_by_role("dialog")
    await enter(page, sheet.get_by_role("button", name="Make the page"))
    await tab_to(page, sheet.get_by_role("button", name="Copy"))
    await page.keyboard.press("Escape")
    await expect(sheet).to_have_count(0)
    await expect(button).to_be_focused()


@pytest.mark.parametrize("width", [1440, 390])
async def test_from_the_sign_in_to_a_shared_page(width: int, open_page: Open, scenario: Scenario) -> None:
    scenario.signed_in = False
    scenario.parts["history"] = "empty"
    scenario.upload = made_up_imports.upload("done")
    page = await open_page(width=width)
    await sign_in(page)
    await bring(page, scenario)
    await change_window(page)
    await read_definition(page)
    await open_plays(page)
    await see_story(page)
    await share(page)
    assert ("POST", "/api/v1/shares") in [change[:2] for change in scenario.changed]
