"""The listening page on paper."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.chromium import sideways
from tests.browser.conftest import Open, to_the_end
from tests.browser.scenario import Scenario

A4: ViewportSize = {"width": 703, "height": 1017}
"""What lies between the margins of a sheet, in pixels of CSS."""

UNITS = ".chart, .row, .media-rows li, .trio > section, .share, .account-list li, .most-skipped"
CUT = """([units, height]) => [...document.querySelectorAll(units)]
    .filter(unit => getComputedStyle(unit).breakInside !== 'avoid' || unit.getBoundingClientRect().height > height)
    .map(unit => unit.className + ' ' + unit.getBoundingClientRect().height)"""
LIGHT = """() => ['html', '.night'].map(place => getComputedStyle(document.querySelector(place)))
    .map(style => [style.backgroundColor, style.color])"""
DRAWN = "() => [...document.querySelectorAll('.plot > svg[role=img]')].map(svg => svg.getAttribute('width'))"
PRINTED = """() => { window.printed = new Promise(done => {
    window.print = () => done(document.querySelectorAll('#counted-title, .account-list li').length) }) }"""
PRESSED = "button:not(.door, .window h1 button), [role=button], input, select, .btn, .chip, nav, header.top"
"""Titles of the lists and the two dates of the window are buttons that look like words."""


async def on_paper(page: Page) -> Page:
    """The page as it is laid out for a sheet, with everything on it."""
    await to_the_end(page)
    await page.set_viewport_size(A4)
    await page.emulate_media(media="print")
    return page


async def test_paper_is_white_and_ink_dark_whatever_the_theme(open_page: Open) -> None:
    page = await open_page(color_scheme="dark")
    await to_the_end(page)
    assert (await page.evaluate(LIGHT))[0] == ["rgb(23, 15, 27)", "rgb(246, 234, 227)"]
    await on_paper(page)
    await page.emulate_media(media="print", color_scheme="dark")
    (paper, ink), (band, band_ink) = await page.evaluate(LIGHT)
    assert (paper, ink, band_ink) == ("rgb(255, 255, 255)", "rgb(42, 25, 48)", "rgb(42, 25, 48)")
    assert band in ("rgba(0, 0, 0, 0)", paper)


@pytest.mark.parametrize("language", ["en", "de"])
async def test_nothing_to_press_and_nothing_cut(language: str, open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = language
    page = await on_paper(await open_page())
    pressed = page.locator(PRESSED)
    assert [await place.inner_text() for place in await pressed.all() if await place.is_visible()] == []
    assert await page.evaluate(CUT, [UNITS, A4["height"]]) == []
    assert await sideways(page) <= 0
    for number in (".figure", ".trio .name", ".rk", ".dial-peak", ".col", ".day", ".facts b"):
        await expect(page.locator(number).first).to_be_visible()


async def test_a_table_is_printed_to_its_end(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    figure = page.locator("figure.calendar")
    await figure.get_by_role("button", name="Show as table").click()
    await on_paper(page)
    rows = figure.locator("tbody tr")
    await expect(rows).to_have_count(365)
    region = figure.locator(".table-scroll")
    assert await region.evaluate("region => region.scrollHeight - region.clientHeight") == 0


async def test_charts_are_drawn_for_the_sheet(open_page: Open) -> None:
    """A browser lays the sheet out after the page could measure it."""
    page = await open_page()
    await to_the_end(page)
    before = await page.evaluate(DRAWN)
    assert set(await page.evaluate(f"dispatchEvent(new Event('beforeprint')), ({DRAWN})()")) == {"700"}
    await page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))")
    assert set(await page.evaluate(DRAWN)) == {"700"}, "the window, which has its width still, does not take it back"
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    for place, width in enumerate(before):
        await expect(page.locator(".plot > svg[role=img]").nth(place)).to_have_attribute("width", width)


@pytest.mark.parametrize(
    ("path", "sheets"), [("/", range(4, 11)), ("/plays/", range(1, 4)), ("/settings/", range(1, 6))]
)
async def test_as_many_sheets_as_there_is_to_read(path: str, sheets: range, open_page: Open) -> None:
    page = await open_page(path)
    if path == "/":
        await to_the_end(page)
    else:
        await page.locator("main h1").first.wait_for()
    printed = await page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) in sheets
    assert re.search(rb"/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]", printed), "sheets are A4"


async def test_the_foot_prints_also_what_nobody_has_scrolled_to(open_page: Open) -> None:
    page = await open_page()
    await page.locator(".row").first.wait_for()
    await page.evaluate(PRINTED)
    assert await page.locator("#counted-title").count() == 0
    await page.get_by_role("button", name="Print this page").evaluate("button => button.click()")
    assert await page.evaluate("window.printed") > 2
