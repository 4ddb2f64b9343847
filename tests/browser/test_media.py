"""Pictures: they move nothing when they come, say when they go on, and stand as their owner wants them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Open, settled, to_the_end
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario

TODAY, TOMORROW, PAST = "2026-11-23T20:30:00Z", "2026-11-24T02:00:00Z", "2026-11-23T19:00:00Z"
LISTS = ("Tracks", "Artists", "Albums", "Shows")
TALL = 9_000
"""All of the page is seen at once: only what is seen counts as shifted."""

WATCH = """() => {
    window.places = new Map([...document.querySelectorAll('main *')].map(one => [one, one.getBoundingClientRect()]));
    window.shifts = [];
    window.watching?.disconnect();
    window.watching = new PerformanceObserver(list => window.shifts.push(...list.getEntries()));
    window.watching.observe({type: 'layout-shift'});
}"""
MOVED = """() => {
    window.shifts.push(...window.watching.takeRecords());
    const same = (a, b) => ['x', 'y', 'width', 'height'].every(side => Math.abs(a[side] - b[side]) < 0.5);
    const moved = [...window.places].filter(([one, at]) => one.isConnected && !same(at, one.getBoundingClientRect()));
    return {
        moved: moved.map(([one]) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`),
        shift: window.shifts.reduce((sum, entry) => sum + entry.value, 0),
    };
}"""


async def choose(page: Page, place: int) -> None:
    """Another list in every part that has several."""
    await page.get_by_role("radiogroup", name="List").get_by_role("radio", name=LISTS[place]).check()
    for part in ("New", "Treasures of"):
        await page.get_by_role("radiogroup", name=part).get_by_role("radio", name=LISTS[place % 2]).check()
    await settled(page)


async def arrive(page: Page, scenario: Scenario, *, pictures: bool) -> None:
    """The server says that media have changed, and the page shows them."""
    scenario.pictures = pictures
    scenario.events.append("media-ready")
    if pictures:
        await expect(page.locator(".trio img.seen")).to_have_count(2)
        await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
        await expect(page.locator("main .artbox img:not(.seen)")).to_have_count(0)
    else:
        await expect(page.locator("main .artbox img")).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 1024, 390])
async def test_pictures_that_come_late_move_nothing(open_page: Open, scenario: Scenario, width: int) -> None:
    scenario.pictures = False
    page = await open_page(width=width, height=TALL)
    await page.locator(".row").first.wait_for()
    await to_the_end(page)
    await page.locator("#standing-title").wait_for()
    await page.locator(".below.settled").wait_for()
    for place in range(len(LISTS)):
        await choose(page, place)
        await expect(page.locator("main .artbox img")).to_have_count(0)
        await page.evaluate(WATCH)
        await arrive(page, scenario, pictures=True)
        told: dict[str, Any] = await page.evaluate(MOVED)
        assert told["moved"] == [], LISTS[place]
        assert told["shift"] == 0, LISTS[place]
        await arrive(page, scenario, pictures=False)


@pytest.mark.parametrize(
    ("locale", "state", "resumes", "says"),
    [
        ("en-GB", "unavailable", TODAY, "Pictures go on at 21:30."),
        ("en-GB", "pending", TOMORROW, "Pictures go on at 03:00 on 24 Nov 2026."),
        ("de-DE", "pending", TODAY, "Bilder kommen ab 21:30 Uhr wieder."),
        ("de-DE", "unavailable", TOMORROW, "Bilder kommen ab 24. Nov. 2026, 03:00 Uhr wieder."),
    ],
)
async def test_the_foot_says_when_pictures_go_on(
    open_page: Open, scenario: Scenario, locale: str, state: str, resumes: str, says: str
) -> None:
    scenario.media = {"media": state, "media_resumes_at": resumes}
    scenario.me["locale"] = locale[:2]
    foot = (await open_page(locale=locale)).locator(".foot")
    await expect(foot).to_contain_text(says)
    asleep = foot.get_by_text("Spotify gives no pictures right now." if locale == "en-GB" else "Spotify liefert gerade")
    await expect(asleep).to_have_count(1 if state == "unavailable" else 0)


async def test_that_is_told_in_the_zone_of_who_reads(open_page: Open, scenario: Scenario) -> None:
    scenario.media = {"media": "pending", "media_resumes_at": TODAY}
    foot = (await open_page(f"/?person={JON}")).locator(".foot")
    await expect(foot).to_contain_text("Days in Lisbon time.")
    await expect(foot).to_contain_text("Pictures go on at 21:30.")


@pytest.mark.parametrize("resumes", [None, PAST])
async def test_without_a_wait_that_is_ahead_nothing_is_said_of_it(
    open_page: Open, scenario: Scenario, resumes: str | None
) -> None:
    scenario.media = {"media": "pending", "media_resumes_at": resumes}
    foot = (await open_page()).locator(".foot")
    await expect(foot).to_contain_text("Titles, covers and artist pictures: Spotify.")
    await expect(foot).not_to_contain_text("Pictures go on")


async def test_rows_take_the_small_picture_where_there_is_one(open_page: Open) -> None:
    page = await open_page()
    await expect(page.locator(".trio img").first).to_have_attribute("src", re.compile(r"\?of=640$"))
    row = page.locator(".row img").first
    await expect(row).to_have_attribute("src", re.compile(r"\?of=300$"))
    await page.get_by_role("radiogroup", name="List").get_by_role("radio", name="Artists").check()
    await expect(row).to_have_attribute("src", re.compile(r"\.svg$"))


ARTWORK = """() => [...document.querySelectorAll('main .artbox img')].map(image => {
    const style = getComputedStyle(image), box = getComputedStyle(image.parentElement);
    const around = image.closest('li, section, .most-skipped');
    const link = around.querySelector("a[href^='https://open.spotify.com/']");
    return {
        what: around.textContent.slice(0, 40),
        fits: style.objectFit === 'contain' && style.filter === 'none' && box.filter === 'none',
        round: Math.max(...[style, box].map(of => parseFloat(of.borderTopLeftRadius))),
        most: image.width <= 64 ? 4 : 8,
        link: Boolean(link?.checkVisibility({visibilityProperty: true}) && link.textContent.includes('Spotify')),
    };
})"""
RINGS = """() => {
    const button = document.querySelector('.sample'), art = button.previousElementSibling.getBoundingClientRect();
    const spreads = getComputedStyle(button).boxShadow.match(/[\\d.]+px(?=,|$)/g).map(parseFloat);
    return button.getBoundingClientRect().left - Math.max(...spreads) - art.right;
}"""


@pytest.mark.parametrize("width", [1440, 390])
async def test_artwork_is_whole_and_names_and_leads_to_its_source(open_page: Open, width: int) -> None:
    page = await open_page(width=width, height=TALL)
    await page.locator(".row").first.wait_for()
    await to_the_end(page)
    for place in range(len(LISTS)):
        await choose(page, place)
        shown: list[dict[str, Any]] = await page.evaluate(ARTWORK)
        assert len(shown) > 8
        wrong = [one for one in shown if not (one["fits"] and one["link"] and one["round"] <= one["most"])]
        assert wrong == [], LISTS[place]


@pytest.mark.parametrize("width", [1440, 1081, 1080, 901, 900, 721, 720, 390, 389, 360, 320])
async def test_the_rings_of_a_sample_keep_off_the_cover(open_page: Open, width: int) -> None:
    page = await open_page(width=width)
    await page.locator(".trio img.seen").first.wait_for()
    assert float(await page.evaluate(RINGS)) >= 12
