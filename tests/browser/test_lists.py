"""Top lists as long as they are wanted, and searched."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, hrefs
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario


def search(page: Page, of: str = "tracks") -> Locator:
    return page.get_by_role("searchbox", name=f"Search the {of}")


async def ranks(page: Page) -> list[str]:
    return await page.locator(".row .rk").all_inner_texts()


async def test_a_list_grows_to_its_end_and_says_where_the_rest_is(open_page: Open) -> None:
    page = await open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "limit=500" in request.url else None)
    for count in (50, 150, 250, 350, 450, 500):
        await page.get_by_role("button", name=f"Show {count}", exact=True).click()
        await expect(page.locator(".row")).to_have_count(count)
    assert len(asked) == 1, "all of it comes at once, and only when it is wanted"
    await expect(page.locator(".row .rk").last).to_have_text("500")
    end = page.get_by_text("This list ends at rank 500. The rest of the 3,412 is found among the plays.")
    await expect(end).to_be_visible()
    assert await hrefs(end.get_by_role("link")) == ["/plays/?from=2025-11-24&to=2026-11-23&kind=track&counted=true"]
    await expect(page.locator("#lists-title")).to_have_text("Fifty songs filled 40% of your music")
    await page.get_by_role("button", name="Show fewer").click()
    await expect(page.locator(".row")).to_have_count(10)


async def test_a_short_list_is_shown_whole(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("radiogroup", name="List").get_by_role("radio", name="Shows").check()
    await expect(page.locator(".row")).to_have_count(3)
    # a short list lets the parts below come near, which have buttons of their own
    await expect(page.locator("[aria-labelledby=lists-title] .more .btn")).to_have_count(0)


async def test_a_search_keeps_the_ranks_and_looks_through_all(open_page: Open) -> None:
    page = await open_page()
    await search(page).fill("ljosa 33")
    await expect(page.get_by_role("status").filter(has_text="found")).to_have_text("One found, among 500.")
    await expect(page.locator(".row")).to_contain_text("Ljósaskipti (33)")
    assert await ranks(page) == ["490"]
    await search(page).fill("HALLE sieben")
    await expect(page.locator(".row")).to_have_count(50)
    assert (await ranks(page))[:4] == ["1", "14", "16", "29"]
    await page.get_by_role("radiogroup", name="List").get_by_role("radio", name="Artists").check()
    await expect(search(page, "artists")).to_have_value("HALLE sieben")
    await expect(page.locator(".row").first).to_contain_text("Halle Sieben")
    await search(page, "artists").fill("")
    await expect(page.locator(".row")).to_have_count(10)


async def test_what_is_not_found_may_be_among_the_plays(open_page: Open) -> None:
    page = await open_page()
    await search(page).fill("nobody")
    await expect(page.get_by_text("Nothing of that name, among 500.")).to_be_visible()
    await expect(page.get_by_text("This list ends at rank 500.")).to_be_visible()
    await expect(page.locator(".row")).to_have_count(0)


async def test_the_search_waits_and_says_so(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.locator(".row").first.wait_for()
    scenario.parts["wrapped"] = "held"
    await search(page).fill("halle")
    await expect(page.get_by_text("Searching all of the list …")).to_be_visible()
    await expect(page.locator(".row").first).to_contain_text("Halle Sieben")
    scenario.parts.clear()
    scenario.go_on()
    await expect(page.get_by_text("among 500.")).to_be_visible()


async def test_a_search_that_fails_is_tried_again(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.locator(".row").first.wait_for()
    scenario.parts["wrapped"] = "error"
    await search(page).fill("halle")
    await expect(page.get_by_text("The longer list could not be read.")).to_be_visible()
    await expect(page.get_by_text("among 50.")).to_be_visible()
    scenario.parts.clear()
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_text("among 500.")).to_be_visible()


async def test_a_longer_list_that_fails_keeps_the_rows(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Show 50").click()
    await expect(page.locator(".row")).to_have_count(50)
    scenario.parts["wrapped"] = "504"
    await page.get_by_role("button", name="Show 150").click()
    await expect(page.get_by_text("The longer list could not be read.")).to_be_visible()
    await expect(page.locator(".row")).to_have_count(50)
    scenario.parts.clear()
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator(".row")).to_have_count(150)
    await expect(page.locator("#lists-title")).to_be_focused()


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark"), (320, "light")])
async def test_a_search_fits_and_is_accessible(width: int, theme: str, open_page: Open) -> None:
    page = await open_page(width=width, color_scheme=theme)
    await search(page).fill("paper")
    await page.get_by_text("among 500.").wait_for()
    assert await axe_findings(page) == []
    assert await sideways(page) <= 0


async def test_the_list_of_another_leads_to_no_plays(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(f"/?person={JON}")
    await search(page).fill("halle")
    await expect(page.get_by_text("This list ends at rank 500.")).to_be_visible()
    await expect(page.locator(".beyond a")).to_have_count(0)
    assert scenario.asked == []


async def test_in_german(open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = "de"
    page = await open_page(locale="de-DE")
    await page.get_by_role("searchbox", name="Stücke durchsuchen").fill("sigrun oesk")
    await expect(page.get_by_text("unter 500.")).to_be_visible()
    await expect(page.locator(".row").first).to_contain_text("Sigrún Ösk")


async def test_people_stand_in_the_order_of_their_names(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Whose history").click()
    names = await page.locator("#people-menu button").all_inner_texts()
    assert [name.strip().split("\n")[-1] for name in names] == [
        "Your history",
        "Jon",
        "Šárka Nováková-Lindqvist",
        "Theo",
    ]
