"""Samples: nobody is asked before a click, one at a time, whose it is, and all of it by keyboard."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import sounds
from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open
from tests.browser.made_up import ITUNES_SAMPLE
from tests.browser.scenario import Scenario

DEEZER = "Play a sample of Поздний свет, from Deezer"
ITUNES = "Play a sample of Slow Ferry, courtesy of iTunes"
EMBED = "30 s sample of Ein Zimmer voller Mai, play"
OTHERS = ("spotify.com", "deezer", "itunes", "/samples/")


async def played_by_others(page: Page) -> None:
    """Spotify's player and Apple's file, as far as the page can tell."""
    await page.context.route("https://open.spotify.com/**", lambda route: route.fulfill(body="the player"))
    wav = {"body": sounds.sample(), "content_type": "audio/wav"}
    await page.context.route(ITUNES_SAMPLE, lambda route: route.fulfill(**wav))


async def started(page: Page, name: str) -> Locator:
    """The button by which an audio sample was started, once it is heard."""
    button = page.get_by_role("button", name=name)
    await button.click()
    await expect(page.get_by_role("status").filter(has_text="plays.")).to_be_attached()
    # From here on it has another name: found by where it stands.
    return page.locator(".row .play[aria-pressed=true]")


async def is_silent(page: Page) -> bool:
    return bool(await page.evaluate("[...document.querySelectorAll('audio')].every(audio => audio.paused)"))


async def test_nobody_is_asked_before_a_click(open_page: Open) -> None:
    page = await open_page()
    await played_by_others(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.locator(".row").nth(9).scroll_into_view_if_needed()
    assert [url for url in asked if any(other in url for other in OTHERS)] == []
    async with page.expect_request("https://open.spotify.com/**"):
        await page.get_by_role("button", name=EMBED).click()
    await expect(page.locator(".samplebar iframe")).to_have_attribute(
        "title", "Spotify’s player for Ein Zimmer voller Mai"
    )
    assert [url for url in asked if any(other in url for other in OTHERS)] == [
        "https://open.spotify.com/embed/track/made-up-1"
    ]
    await page.get_by_role("region", name="Sample").get_by_role("button", name="Stop the sample").click()
    await expect(page.locator(".samplebar")).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 390])
async def test_a_sample_of_another_source_names_it_and_leads_there(open_page: Open, width: int) -> None:
    page = await open_page()
    await started(page, DEEZER)
    bar = page.get_by_role("region", name="Sample")
    await expect(bar).to_contain_text("Ирена Вольна · sample from Deezer")
    await expect(bar.get_by_role("link", name="Deezer")).to_have_attribute(
        "href", "https://www.deezer.com/track/made-up"
    )
    await expect(bar.get_by_role("link", name="Open on Spotify")).to_be_visible()
    await page.set_viewport_size({"width": width, "height": 900})
    assert await sideways(page) <= 0
    for theme in ("light", "dark"):
        await page.emulate_media(color_scheme=theme)
        assert await axe_findings(page) == []


async def test_a_second_sample_stops_the_first(open_page: Open) -> None:
    page = await open_page()
    await played_by_others(page)
    await started(page, DEEZER)
    first = await page.locator("audio").element_handle()
    assert first
    await page.get_by_role("button", name=ITUNES).click()
    bar = page.locator(".samplebar")
    await expect(bar).to_contain_text("sample courtesy of iTunes")
    await expect(page.get_by_role("status").filter(has_text="Slow Ferry plays.")).to_be_attached()
    assert await first.evaluate("audio => audio.paused")
    assert not await is_silent(page)
    await expect(page.locator(".play[aria-pressed=true]")).to_have_count(1)
    await page.get_by_role("button", name=EMBED).click()
    await expect(bar.locator("iframe")).to_be_visible()
    await expect(bar).to_have_count(1)
    await expect(page.locator("audio")).to_have_count(0)


async def test_escape_stops_it_and_the_focus_returns(open_page: Open) -> None:
    page = await open_page()
    button = await (await started(page, DEEZER)).element_handle()
    assert button
    await page.get_by_role("link", name="Plays", exact=True).focus()
    await page.keyboard.press("Escape")
    await expect(page.locator(".samplebar")).to_have_count(0)
    assert await button.evaluate("button => button === document.activeElement")


async def test_escape_closes_a_sheet_or_a_menu_first(open_page: Open) -> None:
    page = await open_page()
    await started(page, DEEZER)
    for opener, opened in (
        (page.get_by_role("button", name="first day of the window"), page.locator("dialog[open]")),
        (page.get_by_role("button", name="Mara, your account"), page.locator(":popover-open")),
    ):
        await opener.click()
        await expect(opened).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(opened).to_have_count(0)
        assert not await is_silent(page)
    await page.keyboard.press("Escape")
    await expect(page.locator(".samplebar")).to_have_count(0)


async def test_its_button_toggles_by_keys_and_with_the_keys_off_no_other_is_taken(open_page: Open) -> None:
    page = await open_page()
    await page.evaluate("localStorage.setItem('nachklang.keys', 'off')")
    await page.reload()
    await page.get_by_role("button", name=DEEZER).focus()
    for start, stop in (("Enter", "Space"), ("Space", "Enter")):
        await page.keyboard.press(start)
        await expect(page.get_by_role("status").filter(has_text="plays.")).to_be_attached()
        await page.keyboard.press(stop)
        await expect(page.locator(".samplebar")).to_have_count(0)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status").filter(has_text="plays.")).to_be_attached()
    await page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for key in ("Space", "ArrowDown"):
        before = await page.evaluate("scrollY")
        await page.keyboard.press(key)
        await page.wait_for_function("before => scrollY > before", arg=before)
    assert not await is_silent(page)


async def test_it_is_paused_and_goes_on_by_keys_and_says_so(open_page: Open) -> None:
    page = await open_page()
    await started(page, DEEZER)
    status = page.locator(".samplebar").get_by_role("status")
    await page.get_by_role("button", name="Pause the sample").focus()
    await page.keyboard.press("Enter")
    await expect(status).to_have_text("The sample of Поздний свет is paused.")
    assert await is_silent(page)
    await expect(page.get_by_role("button", name="Go on with the sample")).to_be_focused()
    await page.keyboard.press("Space")
    await expect(status).to_have_text("The sample of Поздний свет plays.")
    assert not await is_silent(page)


async def test_at_its_end_the_bar_goes_and_takes_no_focus_along(open_page: Open) -> None:
    page = await open_page()
    button = await (await started(page, DEEZER)).element_handle()
    assert button
    await page.get_by_role("button", name="Pause the sample").focus()
    await page.locator("audio").evaluate("audio => { audio.playbackRate = 16; }")
    await expect(page.locator(".samplebar")).to_have_count(0)
    assert await button.evaluate("button => button === document.activeElement")


async def test_one_that_cannot_be_played_says_so(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["samples"] = "missing"
    page = await open_page()
    await page.get_by_role("button", name=DEEZER).click()
    bar = page.locator(".samplebar")
    await expect(bar.get_by_role("status")).to_have_text("The sample of Поздний свет could not be played.")
    await expect(bar.get_by_text("The sample could not be played.")).to_be_visible()
    await bar.get_by_role("button", name="Stop the sample").click()
    await expect(page.get_by_role("button", name=DEEZER)).to_be_focused()


async def test_in_a_sheet_it_can_be_reached_and_ends_with_the_sheet(open_page: Open) -> None:
    page = await open_page(width=390, height=844)
    await page.get_by_role("button", name="Поздний свет", exact=True).click()
    sheet = page.get_by_role("dialog", name="Поздний свет")
    await sheet.get_by_role("button", name=DEEZER).click()
    await sheet.get_by_role("button", name="Pause the sample").click()
    await expect(sheet.get_by_role("status").filter(has_text="is paused.")).to_be_attached()
    await sheet.get_by_role("button", name="Go on with the sample").click()
    await expect(sheet.get_by_role("status").filter(has_text="plays.")).to_be_attached()
    assert await axe_findings(page) == []
    audio = await page.locator("audio").element_handle()
    assert audio
    await page.keyboard.press("Escape")
    await expect(sheet).to_be_hidden()
    await expect(page.locator(".samplebar")).to_have_count(0)
    assert await audio.evaluate("audio => audio.paused")
    await page.get_by_role("button", name="Поздний свет", exact=True).click()
    await expect(sheet.get_by_role("button", name=DEEZER)).to_be_visible()
