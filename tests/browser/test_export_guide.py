"""How one gets an export from Spotify: found from everywhere, said in both languages."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open
from tests.browser.scenario import Scenario
from tests.browser.sending import choose

TITLE = {"en": "How to get your export from Spotify", "de": "Wie du deinen Export von Spotify bekommst"}
WAIT = {"en": ("5 days", "30"), "de": ("5 Tage", "30")}


@pytest.mark.parametrize("state", ["full", "empty"])
async def test_it_is_found_from_the_start_page_the_imports_and_the_menu(
    state: str, open_page: Open, scenario: Scenario
) -> None:
    scenario.parts["history"] = state
    page = await open_page("/imports/")
    await page.get_by_role("link", name="How to get an export from Spotify").click()
    await expect(page.get_by_role("heading", name=TITLE["en"])).to_be_visible()
    await page.get_by_role("link", name="Listening", exact=True).click()
    await expect(page.get_by_role("heading", name=TITLE["en"])).to_have_count(0)
    if state == "empty":
        await page.get_by_role("link", name="Step by step, with what to expect").click()
    else:
        await page.get_by_role("button", name="Mara, your account").click()
        await page.get_by_role("link", name="Get your export").click()
    await expect(page.get_by_role("heading", name=TITLE["en"])).to_be_visible()


async def test_an_export_can_be_brought_right_there(open_page: Open) -> None:
    page = await open_page("/export/")
    await choose(page)
    await expect(page.get_by_role("heading", name="Your history is in")).to_be_visible()


async def test_it_can_be_read_before_one_signs_in(open_page: Open, scenario: Scenario) -> None:
    scenario.signed_in = False
    page = await open_page()
    await page.get_by_role("link", name="Step by step, with what to expect").click()
    await expect(page.get_by_role("heading", name=TITLE["en"])).to_be_visible()
    sign_in = page.get_by_role("link", name="Sign in with Spotify")
    await expect(sign_in).to_have_attribute("href", "/auth/login?next=%2Fexport%2F")


@pytest.mark.parametrize("locale", ["en", "de"])
async def test_it_fits_and_is_accessible(locale: str, open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = locale
    page = await open_page("/export/", locale=locale)
    await expect(page.get_by_role("heading", name=TITLE[locale])).to_be_visible()
    for words in WAIT[locale]:
        await expect(page.locator(".guide-steps")).to_contain_text(words)
    link = page.locator("main").get_by_role("link", name="Spotify")
    await expect(link).to_have_attribute("href", "https://www.spotify.com/account/privacy/")
    for width in (1440, 1024, 768, 390, 320):
        await page.set_viewport_size({"width": width, "height": 900})
        assert await sideways(page) <= 0, width
        for theme in ("light", "dark"):
            await page.emulate_media(color_scheme=theme)
            assert await axe_findings(page) == [], (width, theme)
