"""What the cards of the story say, that they fit and are accessible, and what stands there without any."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open
from tests.browser.scenario import Scenario
from tests.browser.story import CARDS, HARD, STORY, at, group, song_named


async def test_every_card_tells_what_the_answer_holds(open_page: Open) -> None:
    page = await open_page(STORY)
    said = [
        ["1,284", "53 days and 12 hours", "22,964 streams", "of 3,412 tracks by 861 artists"],
        ["Ein Zimmer voller Mai", "Halle Sieben", "31 h 12 min", "in 411 streams"],
        ["Ирена Вольна", "73 tracks", "96 h 42 min"],
        ["My album, by playing time", "Nebenan", "Halle Sieben"],
        ["My five songs", "Поздний свет", "Το ήσυχο λιμάνι", "19 h 01"],
        ["My five artists", "Ирена Вольна", "水無月カナ"],
        ["Thursday, just after nine in the evening", "Biggest day", "Longest streak", "252 days"],
        ["new artists", "31%", "of my music went to them"],
        ["Footnote 12", "The Marginalia", "22 h 42 min", "until September 2021, nothing since"],
        ["1,284", "My song · Halle Sieben", "My artist", "My album · Halle Sieben"],
    ]
    for place, texts in enumerate(said, 1):
        await at(page, place)
        words = " ".join((await page.locator(".story-card").inner_text()).replace("\u202f", " ").split())
        assert [text for text in texts if text not in words] == [], words
        await page.keyboard.press("ArrowRight")


async def overflows(page: Page) -> int:
    """By how many pixels the page or the card is too wide."""
    card = await page.locator(".story-stage").evaluate("stage => stage.scrollWidth - stage.clientWidth")
    return max(await sideways(page), int(card))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844), (320, 568)])
async def test_every_card_fits_and_is_accessible(width: int, height: int, theme: str, open_page: Open) -> None:
    page = await open_page(STORY, width=width, height=height, color_scheme=theme)
    for place in range(1, len(CARDS) + 1):
        await at(page, place)
        assert await overflows(page) <= 0
        assert await axe_findings(page) == []
        await page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("name", list(HARD))
async def test_names_of_every_script_and_length_fit(name: str, open_page: Open, scenario: Scenario) -> None:
    scenario.media = song_named(*HARD[name])
    page = await open_page(STORY, width=320, height=568)
    for place in (2, 5, 10):
        while not await group(page, place).is_visible():
            await page.keyboard.press("ArrowRight")
        await expect(page.locator(".story-card bdi").filter(has_text=HARD[name][0].strip()[:60]).first).to_be_visible()
        assert await overflows(page) <= 0
    assert await axe_findings(page) == []


async def test_german(open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = "de"
    page = await open_page(STORY, locale="de-DE", width=320, height=568)
    await expect(page.get_by_role("dialog", name="Geschichte vom 24. Nov. 2025 bis zum 23. Nov. 2026")).to_be_visible()
    await expect(page.get_by_role("group", name="Karte 1 von 10: Meine Spielzeit")).to_be_visible()
    for _ in CARDS:
        assert await overflows(page) <= 0
        await page.keyboard.press("ArrowRight")
    await expect(page.locator(".story-label")).to_have_text("Alles auf einen Blick")


async def test_cards_without_data_are_left_out(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["wrapped"] = "thin"
    page = await open_page(STORY)
    for place, label in enumerate([*CARDS[:4], "When I listen", "All in one"], 1):
        await expect(page.get_by_role("status").filter(has_text=f"Card {place} of 6")).to_be_attached()
        await expect(page.locator(".story-label")).to_have_text(label)
        await page.keyboard.press("ArrowRight")


@pytest.mark.parametrize(
    ("state", "text"),
    [("empty", "Nothing played in these days"), ("error", "The story could not be read"), ("held", "")],
)
async def test_without_cards_it_says_why_and_is_left_by_escape(
    state: str, text: str, open_page: Open, scenario: Scenario
) -> None:
    scenario.parts["wrapped"] = state
    page = await open_page(STORY)
    story = page.get_by_role("dialog", name="Story from")
    await expect(story).to_be_visible()
    await expect(story.get_by_text(text).first).to_be_visible()
    assert await axe_findings(page) == []
    await page.keyboard.press("Escape")
    await expect(story).to_have_count(0)


async def test_an_error_is_tried_again(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["wrapped"] = "error"
    page = await open_page(STORY)
    retry = page.get_by_role("button", name="Try again")
    await retry.wait_for()
    scenario.parts.clear()
    await retry.click()
    await at(page, 1)


async def test_signed_out_there_is_none(open_page: Open, scenario: Scenario) -> None:
    scenario.signed_in = False
    page = await open_page(STORY)
    await expect(page.get_by_text("Sign in to see this page")).to_be_visible()
    await expect(page.get_by_role("dialog")).to_have_count(0)
