"""The story: one moves through it by keys, touch and clicks, and it gives the focus back."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.story import CARDS, STORY, at

PHONE: dict[str, Any] = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


async def test_it_opens_from_the_window_and_escape_gives_the_focus_back(open_page: Open) -> None:
    page = await open_page("/?from=2026-06-01&to=2026-08-31&by=streams")
    before = page.url
    await page.locator(".total .figure").wait_for()
    await page.get_by_role("link", name="Story", exact=True).click()
    await expect(page.get_by_role("dialog", name="Story from 1 Jun 2026 to 31 Aug 2026")).to_be_visible()
    await at(page, 1)
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.wait_for_url(lambda url: url == before)
    await expect(page.get_by_role("link", name="Story", exact=True)).to_be_focused()


async def test_going_back_and_the_button_leave_it_too(open_page: Open) -> None:
    page = await open_page()
    opener = page.get_by_role("link", name="Story", exact=True)
    await opener.click()
    await at(page, 1)
    await page.go_back()
    await expect(opener).to_be_focused()
    await opener.press("Enter")
    await page.get_by_role("button", name="Close the story").click()
    await expect(opener).to_be_focused()


async def test_closed_again_and_again_it_leads_one_step_back(open_page: Open) -> None:
    page = await open_page("/plays/")
    await page.get_by_role("link", name="Listening", exact=True).click()
    opener = page.get_by_role("link", name="Story", exact=True)
    await opener.click()
    await at(page, 1)
    # At one instant the browser would take several steps as one.
    await page.get_by_role("button", name="Close the story").evaluate(
        "button => [0, 3, 6, 9, 12].forEach(wait => setTimeout(() => button.click(), wait))"
    )
    await expect(opener).to_be_focused()


async def test_opened_by_its_address_it_leads_to_the_window(open_page: Open) -> None:
    page = await open_page("/story/?from=2026-06-01&to=2026-08-31")
    await at(page, 1)
    await page.keyboard.press("Escape")
    await expect(page.get_by_label("Summer 2026")).to_be_checked()


async def test_it_asks_what_the_page_asked_and_says_the_same(open_page: Open) -> None:
    page = await open_page()
    await expect(page.locator(".total .figure")).to_have_text("1,284")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/v1/wrapped" in request.url else None)
    await page.get_by_role("link", name="Story", exact=True).click()
    await expect(page.locator(".story-title")).to_contain_text("1,284")
    assert asked == []


async def test_keys_move_through_it(open_page: Open) -> None:
    page = await open_page(STORY)
    await at(page, 1)
    keys = {"ArrowRight": 2, " ": 3, "Shift+Space": 2, "ArrowLeft": 1, "End": len(CARDS), "Home": 1}
    for key, place in keys.items():
        await page.keyboard.press(key)
        await at(page, place)
    for key, end in (("Home", "ArrowLeft"), ("End", "ArrowRight")):
        await page.keyboard.press(key)
        shown = await page.locator(".story-stage").get_attribute("aria-label")
        await page.keyboard.press(end)
        await expect(page.locator(".story-stage")).to_have_attribute("aria-label", shown or "")


async def test_a_control_keeps_its_own_keys(open_page: Open) -> None:
    page = await open_page(STORY)
    await page.get_by_role("button", name="Next").focus()
    await page.keyboard.press(" ")
    await at(page, 2)
    await page.get_by_role("radio", name="Tall").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("radio", name="Square")).to_be_checked()
    await at(page, 2)


async def test_clicks_left_and_right_and_buttons_that_end(open_page: Open) -> None:
    page = await open_page(STORY)
    stage = page.locator(".story-stage")
    await expect(page.get_by_role("button", name="Back")).to_have_attribute("aria-disabled", "true")
    await stage.click(position={"x": 900, "y": 200})
    await at(page, 2)
    await stage.click(position={"x": 60, "y": 200})
    await at(page, 1)
    await page.keyboard.press("End")
    await expect(page.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")
    await page.get_by_role("button", name="Back").click()
    await at(page, len(CARDS) - 1)


async def swipe(page: Page, start: tuple[int, int], by: tuple[int, int]) -> None:
    """One finger down, along and up."""
    session = await page.context.new_cdp_session(page)
    for kind, part in (("touchStart", 0.0), ("touchMove", 0.4), ("touchMove", 1.0), ("touchEnd", None)):
        points = [] if part is None else [{"x": start[0] + by[0] * part, "y": start[1] + by[1] * part}]
        await session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


async def test_a_finger_swipes_and_taps(open_page: Open) -> None:
    page = await open_page(STORY, **PHONE)
    await at(page, 1)
    await swipe(page, (300, 400), (-180, 10))
    await at(page, 2)
    await swipe(page, (80, 400), (200, -10))
    await at(page, 1)
    await page.touchscreen.tap(330, 400)
    await at(page, 2)
    await page.touchscreen.tap(40, 400)
    await at(page, 1)


async def test_what_lies_below_is_out_of_reach(open_page: Open) -> None:
    page = await open_page(STORY)
    await at(page, 1)
    for _ in range(12):
        await page.keyboard.press("Tab")
        assert await page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('.story')"
        )
