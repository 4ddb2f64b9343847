"""The window that is remembered, the years further back, and the life strip under a finger."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urljoin

import pytest
from playwright.async_api import Page, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, settled
from tests.browser.scenario import Scenario
from tests.browser.test_listening import dated

TOMORROW = "2026-11-24T19:20:00Z"


async def leave(page: Page) -> None:
    """To another page of the site, by the bar on top."""
    await page.get_by_role("link", name="Imports", exact=True).click()
    await expect(page.get_by_role("heading", name="Imports")).to_be_visible()


async def come_back(page: Page) -> None:
    await page.get_by_role("link", name="Listening", exact=True).click()
    await page.locator(".trio").wait_for()


async def next_day(page: Page) -> None:
    """The start page is opened anew a day later."""
    await page.clock.set_fixed_time(TOMORROW)
    await page.goto(urljoin(page.url, "/"))


async def test_a_preset_is_found_again_and_moves_with_the_day(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_label("Last 30 days").check()
    await leave(page)
    await come_back(page)
    await expect(page.get_by_label("Last 30 days")).to_be_checked()
    await next_day(page)
    await expect(page.get_by_label("Last 30 days")).to_be_checked()
    await dated(page, "26 Oct 2026 – 24 Nov 2026")


async def test_free_dates_are_found_again_as_they_are(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("button", name="From … to …").click()
    sheet = page.get_by_role("dialog", name="Choose the window")
    await sheet.get_by_label("From").fill("2026-03-01")
    await sheet.get_by_label("To", exact=True).fill("2026-03-09")
    await sheet.get_by_role("button", name="Show this window").click()
    await next_day(page)
    await page.locator(".trio").wait_for()
    await dated(page, "1 Mar 2026 – 9 Mar 2026")


async def test_everything_is_asked_for_with_the_bounds_of_the_history(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_label("Everything").check()
    await next_day(page)
    await expect(page.get_by_label("Everything")).to_be_checked()
    await dated(page, "9 Mar 2017 – 23 Nov 2026")


async def test_an_address_with_a_window_is_stronger_and_is_not_remembered(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_label("Last 30 days").check()
    await page.goto(urljoin(page.url, "/?from=2026-06-01&to=2026-08-31"))
    await expect(page.get_by_label("Summer 2026")).to_be_checked()
    await leave(page)
    await come_back(page)
    await expect(page.get_by_label("Last 30 days")).to_be_checked()


async def test_going_back_finds_the_window_that_the_start_showed(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_label("Last 30 days").check()
    await page.get_by_label("This year").check()
    await page.wait_for_url("**/?from=2026-01-01&to=2026-11-23")
    await page.go_back()
    await page.go_back()
    await expect(page.get_by_label("Last 12 months")).to_be_checked()
    await page.go_forward()
    await expect(page.get_by_label("Last 30 days")).to_be_checked()


async def test_the_next_person_does_not_get_it(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.get_by_label("Last 30 days").check()
    scenario.me["id"] = "another"
    await next_day(page)
    await expect(page.get_by_label("Last 12 months")).to_be_checked()


async def test_signing_out_forgets_it(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_label("Last 30 days").check()
    kept = "localStorage.getItem('nachklang.window')"
    assert "2026-10-25" in await page.evaluate(kept)
    await page.get_by_role("button", name="Mara, your account").click()
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()
    assert await page.evaluate(kept) is None


async def test_a_browser_that_keeps_nothing_shows_twelve_months(open_page: Open) -> None:
    page = await open_page()
    await page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})")
    await page.reload()
    await page.get_by_label("Last 30 days").check()
    await leave(page)
    await come_back(page)
    await expect(page.get_by_label("Last 12 months")).to_be_checked()


@pytest.mark.parametrize("width", [1440, 390, 320])
async def test_years_further_back_are_in_one_chip(width: int, open_page: Open) -> None:
    page = await open_page(width=width)
    years = page.get_by_label("A year further back")
    await expect(years.locator("option")).to_have_text(["Year …", *(str(year) for year in range(2023, 2016, -1))])
    await years.select_option("2019")
    await dated(page, "1 Jan 2019 – 31 Dec 2019")
    await expect(years).to_have_class("chip on")
    await page.get_by_label("2025", exact=True).check()
    await expect(years).to_have_value("")
    await settled(page)
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []


async def test_the_life_strip_is_dragged_by_a_finger(open_page: Open) -> None:
    page = await open_page(width=1024, has_touch=True)
    await settled(page)
    handle = await page.get_by_role("slider", name="First month of the window").bounding_box()
    strip = await page.locator(".strip").bounding_box()
    assert handle and strip
    assert handle["width"] >= 44, "a finger finds it"
    touch = await page.context.new_cdp_session(page)
    height = handle["y"] + handle["height"] / 2
    end = strip["x"] + 2
    path = [handle["x"] + handle["width"] / 2, (handle["x"] + end) / 2, end]
    for index, x in enumerate(path):
        kind = "touchStart" if index == 0 else "touchMove"
        await touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": height}]})
    await expect(page.locator(".window h1")).to_contain_text("1 Mar 2017")
    assert "from=2017" not in page.url, "it is asked for when it is let go"
    await touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await page.wait_for_url("**/?from=2017-03-01&to=2026-11-23")


async def test_a_finger_that_moves_the_page_still_does(open_page: Open) -> None:
    page = await open_page(width=1024, height=600, has_touch=True)
    await settled(page)
    strip = await page.locator(".strip").bounding_box()
    assert strip
    touch = await page.context.new_cdp_session(page)
    x, y = strip["x"] + strip["width"] / 2, strip["y"] + strip["height"] / 2
    for kind, by in [("touchStart", 0), *(("touchMove", step) for step in range(20, 220, 20))]:
        await touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y - by}]})
    await touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    deadline = time.monotonic() + 10
    while await page.evaluate("scrollY") == 0:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)
    await expect(page.get_by_label("Last 12 months")).to_be_checked()


async def test_a_handle_that_loses_the_focus_ends_where_it_was(open_page: Open) -> None:
    page = await open_page()
    await page.locator(".row").first.wait_for()
    await page.get_by_role("slider", name="Last month of the window").focus()
    await page.keyboard.down("ArrowLeft")
    await page.keyboard.press("Tab")
    await page.wait_for_url("**/?from=2025-11-24&to=2026-10-31")
    await page.keyboard.up("ArrowLeft")
