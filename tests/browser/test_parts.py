"""Every part of a wrapped below the lists: that it shows, and what it says where there is little."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, Position, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, hrefs, to_the_end
from tests.browser.scenario import Scenario

WINDOW = "from=2025-11-24&to=2026-11-23"
PARTS = {
    "en": [
        "Thursday, just after nine in the evening",
        "Around the clock",
        "Hour by weekday",
        "Day by day",
        "Hours by month",
        "your biggest day (framed above)",
        "without a silent one",
        "your longest sitting, 2 Feb 2026, 18:04 to 00:24",
        "299 artists were new, and took 31% of your time",
        "The ones that stayed",
        "You loved these, and then they fell silent",
        "Forgotten treasures",
        "Still with you",
        "You let three plays in four run their course",
        "of the 40,004 plays that say so",
        "Devices",
        "Germany",
        "skipped 38 times",
        "How it was counted",
        "26 plays come from the live feed",
        "24 estimates were replaced.",
    ],
    "de": [
        "Donnerstag, kurz nach neun am Abend",
        "Rund um die Uhr",
        "Stunde und Wochentag",
        "Tag für Tag",
        "Stunden im Monat",
        "dein größter Tag (oben umrahmt)",
        "ohne einen stillen",
        "deine längste Sitzung, 2. Feb. 2026, 18:04 bis 00:24",
        "299 Künstler waren neu und bekamen 31",
        "Was geblieben ist",
        "Das hast du geliebt, und dann wurde es still",
        "Vergessene Schätze",
        "Noch bei dir",
        "Drei von vier Wiedergaben hast du laufen lassen",
        "von den 40.004 Wiedergaben",
        "Geräte",
        "Deutschland",
        "38-mal übersprungen",
        "Wie gezählt wurde",
        "26 Wiedergaben kommen aus dem Live-Abruf",
        "24 Schätzungen wurden ersetzt.",
    ],
}
CHARTS = ["Around the clock", "Hour by weekday", "Day by day", "Hours by month", "New artists over time"]
NOT_ISOLATED = """() => [...document.querySelectorAll('.media-name, .tt, .most-skipped')]
    .filter(place => !place.querySelector('bdi')).length"""


def chart(page: Page, title: str) -> Locator:
    return page.locator("figure.chart", has=page.get_by_role("heading", name=title, exact=True))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_part_shows(language: str, width: int, theme: str, open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = language
    page = await open_page(width=width, color_scheme=theme, locale={"en": "en-GB", "de": "de-DE"}[language])
    await to_the_end(page)
    for text in PARTS[language]:
        await expect(page.locator("main").get_by_text(text).first).to_be_visible()
    assert await page.evaluate(NOT_ISOLATED) == 0
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []


@pytest.mark.parametrize("width", [320, 768, 1024])
async def test_nothing_overflows_between(width: int, open_page: Open) -> None:
    page = await open_page(width=width)
    await to_the_end(page)
    assert await sideways(page) <= 0


async def test_every_chart_is_a_named_picture_and_a_table(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    for title in CHARTS:
        figure = chart(page, title)
        name = await figure.get_by_role("img").get_attribute("aria-label")
        assert name and name.endswith(".")
        await figure.get_by_role("button", name="Show as table").click()
        table = figure.get_by_role("table")
        await expect(table).to_be_visible()
        assert await table.get_by_role("link").count() >= 12, title
        await expect(figure.get_by_role("img")).to_have_count(0)
    assert await axe_findings(page) == []
    for title in CHARTS:
        figure = chart(page, title)
        await figure.get_by_role("button", name="Show as picture").click()
        await expect(figure.get_by_role("img")).to_be_visible()


async def test_treasures_are_a_table_of_years_too(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    section = page.locator("section", has=page.get_by_role("heading", name="You loved these"))
    await expect(section.get_by_role("img", name="Played from")).to_have_count(6)
    await section.get_by_role("button", name="Show as table").first.click()
    await expect(section.get_by_role("table").get_by_role("columnheader", name="2019")).to_be_visible()
    assert (await hrefs(section.get_by_role("table").get_by_role("link")))[0] == (
        "/plays/?from=2019-01-01&to=2019-12-31&track=Footnote+12&artist=The+Marginalia&kind=track&counted=true"
    )


async def test_the_last_year_of_a_treasure_ends_with_the_window(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    section = page.locator("section", has=page.get_by_role("heading", name="You loved these"))
    await section.get_by_role("button", name="Show as table").last.click()
    last = [href for href in await hrefs(section.get_by_role("table").get_by_role("link")) if "from=2026-01-01" in href]
    assert last
    assert [href for href in last if "to=2026-11-23" not in href] == []


async def test_the_marks_of_a_chart_are_one_tab_stop_walked_by_arrows(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    figure = chart(page, "Hour by weekday")
    await figure.locator(".marks a[tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown"):
        await page.keyboard.press(key)
    await expect(figure.locator(".marks a[tabindex='0']")).to_be_focused()
    await expect(figure.locator(".readout")).to_contain_text("Thursday 01–02 · ")
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**/plays/?{WINDOW}&weekday=4&hour=1&counted=true")


async def last_mark(figure: Locator) -> str:
    """Where the last value of a chart leads, walked to by keys."""
    await figure.locator(".marks a[tabindex='0']").focus()
    await figure.page.keyboard.press("End")
    return (await hrefs(figure.locator(".marks a")))[0]


async def spot_on(figure: Locator, across: float, down: float) -> Position:
    """A place on the marks of a chart, by its parts of their width and height, once it is on the screen."""
    layer = figure.locator(".marks")
    await layer.scroll_into_view_if_needed()
    box = await layer.bounding_box()
    assert box
    return {"x": box["width"] * across, "y": box["height"] * down}


POINTED = [
    ("Hour by weekday", (0.99, 0.86), "Sunday 23–24", f"{WINDOW}&weekday=7&hour=23"),
    ("Around the clock", (0.49, 0.14), "23–24", f"{WINDOW}&hour=23"),
    ("Day by day", (0.99, 0.22), "Monday, 23 November 2026", "from=2026-11-23&to=2026-11-23"),
    ("Hours by month", (0.99, 0.5), "November 2026", "from=2026-11-01&to=2026-11-23"),
]


@pytest.mark.parametrize(("title", "place", "says", "opens"), POINTED)
async def test_what_is_pointed_at_is_said_and_opened(
    title: str, place: tuple[float, float], says: str, opens: str, open_page: Open
) -> None:
    page = await open_page()
    await to_the_end(page)
    figure = chart(page, title)
    spot = await spot_on(figure, *place)
    await figure.locator(".marks").hover(position=spot)
    await expect(figure.locator(".readout")).to_contain_text(says)
    await figure.locator(".marks").click(position=spot)
    await page.wait_for_url(f"**/plays/?{opens}&counted=true")


async def test_beside_the_marks_nothing_is_said(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    dial = chart(page, "Around the clock")
    await dial.locator(".marks").hover(position=await spot_on(dial, 0.49, 0.14))
    await expect(dial.locator(".readout")).to_contain_text("23–24")
    await dial.locator(".marks").hover(position=await spot_on(dial, 0.5, 0.5))
    await expect(dial.locator(".readout")).to_have_text("")


async def test_a_dial_with_room_beside_it_says_what_is_pointed_at(open_page: Open) -> None:
    page = await open_page(width=1000)
    await to_the_end(page)
    dial = chart(page, "Around the clock")
    await dial.locator(".marks").scroll_into_view_if_needed()
    box = await dial.locator(".col.peak").bounding_box()
    layer = await dial.locator(".marks").bounding_box()
    assert box and layer and layer["width"] > 500
    spot: Position = {"x": box["x"] - layer["x"] + box["width"] / 2, "y": box["y"] - layer["y"] + box["height"] / 2}
    await dial.locator(".marks").hover(position=spot)
    await expect(dial.locator(".readout")).to_contain_text("21–22")


async def test_a_tap_opens_what_it_touches(open_page: Open) -> None:
    page = await open_page(width=1024, has_touch=True)
    await to_the_end(page)
    grid = chart(page, "Hour by weekday")
    await grid.locator(".marks").tap(position=await spot_on(grid, 0.99, 0.86))
    await page.wait_for_url(f"**/plays/?{WINDOW}&weekday=7&hour=23&counted=true")


async def test_ranks_tell_how_they_changed(open_page: Open) -> None:
    page = await open_page()
    await page.locator(".row .ch").first.wait_for()
    changes = [" ".join(text.split()) for text in await page.locator(".row .ch").all_inner_texts()]
    assert changes[:5] == ["same", "▲ 4", "New", "▲ 4", "▼ 1"]
    await expect(page.get_by_role("link", name="up by 4, from rank 6")).to_have_count(1)


async def test_many_months_become_quarters_and_years(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/?from=2020-01-01&to=2026-11-23")
    await to_the_end(page)
    await expect(page.get_by_role("heading", name="Hours by quarter")).to_be_visible()
    quarters = chart(page, "Hours by quarter")
    assert await last_mark(quarters) == "/plays/?from=2026-10-01&to=2026-11-23&counted=true"
    await expect(page.get_by_role("button", name="Show all 7 years")).to_be_visible()
    calendar = page.locator(".calendar")
    assert await last_mark(calendar) == "/plays/?from=2025-12-31&to=2025-12-31&counted=true"
    await page.keyboard.press("Home")
    await expect(calendar.locator(".readout")).to_contain_text("1 January 2026")
    await page.goto(page.url.replace("2020-01-01", "2010-01-01"))
    await to_the_end(page)
    await expect(page.get_by_role("heading", name="Hours by year")).to_be_visible()


async def test_an_empty_window_says_so_in_every_part(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["wrapped"] = "empty"
    page = await open_page("/?from=2026-12-03&to=2026-12-09")
    await to_the_end(page)
    for text in (
        "When you listen",
        "Nothing was played in these days.",
        "Nothing new here: everything was known to you.",
        "Nothing loved before has fallen silent",
        "Everything in this window comes from your export",
    ):
        await expect(page.get_by_text(text).first).to_be_visible()
    assert await axe_findings(page) == []


async def test_a_thin_history_has_plain_headings(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["wrapped"] = "thin"
    page = await open_page("/?from=2026-11-20&to=2026-11-23")
    await to_the_end(page)
    for heading in ("When you listen", "First heard", "Treasures", "How you listen"):
        await expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    for text in ("Too young a history for forgotten things", "which say nothing of skips, devices or countries"):
        await expect(page.get_by_text(text)).to_be_visible()
    calendar = page.locator(".calendar")
    assert await last_mark(calendar) == "/plays/?from=2026-11-23&to=2026-11-23&counted=true"
    await page.keyboard.press("Home")
    await expect(calendar.locator(".readout")).to_contain_text("20 November 2026")
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []


async def test_a_part_that_could_not_be_read_is_tried_again(open_page: Open, scenario: Scenario) -> None:
    scenario.parts.update(wrapped="error", uploads="error")
    page = await open_page()
    await to_the_end(page)
    for text in (
        "Your rhythm could",
        "What was new could",
        "Your treasures could",
        "Your habits could",
        "your imports could",
    ):
        await expect(page.locator(".part-note", has_text=text)).to_be_visible()
    assert await axe_findings(page) == []
    scenario.parts.clear()
    await page.locator(".part-note", has_text="Your rhythm could").get_by_role("button", name="Try again").click()
    await expect(page.get_by_text("Thursday, just after nine in the evening")).to_be_visible()
