"""The keys of the page: what they do, where they do nothing, and that they can be turned off."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, to_the_end
from tests.browser.scenario import Scenario
from tests.browser.test_listening import dated

SUMMER = "/?from=2026-06-01&to=2026-08-31"


async def shown(page: Page) -> None:
    await page.locator(".trio .name").first.wait_for()


@pytest.mark.parametrize(
    ("key", "window"),
    [
        ("2", "25 Oct 2026 – 23 Nov 2026"),
        ("3", "1 Jan 2026 – 23 Nov 2026"),
        ("4", "1 Jan 2025 – 31 Dec 2025"),
        ("5", "1 Jan 2024 – 31 Dec 2024"),
        ("6", "1 Jun 2026 – 31 Aug 2026"),
        ("7", "9 Mar 2017 – 23 Nov 2026"),
    ],
)
async def test_digits_are_the_presets(key: str, window: str, open_page: Open) -> None:
    page = await open_page()
    await shown(page)
    await page.get_by_label("Everything").wait_for()
    await page.keyboard.press(key)
    await dated(page, window)
    await expect(page.locator(".window [role=status]")).to_have_text(window)
    await page.keyboard.press("1")
    await dated(page, "24 Nov 2025 – 23 Nov 2026")


async def test_eight_opens_free_dates(open_page: Open) -> None:
    page = await open_page()
    await shown(page)
    await page.keyboard.press("8")
    await expect(page.get_by_role("dialog", name="Choose the window")).to_be_visible()


async def test_arrows_lead_to_the_window_before_and_on(open_page: Open) -> None:
    page = await open_page(SUMMER)
    await shown(page)
    await page.keyboard.press("ArrowLeft")
    await dated(page, "1 Mar 2026 – 31 May 2026")
    await page.keyboard.press("ArrowRight")
    await dated(page, "1 Jun 2026 – 31 Aug 2026")
    await page.keyboard.press("ArrowRight")
    await dated(page, "1 Sept 2026 – 30 Nov 2026")
    await page.keyboard.press("ArrowRight")
    # The days to come hold nothing.
    await page.wait_for_url("**/?from=2026-09-01&to=2026-11-30")
    await dated(page, "1 Sept 2026 – 30 Nov 2026")
    await page.go_back()
    await dated(page, "1 Jun 2026 – 31 Aug 2026")


async def test_letters_order_the_lists(open_page: Open) -> None:
    page = await open_page()
    await shown(page)
    await page.keyboard.press("s")
    await expect(page.get_by_role("radio", name="Streams")).to_be_checked()
    await page.keyboard.press("T")
    await expect(page.get_by_role("radio", name="Time")).to_be_checked()


async def test_space_stops_the_sample(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.get_by_role("button", name="from Deezer").first.click()
    bar = page.get_by_role("region", name="Sample")
    await expect(bar).to_be_visible()
    await page.evaluate("document.activeElement.blur()")
    place = await page.evaluate("scrollY")
    await page.keyboard.press("Space")
    await expect(bar).to_have_count(0)
    assert await page.evaluate("scrollY") == place, "the page stays where it is"


async def test_fields_sheets_and_charts_keep_their_keys(open_page: Open) -> None:
    page = await open_page(SUMMER)
    await to_the_end(page)
    address = page.url
    await page.get_by_label("A year further back").focus()
    await page.keyboard.press("s")
    await page.locator(".dial .marks a").first.focus()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("1")
    await page.get_by_role("slider", name="Last month of the window").focus()
    await page.keyboard.press("s")
    await page.get_by_role("button", name="first day of the window").click()
    await page.get_by_role("dialog").get_by_role("button", name="Cancel").focus()
    await page.keyboard.press("1")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    lists = page.get_by_role("radiogroup", name="List")
    await lists.get_by_role("radio", name="Tracks").focus()
    await page.keyboard.press("ArrowRight")
    await expect(lists.get_by_role("radio", name="Artists")).to_be_checked()
    await page.keyboard.press("Control+1")
    assert await page.evaluate("location.href") == address
    await page.keyboard.press("1")
    await expect(page, "a radio needs no digits").not_to_have_url(address)


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark"), (320, "light")])
async def test_a_sheet_lists_them(width: int, theme: str, open_page: Open) -> None:
    page = await open_page(width=width, color_scheme=theme)
    await shown(page)
    await page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    await expect(sheet.get_by_text("Summer 2026")).to_be_visible()
    await expect(sheet.locator("kbd")).to_have_count(8 + 2 + 2 + 3)
    assert await axe_findings(page) == []
    assert await sideways(page) <= 0
    await page.keyboard.press("Escape")
    await expect(sheet).to_be_hidden()


async def test_the_sheet_is_found_without_keys(open_page: Open) -> None:
    page = await open_page("/imports/")
    account = page.get_by_role("button", name="Mara, your account")
    await account.click()
    await page.get_by_role("button", name="Keys").click()
    await expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(account).to_be_focused()


async def test_they_are_turned_off_in_this_browser(open_page: Open) -> None:
    page = await open_page("/settings/")
    switch = page.get_by_role("switch", name="Single keys do something on the page")
    await switch.uncheck()
    await page.get_by_role("link", name="Listening", exact=True).click()
    await shown(page)
    for key in ("2", "s", "ArrowLeft", "?"):
        await page.keyboard.press(key)
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.get_by_label("Last 12 months")).to_be_checked()
    await page.reload()
    await shown(page)
    await page.keyboard.press("2")
    await expect(page.get_by_label("Last 12 months")).to_be_checked()
    await page.goto(page.url.rstrip("/") + "/settings/")
    await switch.check()
    await page.get_by_role("link", name="Listening", exact=True).click()
    await shown(page)
    await page.keyboard.press("2")
    await expect(page.get_by_label("Last 30 days")).to_be_checked()


async def test_in_german(open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = "de"
    page = await open_page(locale="de-DE")
    await shown(page)
    await page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Tasten")
    await expect(sheet.get_by_text("Die Hörprobe anhalten", exact=True)).to_be_visible()
    assert await axe_findings(page) == []
