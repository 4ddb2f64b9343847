"""The listening view: windows in the address, lists, plays."""

from __future__ import annotations

import re

from playwright.async_api import Page, expect

from tests.browser.conftest import Open, hrefs, settled
from tests.browser.scenario import Scenario

WINDOW = "from=2025-11-24&to=2026-11-23"


async def dated(page: Page, window: str) -> None:
    """Wait until these are the two dates on top."""
    await expect(page.locator(".window h1")).to_contain_text(window, use_inner_text=True)


async def test_a_preset_changes_the_window_and_back_returns(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_label("Last 30 days").check()
    await page.wait_for_url("**/?from=2026-10-25&to=2026-11-23")
    await dated(page, "25 Oct 2026 – 23 Nov 2026")
    await page.get_by_label("Everything").check()
    await page.wait_for_url("**/?from=2017-03-09&to=2026-11-23")
    await dated(page, "9 Mar 2017 – 23 Nov 2026")
    await page.go_back()
    await expect(page.get_by_label("Last 30 days")).to_be_checked()
    await page.go_back()
    await expect(page.get_by_label("Last 12 months")).to_be_checked()


async def test_an_address_names_its_window(open_page: Open) -> None:
    page = await open_page("/?from=2026-06-01&to=2026-08-31&by=streams")
    await expect(page.get_by_label("Summer 2026")).to_be_checked()
    await expect(page.get_by_role("radio", name="Streams")).to_be_checked()
    await expect(page.get_by_text("411 streams").first).to_be_visible()


async def test_free_dates_apply_on_the_button_and_their_order_is_mended(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("button", name="first day of the window").click()
    sheet = page.get_by_role("dialog", name="Choose the window")
    await sheet.get_by_label("From").fill("2026-03-31")
    await sheet.get_by_label("To", exact=True).fill("2026-03-01")
    await expect(sheet.get_by_text("the two were swapped")).to_be_visible()
    await sheet.get_by_role("button", name="Show this window").click()
    await expect(sheet).to_be_hidden()
    await dated(page, "1 Mar 2026 – 31 Mar 2026")


async def test_escape_closes_the_sheet_and_the_focus_returns(open_page: Open) -> None:
    page = await open_page()
    opener = page.get_by_role("button", name="first day of the window")
    await opener.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(opener).to_be_focused()


async def test_lists_of_each_kind_up_to_fifty(open_page: Open) -> None:
    page = await open_page()
    await expect(page.locator(".row")).to_have_count(10)
    await page.get_by_role("button", name="Show 50").click()
    await expect(page.locator(".row")).to_have_count(50)
    for name, first in (("Artists", "Ирена Вольна"), ("Albums", "Nebenan"), ("Shows", "Spätschicht")):
        await page.get_by_role("radiogroup", name="List").get_by_role("radio", name=name).check()
        await expect(page.locator(".row").first).to_contain_text(first)


async def test_tabs_move_by_arrows(open_page: Open) -> None:
    page = await open_page()
    lists = page.get_by_role("radiogroup", name="List")
    await lists.get_by_role("radio", name="Tracks").focus()
    await page.keyboard.press("ArrowRight")
    await expect(lists.get_by_role("radio", name="Artists")).to_be_checked()


async def test_a_number_opens_its_plays_and_reads_on(open_page: Open) -> None:
    page = await open_page()
    await page.locator(".trio").get_by_role("link", name="31 hours 12 minutes, show the plays").click()
    await expect(page.get_by_role("heading", name="Ein Zimmer voller Mai")).to_be_visible()
    await expect(page.locator(".plays li").nth(18)).to_be_attached()
    await expect(page.get_by_text("estimate")).to_be_visible()
    await page.locator(".plays li").last.scroll_into_view_if_needed()
    await expect(page.locator(".plays li").nth(38)).to_be_attached()


async def test_the_whole_total_opens_its_plays(open_page: Open) -> None:
    page = await open_page()
    total = page.get_by_role("link", name="1,284 hours 36 minutes, show the plays")
    await total.locator(".figure").click()
    await expect(page).to_have_url(re.compile(rf"/plays/\?{WINDOW}&counted=true$"))


async def test_both_numbers_of_a_row_open_its_plays(open_page: Open) -> None:
    page = await open_page()
    row = page.locator(".row").nth(1)
    plays = f"/plays/?{WINDOW}&track=Поздний+свет&artist=Ирена+Вольна&kind=track&counted=true"
    time = row.get_by_role("link", name="26 hours 54 minutes, show the plays")
    times = row.get_by_role("link", name="355 streams, show the plays")
    await time.wait_for()
    assert await hrefs(time) == [plays]
    assert await hrefs(times) == [f"{plays}&streams=true"]
    await expect(times).to_contain_text("355×")
    await page.get_by_role("radio", name="Streams").check()
    await expect(times.get_by_text("355 streams", exact=True)).to_be_visible()
    assert await hrefs(time) == [plays]


async def test_a_row_opens_its_sheet(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Поздний свет", exact=True).click()
    sheet = page.get_by_role("dialog", name="Поздний свет")
    await expect(sheet.locator(".plays li").first).to_be_visible()
    await expect(sheet.get_by_text("First played on 29 Nov 2025, last on 21 Nov 2026")).to_be_visible()
    await expect(sheet.get_by_text("rank 2")).to_contain_text("▲ 4")
    assert await hrefs(sheet.locator("a.open")) == [
        f"/plays/?{WINDOW}&track=Поздний+свет&artist=Ирена+Вольна&kind=track&counted=true",
        f"/plays/?{WINDOW}&track=Поздний+свет&artist=Ирена+Вольна&kind=track&counted=true&streams=true",
    ]


async def test_an_error_of_one_answer_is_tried_again(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["wrapped"] = "error"
    page = await open_page()
    retry = page.get_by_role("button", name="Try again").first
    await retry.wait_for()
    scenario.parts.clear()
    await retry.click()
    await expect(page.get_by_text("1,284", exact=True)).to_be_visible()


async def test_german(open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = "de"
    page = await open_page(locale="de-DE")
    await expect(page.get_by_text("Fünfzig Stücke füllten 40")).to_be_visible()
    await dated(page, "24. Nov. 2025 – 23. Nov. 2026")
    assert await page.evaluate("document.documentElement.lang") == "de"


async def test_the_life_strip_moves_the_window_by_keys(open_page: Open) -> None:
    page = await open_page()
    handle = page.get_by_role("slider", name="First month of the window")
    await handle.focus()
    await page.keyboard.press("PageDown")
    await dated(page, "1 Nov 2024 – 23 Nov 2026")
    await expect(handle).to_have_attribute("aria-valuetext", "November 2024")
    await page.keyboard.press("ArrowRight")
    await page.wait_for_url("**/?from=2024-12-01&to=2026-11-23")
    await dated(page, "1 Dec 2024 – 23 Nov 2026")
    await page.go_back()
    await page.go_back()
    await dated(page, "24 Nov 2025 – 23 Nov 2026")


async def test_the_life_strip_is_dragged_and_asks_when_let_go(open_page: Open) -> None:
    page = await open_page()
    await settled(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/wrapped" in request.url else None)
    strip = await page.locator(".strip").bounding_box()
    handle = await page.get_by_role("slider", name="First month of the window").bounding_box()
    assert strip and handle
    middle = handle["y"] + handle["height"] / 2
    await page.mouse.move(handle["x"] + handle["width"] / 2, middle)
    await page.mouse.down()
    await page.mouse.move(strip["x"] + 2, middle, steps=4)
    await dated(page, "1 Mar 2017 – 23 Nov 2026")
    assert asked == []
    async with page.expect_request(lambda request: "/wrapped?from=2017-03-01" in request.url):
        await page.mouse.up()


async def test_a_window_is_compared_only_with_days_that_are_all_known(open_page: Open) -> None:
    """The history begins on 9 March 2017."""
    page = await open_page("/?from=2018-03-10&to=2019-03-09")
    total = page.locator(".trio .total")
    await expect(total).to_contain_text("the twelve months before")
    await expect(page.locator(".row .ch:not(:empty)").first).to_be_visible()
    await page.goto(page.url.replace("from=2018-03-10&to=2019-03-09", "from=2018-03-01&to=2019-02-28"))
    await expect(total).to_contain_text("days and")
    await expect(page.locator(".strip-foot")).to_be_visible()
    await expect(total).not_to_contain_text("the twelve months before")
    await page.locator(".row .ch").first.wait_for(state="attached")
    await expect(page.locator(".row .ch:not(:empty)")).to_have_count(0)
