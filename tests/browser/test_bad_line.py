"""A line that is slow, breaks or comes back: the page says so, moves nothing, keeps what it shows and goes on."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser import made_up_imports
from tests.browser.conftest import Open, hrefs, until
from tests.browser.scenario import Scenario

IMPORT = f"/imports/?id={made_up_imports.UPLOAD_ID}"
SHIFTS = """new PerformanceObserver(list => {
    window.shifted = (window.shifted ?? 0) + list.getEntries().reduce((sum, entry) => sum + entry.value, 0);
}).observe({type: 'layout-shift', buffered: true})"""
PLACE = "document.querySelector('.trio').getBoundingClientRect().top"


async def slow(page: Page) -> None:
    """A phone at the edge of its net: 400 ms each way, 50 kB a second."""
    session = await page.context.new_cdp_session(page)
    await session.send("Network.enable")
    await session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 20_000},
    )


@pytest.mark.parametrize("width", [1440, 390])
async def test_on_a_slow_line_nothing_jumps(width: int, open_page: Open, scenario: Scenario) -> None:
    scenario.parts.update(history="held", wrapped="held")
    page = await open_page("/goodbye/", width=width)
    await page.context.add_init_script(SHIFTS)
    await slow(page)
    await page.goto(page.url.replace("/goodbye", ""), wait_until="commit")
    await expect(page.locator(".window h1")).to_be_visible(timeout=30_000)
    await expect(page.locator(".trio [class*=sk]").first).to_be_visible(timeout=30_000)
    await page.evaluate("document.fonts.ready.then(() => null)")
    place = await page.evaluate(PLACE)
    scenario.parts.clear()
    scenario.go_on()
    await expect(page.locator(".trio")).to_contain_text("1,284", timeout=30_000)
    await expect(page.locator(".row").first).to_be_visible()
    await expect(page.locator(".strip-foot")).to_be_visible()
    assert await page.evaluate(PLACE) == place, "neither does what is above the favourites"
    assert await page.evaluate("window.shifted ?? 0") <= 0.02


async def test_old_numbers_stay_dimmed_until_the_new_ones_are_there(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await expect(page.locator(".trio")).to_contain_text("1,284")
    await page.locator(".row").first.wait_for()
    scenario.parts["wrapped"] = "held"
    await page.get_by_text("Last 30 days", exact=True).click()
    await expect(page.locator(".trio[aria-busy=true]")).to_contain_text("1,284")
    await expect(page.locator(".facts.dim")).to_contain_text("of 365")
    await expect(page.locator(".rows-part.dim")).to_be_visible()
    await expect(page.locator(".window h1")).to_contain_text("25 Oct 2026")
    await expect(page.locator(".trio .total")).to_contain_text("than in the twelve months before")
    doors = await hrefs(page.locator(":is(.trio, .facts, .rows) a[href*='/plays/']"))
    assert any("from=2025-11-24" in href for href in doors)
    assert not any("from=2026-10-25" in href for href in doors), "they lead to what the numbers are from"
    await until(lambda: scenario.held == 1)
    scenario.go_on()
    await expect(page.locator(".trio[aria-busy=false]")).to_be_visible()


async def test_without_a_network_it_is_said_and_asked_again_when_there_is_one(open_page: Open) -> None:
    page = await open_page(tolerant=True)  # the browser itself writes what it could not fetch
    await expect(page.locator(".trio")).to_contain_text("1,284")
    await page.context.set_offline(True)
    await page.get_by_text("Last 30 days", exact=True).click()
    trouble = page.locator("main").get_by_role("alert").first
    await expect(trouble).to_contain_text("The server cannot be reached. Check your connection.")
    await page.get_by_text("Last 12 months", exact=True).click()
    await expect(page.locator(".trio")).to_contain_text("1,284")
    await page.get_by_text("Last 30 days", exact=True).click()
    await expect(trouble).to_be_visible()
    await page.context.set_offline(False)
    await expect(page.locator(".trio figure, .trio .figure").first).to_be_visible()
    await expect(page.locator("main").get_by_role("alert")).to_have_count(0)


async def test_live_totals_that_break_off_are_asked_for_and_come_back(open_page: Open, scenario: Scenario) -> None:
    files = made_up_imports.FILES
    scenario.upload = made_up_imports.upload("reading", files[:1], 0.1)
    page = await open_page(IMPORT)
    await expect(page.locator(".figure")).to_have_text("573")
    scenario.parts["events"] = "503"
    scenario.cut.set()
    await expect(page.get_by_text("they are fetched every second instead")).to_be_visible()
    scenario.upload = made_up_imports.upload("reading", files[:2], 0.2)
    await expect(page.locator(".figure")).to_have_text("1,146")
    scenario.cut.clear()
    scenario.parts.clear()
    await expect(page.get_by_text("they are fetched every second instead")).to_have_count(0)
    scenario.steps = [made_up_imports.upload("reading", files[:3], 0.3)]
    await expect(page.locator(".figure")).to_have_text("1,719")


async def test_what_was_missed_while_the_events_were_cut_off_is_asked_for(open_page: Open, scenario: Scenario) -> None:
    scenario.upload = made_up_imports.upload("done")
    page = await open_page("/imports/")
    await expect(page.locator(".uploads li")).to_have_count(1)
    scenario.others = [{**made_up_imports.upload("done"), "id": "b1", "filename": "from-my-phone.zip"}]
    async with page.expect_request("**/api/v1/events"):
        scenario.cut.set()
    scenario.cut.clear()
    await expect(page.locator(".uploads li")).to_have_count(2)
