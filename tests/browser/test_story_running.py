"""The story runs by itself when asked to, and stops when asked to: by its button, by holding, by keys."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.story import CARDS, STORY, at

MOVES: dict[str, Any] = {"reduced_motion": "no-preference"}


async def running(open_page: Open, **options: Any) -> Page:
    """A story that was asked to run."""
    page = await open_page(STORY, **options)
    await page.get_by_role("button", name="Let it run").click()
    return page


async def quick(page: Page, time: str) -> None:
    """Let a card last as long as this."""
    await page.locator(".story-card").wait_for()
    await page.locator("dialog.story").evaluate("(story, time) => story.style.setProperty('--story-time', time)", time)


async def play_states(page: Page) -> list[str]:
    """Of the time that passes, if any does."""
    progress = page.locator(".story-progress b")
    return list(await progress.evaluate("bar => bar.getAnimations().map(animation => animation.playState)"))


async def test_it_runs_to_the_end_and_begins_anew_when_asked(open_page: Open) -> None:
    page = await running(open_page, **MOVES)
    await quick(page, "250ms")
    await at(page, len(CARDS))
    again = page.get_by_role("button", name="Let it run")
    await expect(again).to_be_visible()  # the last card has run to its end
    await quick(page, "60s")
    await again.click()
    await at(page, 1)
    assert await play_states(page) == ["running"]


async def test_the_pause_button_stops_it(open_page: Open) -> None:
    page = await running(open_page, **MOVES)
    assert await play_states(page) == ["running"]
    await page.get_by_role("button", name="Pause").click()
    await quick(page, "50ms")
    await page.wait_for_timeout(300)
    await at(page, 1)
    assert await play_states(page) == []


async def test_holding_stops_it_and_does_not_move(open_page: Open) -> None:
    page = await running(open_page, **MOVES)
    await at(page, 1)
    await page.mouse.move(900, 400)
    await page.mouse.down()
    await page.wait_for_timeout(500)
    assert await play_states(page) == ["paused"]
    await page.mouse.up()
    assert await play_states(page) == ["running"]
    await at(page, 1)


async def test_walking_through_the_controls_stops_it_but_a_click_does_not(open_page: Open) -> None:
    page = await running(open_page, **MOVES)
    await page.get_by_role("button", name="Next").click()
    await at(page, 2)
    assert await play_states(page) == ["running"]
    await page.keyboard.press("Tab")
    await page.keyboard.press("Shift+Tab")
    assert await play_states(page) == ["paused"]
    await page.locator(".story-stage").focus()
    assert await play_states(page) == ["running"]


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
async def test_it_stands_until_asked(motion: str, open_page: Open) -> None:
    page = await open_page(STORY, reduced_motion=motion)
    await quick(page, "50ms")
    await page.wait_for_timeout(300)
    await at(page, 1)
    assert await play_states(page) == []
    await page.get_by_role("button", name="Let it run").click()
    await at(page, len(CARDS))
