"""Two windows side by side: how they are chosen, what is set beside what, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, hrefs
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario
from tests.browser.test_chart_files import rows_of, saved
from tests.browser.test_listening import dated

WINDOW = "from=2025-11-24&to=2026-11-23"
BEFORE = "from=2024-11-24&to=2025-11-23"
VERSUS = "vs_from=2024-11-24&vs_to=2025-11-23"
COMPARED = f"/?{WINDOW}&{VERSUS}"
SUMMER = "/?from=2026-06-01&to=2026-08-31"
HEADINGS = {
    "en": [
        "From Oba Tunde Trio to Ирена Вольна",
        "9% more playing time than from 24 Nov 2024 to 23 Nov 2025",
        "43 of the first 50 tracks are in both windows",
        "Most is played at 21–22, in the other window at 08–09",
    ],
    "de": [
        "Von Oba Tunde Trio zu Ирена Вольна",
        "9 % mehr Spielzeit als vom 24. Nov. 2024 bis zum 23. Nov. 2025",
        "43 der ersten 50 Stücke sind in beiden Zeiträumen dabei",
        "Am meisten läuft um 21–22 Uhr, im anderen Zeitraum um 08–09 Uhr",
    ],
}


async def against(page: Page, window: str) -> None:
    """Wait until these are the dates that the window is compared with."""
    await expect(page.locator(".versus .disp")).to_contain_text(window, use_inner_text=True)


def sides(page: Page, heading: str) -> Locator:
    """The two columns below a heading."""
    return page.get_by_role("region", name=heading).locator(".side")


async def choose(page: Page, name: str) -> None:
    await page.get_by_role("button", name="Compare …").click()
    await page.get_by_role("dialog", name="Compare with …").get_by_role("button", name=name).click()


async def test_the_window_before_and_back(open_page: Open) -> None:
    page = await open_page(SUMMER)
    await choose(page, "The window before")
    await page.wait_for_url(f"**{SUMMER}&vs_from=2026-03-01&vs_to=2026-05-31")
    await expect(page.locator(".versus")).to_contain_text("1 Mar 2026")
    await page.go_back()
    await expect(page.locator(".trio")).to_be_visible()
    await page.go_forward()
    await expect(page.locator(".versus")).to_contain_text("31 May 2026")
    await page.get_by_role("button", name="End comparison").click()
    await page.wait_for_url(f"**{SUMMER}")
    await expect(page.locator(".trio")).to_be_visible()


async def test_the_same_days_a_year_earlier_follow_the_window(open_page: Open) -> None:
    page = await open_page(SUMMER)
    await choose(page, "The same days a year earlier")
    await page.get_by_label("2025", exact=True).check()
    await expect(page.locator(".versus")).to_contain_text("31 Dec 2024")
    await page.evaluate("document.activeElement.blur()")
    await page.keyboard.press("ArrowLeft")
    await expect(page.locator(".versus")).to_contain_text("31 Dec 2023")


async def test_a_window_of_a_year_has_one_window_before(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Compare …").click()
    sheet = page.get_by_role("dialog", name="Compare with …")
    await expect(sheet.locator(".option")).to_have_text(["The window before 24 Nov 2024 – 23 Nov 2025"])
    await sheet.locator(".option").click()
    # The window that was meant is named too.
    await page.wait_for_url(f"**{COMPARED}")


async def test_free_days_stay_what_they_are(open_page: Open) -> None:
    page = await open_page(SUMMER)
    await page.get_by_role("button", name="Compare …").click()
    sheet = page.get_by_role("dialog", name="Compare with …")
    await sheet.get_by_label("From").fill("2024-05-31")
    await sheet.get_by_label("To", exact=True).fill("2024-05-01")
    await sheet.get_by_role("button", name="Compare", exact=True).click()
    await expect(page.locator(".versus")).to_contain_text("31 May 2024")
    await page.get_by_label("2025", exact=True).check()
    await against(page, "1 May 2024 – 31 May 2024")
    await page.get_by_role("button", name="first day of the window compared with").click()
    await sheet.get_by_label("From").fill("2024-04-01")
    await sheet.get_by_role("button", name="Compare", exact=True).click()
    await expect(page.locator(".versus")).to_contain_text("1 Apr 2024")


async def test_the_two_are_swapped(open_page: Open) -> None:
    page = await open_page(COMPARED)
    await page.get_by_role("button", name="Swap").click()
    await dated(page, "24 Nov 2024 – 23 Nov 2025")
    await against(page, "24 Nov 2025 – 23 Nov 2026")
    await expect(page.get_by_role("heading", name="8% less playing time")).to_be_visible()
    await expect(page.get_by_role("heading", name="From Oba Tunde Trio to Ирена Вольна")).to_be_visible()


async def test_it_is_all_done_by_keys(open_page: Open) -> None:
    page = await open_page(SUMMER)
    opener = page.get_by_role("button", name="Compare …")
    await opener.focus()
    await page.keyboard.press("Enter")
    choices = page.get_by_role("dialog").locator(".option")
    compared = page.get_by_role("button", name="first day of the window compared with")
    await expect(choices).to_have_count(2)
    await page.keyboard.press("Escape")
    await expect(opener).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(choices.first).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator(".versus")).to_contain_text("31 Aug 2025")
    await expect(compared).to_be_focused()
    await page.get_by_role("button", name="End comparison").focus()
    await page.keyboard.press("Enter")
    await expect(opener).to_be_focused()
    # Once more: what takes the focus over is there now before the sheet has gone.
    await page.keyboard.press("Enter")
    await expect(choices.first).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(compared).to_be_focused()


@pytest.mark.parametrize("language", HEADINGS)
async def test_the_findings_are_the_headings(language: str, open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = language
    page = await open_page(COMPARED, locale={"en": "en-GB", "de": "de-DE"}[language])
    for heading in HEADINGS[language]:
        await expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert await axe_findings(page) == []


async def test_each_number_leads_to_the_plays_of_its_window(open_page: Open) -> None:
    page = await open_page(COMPARED)
    sums = page.locator(".sums")
    await expect(sums).to_contain_text("1,178 h 9 min")
    found = await hrefs(sums.locator("a"))
    assert found[:2] == [f"/plays/?{WINDOW}&counted=true", f"/plays/?{BEFORE}&counted=true"]
    assert [one.split("&")[-1] for one in found[4:6]] == ["streams=true", "streams=true"]
    favourites = sides(page, HEADINGS["en"][0])
    assert all(WINDOW in href for href in await hrefs(favourites.first.locator("a.open")))
    assert all(BEFORE in href for href in await hrefs(favourites.last.locator("a.open")))
    await expect(sums.locator(".sum-change").nth(3)).to_contain_text("-5% against the other window")


async def test_what_came_and_what_went(open_page: Open) -> None:
    page = await open_page(COMPARED)
    lists = page.locator("section[aria-labelledby=compare-lists] .side")
    now, then = lists.first, lists.last
    await expect(now.locator(".ranked-row").first).to_contain_text("came")
    await expect(now.locator(".ranked-row").nth(7)).to_contain_text("there 1")
    await page.get_by_role("button", name="Show 50").click()
    await expect(then.locator(".ranked-row")).to_have_count(50)
    await expect(then.locator(".ranked-row").last).to_contain_text("went")
    await page.get_by_role("radio", name="Artists").check()
    await expect(page.get_by_role("heading", name="48 of the first 50 artists are in both windows")).to_be_visible()
    await page.keyboard.press("s")
    await expect(page.get_by_role("radio", name="Streams")).to_be_checked()
    await expect(now.locator(".ranked-row").first).to_contain_text("streams")


async def test_each_window_is_asked_for_once(open_page: Open) -> None:
    asked: list[str] = []
    page = await open_page("/settings/")
    page.on("request", lambda request: asked.append(request.url) if "wrapped?" in request.url else None)
    await page.goto(urljoin(page.url, COMPARED))
    await expect(page.locator(".sums")).to_be_visible()
    windows = [sorted(parse_qsl(urlsplit(url).query)) for url in asked if "from=" in url]
    assert sorted(windows) == [
        [("by", "time"), ("from", "2024-11-24"), ("limit", "50"), ("to", "2025-11-23")],
        [("by", "time"), ("from", "2025-11-24"), ("limit", "50"), ("to", "2026-11-23")],
    ]


async def test_the_charts_have_both_windows_as_tables_and_files(open_page: Open) -> None:
    page = await open_page(COMPARED)
    figure = page.locator("figure").filter(has_text="Hours by month")
    await expect(figure.locator(".plot .before")).to_have_count(13)
    await figure.get_by_role("button", name="Show as table").click()
    table = figure.get_by_role("table")
    await expect(table.locator("th[scope=col]")).to_have_text(
        ["Period", "24 Nov 2025 – 23 Nov 2026", "24 Nov 2024 – 23 Nov 2025"]
    )
    await expect(table.locator("tbody th").nth(1)).to_have_text("December 2025 – December 2024")
    name, text = await saved(page, figure, "Save the data")
    assert name == "nachklang-hours-by-month-2025-11-24-2026-11-23.csv"
    assert rows_of(text)[0][1:] == [
        "24 Nov 2025 – 23 Nov 2026 in milliseconds",
        "24 Nov 2024 – 23 Nov 2025 in milliseconds",
    ]
    assert len(rows_of(text)) == 14
    _, drawing = await saved(page, figure, "Save the picture")
    assert drawing.count("<line") == 1 + 13 + 1, "the axis, a line a month, and what the line means"
    clock = page.locator("figure.dial")
    await clock.get_by_role("button", name="Show as table").click()
    await expect(clock.locator("tbody tr").nth(21).locator("td")).to_have_text(
        ["229 h 44 min", "19%", "21 h 59 min", "1.8%"]
    )


async def test_days_are_set_beside_days_in_short_windows(open_page: Open) -> None:
    page = await open_page("/?from=2026-03-01&to=2026-03-31&vs_from=2026-02-01&vs_to=2026-02-28")
    figure = page.locator("figure").filter(has_text="Hours by day")
    mark = figure.locator(".marks a")
    await expect(mark).to_have_attribute(
        "aria-label", "1 Mar 2026 · 4\u202fh\xa048\u202fmin — 1 Feb 2026 · 2\u202fh\xa011\u202fmin"
    )
    assert await hrefs(mark) == ["/plays/?from=2026-03-01&to=2026-03-01&counted=true"]
    await mark.focus()
    await page.keyboard.press("End")
    assert await hrefs(mark) == ["/plays/?from=2026-03-31&to=2026-03-31&counted=true"]
    await expect(page.get_by_text("31 days beside 28: the mean day compares them best.")).to_be_visible()


async def test_in_anothers_history_no_door_opens(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(f"{COMPARED}&person={JON}")
    await expect(page.get_by_role("heading", name=HEADINGS["en"][2])).to_be_visible()
    await expect(page.locator(".sums")).to_be_visible()
    await expect(page.locator('a[href*="/plays/?"]')).to_have_count(0)
    parts = await page.locator("section[aria-labelledby^=compare-]").all_inner_texts()
    assert len(parts) == 4
    assert [text for text in parts if "Your" in text] == []
    await page.get_by_role("radio", name="In common").check()
    await expect(page.locator(".versus")).to_have_count(0)
    await expect(page.get_by_role("button", name="Compare …")).to_have_count(0)
    assert scenario.asked == []


def before(state: str) -> Callable[[Scenario], None]:
    return lambda scenario: scenario.parts.update(before=state)


STATES = {
    "full": (before("full"), HEADINGS["en"]),
    "loading": (before("held"), ["Favourites, side by side", "1,284 h 36 min", "Top lists, side by side"]),
    "empty": (
        before("empty"),
        ["Nothing played in these days", "Nothing was played in one of the two windows", "1,284 h 36 min"],
    ),
    "error": (
        before("error"),
        ["This window could not be read", "One of the two windows could not be read.", "1,284 h 36 min"],
    ),
}


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (768, "dark"), (390, "light"), (320, "dark")])
@pytest.mark.parametrize("name", STATES)
async def test_every_state_fits_and_is_accessible(
    name: str, width: int, theme: str, open_page: Open, scenario: Scenario
) -> None:
    prepare, says = STATES[name]
    prepare(scenario)
    page = await open_page(COMPARED, width=width, color_scheme=theme)
    for words in says:
        await expect(page.get_by_text(words).first).to_be_visible()
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []


async def test_one_that_failed_is_tried_again(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["before"] = "error"
    page = await open_page(COMPARED)
    retry = page.get_by_role("button", name="Try again")
    await retry.first.wait_for()
    scenario.parts.clear()
    await retry.first.click()
    await expect(page.get_by_role("heading", name=HEADINGS["en"][1])).to_be_visible()
    await expect(retry).to_have_count(0)


@pytest.mark.parametrize(("width", "theme"), [(1440, "dark"), (320, "light")])
async def test_the_choice_fits_and_is_accessible(width: int, theme: str, open_page: Open) -> None:
    page = await open_page(SUMMER, width=width, color_scheme=theme)
    await page.get_by_role("button", name="Compare …").click()
    await expect(page.get_by_role("dialog").get_by_text("1 Jun 2025 – 31 Aug 2025")).to_be_visible()
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []


async def test_half_a_window_is_no_comparison(open_page: Open) -> None:
    page = await open_page(f"/?{WINDOW}&vs_from=2024-11-24")
    await expect(page.locator(".trio .name").first).to_be_visible()
    await expect(page.locator(".versus")).to_have_count(0)
