"""The plays behind a number: what is asked of the server, what the page says of it, and the way back."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.browser.conftest import Open, hrefs
from tests.browser.scenario import Scenario

EVERY_FILTER = {
    "from": "2026-01-01",
    "to": "2026-06-30",
    "track": "Umweg & zurück",
    "artist": "Halle Sieben",
    "album": "Nebenan",
    "kind": "track",
    "month": "5",
    "weekday": "4",
    "hour": "21",
    "since": "2026-02-02T17:04:00Z",
    "until": "2026-02-02T23:24:00Z",
    "counted": "true",
    "shared": "true",
    "streams": "true",
    "skipped": "false",
    "shuffle": "true",
    "offline": "false",
    "private": "false",
    "estimate": "true",
    "platform": "car",
    "country": "PT",
    "first": "track",
    "new": "artist",
}


def address(filters: dict[str, str]) -> str:
    return "/plays/?" + "&".join(f"{name}={text.replace('&', '%26')}" for name, text in filters.items())


async def test_every_filter_of_the_address_is_asked_for_and_said(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(address(EVERY_FILTER))
    await expect(page.get_by_role("heading", name="Umweg & zurück")).to_be_visible()
    await expect(page.locator(".plays li").first).to_be_visible()
    assert {name: text for name, text in scenario.asked[0].items() if name != "cursor"} == EVERY_FILTER
    said = [" ".join(text.split()) for text in await page.locator(".chips .chip").all_inner_texts()]
    assert [text.removesuffix(" ×") for text in said] == [
        "1 Jan 2026 – 30 Jun 2026",
        "since 2 Feb 2026, 18:04",
        "until 3 Feb 2026, 00:24",
        "Umweg & zurück",
        "Halle Sieben",
        "Nebenan",
        "Music",
        "in May, of any year",
        "Thursday",
        "21–22",
        "without doubles",
        "without private sessions",
        "streams",
        "not skipped",
        "shuffled",
        "online",
        "not private",
        "estimates",
        "Car",
        "Portugal",
        "first plays of a track",
        "artists first heard in this window",
    ]


async def test_a_filter_is_taken_away_by_its_chip(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(address({"from": "2026-01-01", "to": "2026-06-30", "weekday": "4", "counted": "true"}))
    await page.get_by_role("link", name="Thursday, remove this filter").click()
    await expect(page.get_by_role("link", name="Thursday, remove this filter")).to_have_count(0)
    await page.locator(".plays li").first.wait_for()
    assert {"from": "2026-01-01", "to": "2026-06-30", "counted": "true"} in scenario.asked
    assert await hrefs(page.get_by_role("link", name="Your listening")) == ["/?from=2026-01-01&to=2026-06-30"]


async def test_what_makes_no_sense_is_no_filter(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(
        "/plays/?weekday=9&hour=x&from=2026-02-30&kind=song&skipped=maybe&colour=red&artist=June+Havel"
    )
    await page.locator(".plays li").first.wait_for()
    assert scenario.asked[0] == {"artist": "June Havel"}


async def test_doubles_and_estimates_are_marked_and_the_sums_stand_on_top(open_page: Open) -> None:
    page = await open_page("/plays/?from=2026-01-01&to=2026-06-30")
    await expect(page.locator(".plays-sums")).to_contain_text("455 plays")
    await expect(page.locator(".plays-sums")).to_contain_text("412 streams")
    await expect(page.locator(".plays-sums b")).to_have_text("31\u202fh\u00a012\u202fmin")
    await expect(page.locator(".plays .double")).to_contain_text("logged twice")
    await expect(page.get_by_text("left out of the sums")).to_be_visible()
    await expect(page.locator(".plays li").first).to_contain_text("estimate")
    await expect(page.locator(".plays li").nth(7)).to_contain_text("skipped")


async def read_on(page: Page) -> None:
    """Scroll to the end of the third page, the last one."""
    for end in (20, 40):
        await page.locator(".plays li").nth(end - 1).scroll_into_view_if_needed()
    await expect(page.locator(".plays li")).to_have_count(60)


async def test_the_list_is_read_on_as_far_as_one_scrolls(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/plays/")
    await read_on(page)
    await expect(page.get_by_role("button", name="Show more")).to_have_count(0)
    assert [question.get("cursor") for question in scenario.asked] == [None, "20", "40"]


async def test_the_plays_of_an_album_without_an_artist_are_its_own(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/plays/?album=Greatest+Hits&artist=&counted=true")
    await page.locator(".plays li").first.wait_for()
    assert scenario.asked[0] == {"album": "Greatest Hits", "artist": "", "counted": "true"}
    await expect(page.get_by_role("link", name="without an artist, remove this filter")).to_be_visible()
    await page.get_by_role("link", name="Greatest Hits, remove this filter").click()
    await page.wait_for_url("**/plays/?counted=true")


async def test_a_chip_that_goes_leaves_the_focus_at_the_list_and_can_be_had_back(open_page: Open) -> None:
    page = await open_page(address({"from": "2026-01-01", "to": "2026-06-30", "weekday": "4"}))
    chip = page.get_by_role("link", name="Thursday, remove this filter")
    await chip.focus()
    await page.keyboard.press("Enter")
    await expect(chip).to_have_count(0)
    await expect(page.get_by_role("heading", name="Plays")).to_be_focused()
    await page.wait_for_url("**/plays/?from=2026-01-01&to=2026-06-30")
    await page.go_back()
    await expect(chip).to_be_visible()


async def test_show_more_keeps_the_focus_while_it_loads(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/imports/", height=200)
    await page.get_by_role("link", name="Plays", exact=True).click()
    await page.locator(".plays li").first.wait_for()
    scenario.parts["plays"] = "held"
    more = page.get_by_role("button", name="Show more")
    await more.focus()
    await expect(more).to_have_attribute("aria-disabled", "true")
    await expect(more).to_be_focused()
    scenario.parts.clear()
    scenario.go_on()
    await expect(page.locator(".plays li")).not_to_have_count(20)


async def test_a_long_list_is_read_anew_only_when_that_is_wanted(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/plays/", height=200)
    await read_on(page)
    scenario.asked.clear()
    scenario.events.append("history-changed")
    await expect(page.get_by_text("Your history has changed since this list was read.")).to_be_visible()
    await expect(page.locator(".plays li")).to_have_count(60)
    assert scenario.asked == []
    await page.get_by_role("button", name="Read it anew").click()
    await expect(page.locator(".plays li")).to_have_count(20)
    assert "cursor" not in scenario.asked[0]
    await expect(page.get_by_text("Your history has changed")).to_have_count(0)


async def test_one_page_of_plays_is_read_anew_by_itself(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/plays/", height=200)
    await page.locator(".plays li").first.wait_for()
    scenario.asked.clear()
    async with page.expect_response("**/api/v1/plays"):
        scenario.events.append("history-changed")
    assert scenario.asked == [{}]


async def test_a_change_of_zone_leaves_no_old_plays(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/plays/", height=200)
    await page.locator(".plays li").first.wait_for()
    await page.get_by_role("button", name="Mara, your account").click()
    await page.locator("#account-menu").get_by_role("link", name="Settings").click()
    await page.get_by_role("combobox", name="Time zone").select_option("Asia/Tokyo")
    await page.get_by_role("button", name="Save the time zone").click()
    await expect(page.get_by_text("Saved.")).to_be_visible()
    scenario.parts["plays"] = "held"
    await page.get_by_role("link", name="Plays", exact=True).click()
    await expect(page.get_by_text("Loading …")).to_be_visible()
    await expect(page.locator(".plays li")).to_have_count(0)
