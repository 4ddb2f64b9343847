"""Every page has a title of its own, which the tab shows and a screen reader hears when the page changes."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Open
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario

TITLES = {
    "/?from=2026-06-01&to=2026-08-31": "1 Jun 2026 – 31 Aug 2026 · Nachklang",
    f"/?from=2026-06-01&to=2026-08-31&person={JON}": "Jon: 1 Jun 2026 – 31 Aug 2026 · Nachklang",
    "/plays/": "Plays · Nachklang",
    "/plays/?artist=June+Havel": "Plays: June Havel · Nachklang",
    "/imports/": "Imports · Nachklang",
    "/settings/": "Settings · Nachklang",
    "/story/?from=2026-06-01&to=2026-08-31": "Story from 1 Jun 2026 to 31 Aug 2026 · Nachklang",
    "/goodbye/": "Goodbye · Nachklang",
    "/nowhere/": "There is nothing at this address · Nachklang",
}
SPOKEN = "next-route-announcer [aria-live]"
"""Playwright looks into its shadow."""


@pytest.mark.parametrize("path", list(TITLES))
async def test_a_page_says_what_it_is(path: str, open_page: Open) -> None:
    page = await open_page(path)
    await expect(page).to_have_title(TITLES[path])
    await expect(page.locator("title")).to_have_count(1)


@pytest.mark.parametrize("path", ["/", "/imports/", "/sign-in/", "/join/"])
async def test_signed_out_too(path: str, open_page: Open, scenario: Scenario) -> None:
    scenario.signed_in = False
    page = await open_page(path)
    await page.locator("main h1").wait_for()
    await expect(page).to_have_title(f"{await page.locator('main h1').inner_text()} · Nachklang")


async def test_a_change_of_page_is_announced(open_page: Open) -> None:
    page = await open_page("/imports/")
    await expect(page).to_have_title("Imports · Nachklang")
    await page.get_by_role("link", name="Plays", exact=True).click()
    await expect(page).to_have_title("Plays · Nachklang")
    await expect(page.locator(SPOKEN)).to_have_text("Plays · Nachklang")
