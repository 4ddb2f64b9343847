"""Looking at the histories of others, what one has in common with them, and where one stands."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, hrefs, to_the_end
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario

WINDOW = "from=2026-06-01&to=2026-08-31"


async def pick(page: Page, shown: str, name: str) -> None:
    """Choose somebody in the picker, which shows `shown`."""
    await page.get_by_role("button", name=f"Whose history: {shown}").click()
    await page.locator("#people-menu").get_by_role("button", name=name).click()


async def test_the_picker_is_there_only_when_somebody_shares(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["people"] = "empty"
    page = await open_page()
    await page.get_by_text("1,284", exact=True).wait_for()
    await expect(page.get_by_role("button", name="Whose history")).to_have_count(0)


async def test_going_back_from_a_person_finds_the_window_that_was_left(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_text("1,284", exact=True).wait_for()
    await pick(page, "Your history", "Jon")
    await expect(page.locator(".total .figure")).to_have_text("642")
    await page.get_by_label("This year").check()
    await page.wait_for_url(f"**/?person={JON}&from=2026-01-01&to=2026-11-23")
    await page.go_back()
    await page.go_back()
    await expect(page.locator(".total .figure")).to_have_text("1,284")
    await expect(page.get_by_label("Last 12 months")).to_be_checked()


async def test_a_person_is_looked_at_in_the_same_window_and_back_returns(open_page: Open) -> None:
    page = await open_page(f"/?{WINDOW}")
    await pick(page, "Your history", "Jon")
    await expect(page.get_by_text("You look at Jon’s history; private sessions are not in it.")).to_be_visible()
    await expect(page.locator(".total .figure")).to_have_text("642")
    await expect(page.get_by_label("Summer 2026")).to_be_checked()
    await page.wait_for_url(f"**/?{WINDOW}&person={JON}")
    await expect(page.get_by_role("button", name="Whose history: Jon")).to_be_focused()
    await page.go_back()
    await expect(page.locator(".total .figure")).to_have_text("1,284")
    await page.go_forward()
    await expect(page.locator(".total .figure")).to_have_text("642")
    await pick(page, "Jon", "Your history")
    await expect(page.get_by_text("You look at")).to_have_count(0)
    await page.wait_for_url(f"**/?{WINDOW}")


async def test_the_picker_is_used_by_keys(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Whose history").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await expect(page.locator("#people-menu").get_by_role("button", name="Jon")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("You look at Jon")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
async def test_what_opens_in_the_head_fits_and_is_accessible(width: int, theme: str, open_page: Open) -> None:
    page = await open_page(width=width, color_scheme=theme)
    await page.get_by_role("button", name="Whose history").click()
    await expect(page.locator("#people-menu").get_by_role("button", name="Theo")).to_be_in_viewport(ratio=1)
    assert await axe_findings(page) == []
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Share", exact=True).click()
    await page.get_by_role("button", name="Make the page").click()
    await expect(page.get_by_role("button", name="Copy")).to_be_in_viewport(ratio=1)
    assert await axe_findings(page) == []
    assert await sideways(page) <= 0


async def test_another_history_opens_no_plays_and_speaks_of_nobody_as_you(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(f"/?person={JON}")
    await expect(page.get_by_text("Favourite song, by playing time")).to_be_visible()
    await to_the_end(page)
    await expect(page.locator('a[href*="/plays/?"]')).to_have_count(0)
    for words in ("Your imports", "Private plays are yours", "Where you stand", "Share"):
        await expect(page.get_by_text(words, exact=True)).to_have_count(0)
    await page.get_by_role("button", name="Поздний свет", exact=True).click()
    sheet = page.get_by_role("dialog", name="Поздний свет")
    await expect(sheet.get_by_text("First played on 29 Nov 2025")).to_be_visible()
    await expect(sheet.locator(".plays")).to_have_count(0)
    assert scenario.asked == []


async def test_the_marks_of_anothers_chart_are_read_by_arrows(open_page: Open) -> None:
    page = await open_page(f"/?person={JON}")
    await to_the_end(page)
    mark = page.locator(".dial .marks [role=img]")
    await mark.focus()
    await page.keyboard.press("ArrowRight")
    await expect(mark).to_be_focused()
    await expect(page.locator(".dial .readout")).to_contain_text("01–02")
    await page.keyboard.press("Enter")
    assert f"/?person={JON}" in page.url


async def test_a_history_that_is_not_shared_leads_back_to_ones_own(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["person"] = "missing"
    page = await open_page(f"/?{WINDOW}&person={JON}")
    await expect(page.get_by_role("heading", name="This history is not shared with you")).to_be_visible()
    await page.get_by_role("button", name="Look at your own").click()
    await expect(page.locator(".total .figure")).to_have_text("1,284")
    await page.wait_for_url(f"**/?{WINDOW}")


async def test_who_stops_sharing_while_one_looks_is_seen_no_more(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(f"/?person={JON}")
    await expect(page.locator(".total .figure")).to_have_text("642")
    scenario.parts["person"] = "missing"
    await page.get_by_label("Last 30 days").click()  # not `check`: the choice may be gone before it is seen
    await expect(page.get_by_role("heading", name="This history is not shared with you")).to_be_visible()
    await expect(page.get_by_text("642")).to_have_count(0)


async def test_the_match_says_how_much_and_what_two_have_in_common(open_page: Open) -> None:
    page = await open_page(f"/?{WINDOW}&person={JON}")
    await page.get_by_role("radio", name="In common").check()
    await expect(page.get_by_role("heading", name="You and Jon meet in Halle Sieben")).to_be_visible()
    await page.wait_for_url(f"**/?{WINDOW}&person={JON}&view=match")
    await expect(page.locator(".match .figure")).to_have_text("62%")
    await expect(page.get_by_text("112 common artists and 641 common tracks")).to_be_visible()
    first = page.locator(".match-row").first
    await expect(first.locator(".mirror")).to_contain_text("You: 36 h 24")
    await expect(first.locator(".mirror")).to_contain_text("Jon: 52 h 00")
    links = first.locator(".mirror").get_by_role("link")
    assert await hrefs(links) == [f"/plays/?{WINDOW}&artist=Halle+Sieben&kind=track&counted=true&shared=true"], (
        "only one's own"
    )
    await expect(links).to_have_accessible_name("36 hours 24 minutes, show the plays")
    await page.get_by_role("radio", name="Tracks").check()
    await expect(first).to_contain_text("Ein Zimmer voller Mai")
    await page.locator(".match").get_by_role("button", name="Show as table").click()
    table = page.get_by_role("table", name="Common tracks")
    await expect(table.locator("thead th")).to_have_text(["Name", "You", "Jon"])
    await expect(table.locator("tbody tr").first.get_by_role("link"), "only one's own").to_have_count(1)
    await page.get_by_role("button", name="How this is counted: Taste match").click()
    await expect(page.get_by_role("dialog", name="Taste match")).to_contain_text("the smaller of your two shares")


async def test_the_match_keeps_to_the_window(open_page: Open) -> None:
    page = await open_page(f"/?person={JON}&view=match")
    await expect(page.locator(".match .figure")).to_have_text("62%")
    async with page.expect_request(lambda request: "/api/v1/match" in request.url) as asked:
        await page.get_by_label("Last 30 days").check()
    assert f"person={JON}&from=2026-10-25&to=2026-11-23" in (await asked.value).url


async def test_where_one_stands_by_period(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    standing = page.get_by_role("region", name="Where you stand")
    await expect(standing.get_by_text("Of the 7 people here")).to_be_visible()
    await expect(standing.locator(".share").first).to_contain_text("83%")
    await standing.get_by_role("radio", name="2025").check()
    await expect(standing.get_by_text("Of the 6 people here")).to_be_visible()
    await expect(standing.locator(".share").first).to_contain_text("63%")


async def test_nothing_is_said_of_a_standing_where_there_is_none(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["standing"] = "empty"
    page = await open_page()
    await to_the_end(page)
    await expect(page.get_by_text("Where you stand")).to_have_count(0)


async def test_somebody_without_a_history_may_look_at_others(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["history"] = "empty"
    page = await open_page()
    await expect(page.get_by_text("It is still quiet here.")).to_be_visible()
    await pick(page, "Your history", "Theo")
    await expect(page.get_by_text("You look at Theo’s history")).to_be_visible()


async def test_another_history_in_german(open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = "de"
    page = await open_page(f"/?person={JON}", locale="de-DE")
    await expect(page.get_by_text("Du siehst den Verlauf von Jon; private Sitzungen sind nicht darin.")).to_be_visible()
    await expect(page.get_by_text("Lieblingslied, nach Spielzeit")).to_be_visible()
