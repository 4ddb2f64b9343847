"""One browser, several people: another tab signs somebody else in, and nobody sees the numbers of the one before."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.scenario import Scenario

HERE_AGAIN = "document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))"


async def seen_by_mara(open_page: Open) -> Page:
    page = await open_page()
    await page.get_by_text("1,284", exact=True).wait_for()
    await page.get_by_label("Last 30 days").check()
    await page.get_by_text("1,284", exact=True).wait_for()
    return page


async def test_coming_back_to_the_tab_asks_who_is_here(open_page: Open, scenario: Scenario) -> None:
    page = await seen_by_mara(open_page)
    scenario.parts["wrapped"] = "held"
    scenario.me.update(id="another", name="Jon")
    await page.evaluate(HERE_AGAIN)
    await expect(page.get_by_role("button", name="Jon, your account")).to_be_visible()
    await expect(page.get_by_text("1,284", exact=True)).to_have_count(0)
    await page.get_by_label("Last 12 months").check()
    await expect(page.get_by_text("1,284", exact=True)).to_have_count(0)


async def test_an_answer_of_another_shows_who_is_here(open_page: Open, scenario: Scenario) -> None:
    page = await seen_by_mara(open_page)
    scenario.me.update(id="another", name="Jon")
    scenario.called["id"] = "another"
    await page.get_by_label("This year").check()
    await expect(page.get_by_role("button", name="Jon, your account")).to_be_visible()


async def test_the_language_is_that_of_the_person(open_page: Open, scenario: Scenario) -> None:
    scenario.signed_in = False
    page = await open_page("/sign-in/")
    await page.get_by_role("button", name="Deutsch").click()
    await expect(page.get_by_role("heading", name="Mit Name und Passwort anmelden")).to_be_visible()
    await page.get_by_label("Anmeldename").fill("mara")
    await page.get_by_label("Passwort", exact=True).fill("four words in a row")
    await page.get_by_role("button", name="Anmelden", exact=True).click()
    await expect(page.get_by_role("button", name="Mara, your account")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("button", name="Mara, your account")).to_be_visible()
