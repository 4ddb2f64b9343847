"""A page that fails at drawing an answer: it says so in the reader's language, and is loaded anew."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open
from tests.browser.scenario import Scenario

LANGUAGES = {
    "en": (
        "This page has a fault",
        "This page could not be shown.",
        "Your history is untouched.",
        "Load the page anew",
    ),
    "de": (
        "Diese Seite hat einen Fehler",
        "Diese Seite ließ sich nicht zeigen.",
        "Deinem Verlauf ist nichts geschehen.",
        "Seite neu laden",
    ),
}


async def _is_whole_again(page: Page, anew: str) -> None:
    await page.get_by_role("button", name=anew).click()
    await expect(page.get_by_text("Ein Zimmer voller Mai").first).to_be_visible()
    await expect(page.get_by_role("button", name=anew)).to_have_count(0)


@pytest.mark.parametrize("language", list(LANGUAGES))
async def test_a_fault_of_the_content_leaves_the_bar_above(language: str, open_page: Open, scenario: Scenario) -> None:
    title, _, untouched, anew = LANGUAGES[language]
    scenario.me["locale"] = language
    scenario.parts["wrapped"] = "nonsense"
    page = await open_page(tolerant=True, locale=language)
    trouble = page.locator("main").get_by_role("alert")
    await expect(trouble.get_by_role("heading", name=title)).to_be_visible()
    await expect(trouble).to_contain_text(untouched)
    await expect(page).to_have_title(f"{title} · Nachklang")
    await expect(page.get_by_role("navigation")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", language)
    assert await axe_findings(page) == []
    scenario.parts.clear()
    await _is_whole_again(page, anew)


@pytest.mark.parametrize("language", list(LANGUAGES))
async def test_a_fault_of_the_bar_takes_the_page_and_says_so(
    language: str, open_page: Open, scenario: Scenario
) -> None:
    _, title, untouched, anew = LANGUAGES[language]
    scenario.me["name"] = {"first": "Mara"}
    page = await open_page(tolerant=True, locale=language, width=320)
    trouble = page.get_by_role("alert").filter(has_text=title)
    await expect(trouble).to_contain_text(untouched)
    await expect(page.locator(f"[lang={language}]").filter(has=trouble).last).to_be_visible()
    await expect(page.get_by_role("navigation")).to_have_count(0)
    await expect(page).to_have_title("Nachklang")
    assert await axe_findings(page) == []
    assert await sideways(page) <= 0
    scenario.me["name"] = "Mara"
    await _is_whole_again(page, anew)
