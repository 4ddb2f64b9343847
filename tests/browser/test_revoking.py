"""What one takes away is taken away, however one leaves; where it fails the page says so; the focus stays with it."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser import made_up_account
from tests.browser.conftest import Open, until
from tests.browser.scenario import Scenario

UNDO_MS = 20_000
TOKEN = ("DELETE", "/api/v1/tokens/t1", 0)
REVOKE = "Revoke Home dashboard"


async def begin(page: Page) -> None:
    await page.get_by_role("button", name=REVOKE).click()
    await expect(page.locator("#tokens").get_by_role("status").first).to_be_attached()
    await expect(page.locator("#tokens")).to_contain_text("Home dashboard is being revoked.")


async def sign_out(page: Page) -> None:
    await page.get_by_role("button", name="Mara, your account").click()
    await page.locator("#account-menu").get_by_role("button", name="Sign out").click()


async def test_it_goes_before_the_session(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    await begin(page)
    await sign_out(page)
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()
    assert scenario.changed == [TOKEN, ("POST", "/auth/logout", 0)]


@pytest.mark.parametrize("workers", ["block", "allow"])
async def test_it_goes_with_the_page(workers: str, open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/", service_workers=workers)
    if workers == "allow":  # of whoever was here before, a service worker has the page in its hands
        await page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        await page.reload()
        assert await page.evaluate("navigator.serviceWorker.controller !== null")
    await begin(page)
    await page.reload()
    await until(lambda: scenario.changed)
    assert scenario.changed == [TOKEN]


async def test_what_was_not_taken_away_says_why(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    scenario.parts["DELETE /api/v1/tokens/t1"] = "504"
    await begin(page)
    await page.clock.fast_forward(UNDO_MS)
    alert = page.locator("#tokens").get_by_role("alert")
    await expect(alert).to_have_text(
        "What is listed here still holds: it could not be revoked. The server did not answer in time."
    )
    await expect(page.get_by_role("button", name=REVOKE)).to_be_visible()
    scenario.parts.clear()
    await begin(page)
    async with page.expect_response("**/api/v1/tokens/t1"):
        await page.clock.fast_forward(UNDO_MS)
    await expect(alert).to_have_count(0)
    assert scenario.changed == [TOKEN, TOKEN]


async def test_what_failed_while_one_left_is_said_when_one_comes_back(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    scenario.parts["DELETE /api/v1/tokens/t1"] = "500"
    await begin(page)
    await page.get_by_role("link", name="Nachklang").click()
    await page.get_by_text("1,284", exact=True).wait_for()
    await page.get_by_role("button", name="Mara, your account").click()
    await page.locator("#account-menu").get_by_role("link", name="Settings").click()
    await expect(page.locator("#tokens").get_by_role("alert")).to_contain_text("it could not be revoked")


async def test_a_sign_out_waits_for_what_could_not_be_taken_away(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    scenario.parts["DELETE /api/v1/tokens/t1"] = "504"
    await begin(page)
    await sign_out(page)
    await expect(page.locator("#account-menu").get_by_role("alert")).to_contain_text("You are still signed in.")
    assert scenario.changed == [TOKEN]


async def test_somebody_else_took_it_away(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    scenario.parts["DELETE /api/v1/tokens/t1"] = "missing"
    await begin(page)
    async with page.expect_response("**/api/v1/tokens"):
        await page.clock.fast_forward(UNDO_MS)
    await expect(page.get_by_role("button", name=REVOKE)).to_be_visible()
    await expect(page.locator("#tokens").get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("where", ["menu", "sessions"])
async def test_a_sign_out_that_failed_says_so(where: str, open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    place = page.locator("#account-menu" if where == "menu" else "#sessions")
    scenario.parts["POST /auth/logout"] = "504"
    if where == "menu":
        await page.get_by_role("button", name="Mara, your account").click()
    await place.get_by_role("button", name="Sign out").click()
    await expect(place.get_by_role("alert")).to_have_text("You are still signed in. The server did not answer in time.")
    scenario.parts.clear()
    await place.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()


async def test_by_keyboard_the_focus_stays_with_it(open_page: Open) -> None:
    page = await open_page("/settings/")
    revoke = page.get_by_role("button", name=REVOKE)
    await revoke.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#tokens").get_by_role("button", name="Undo")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(revoke).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#tokens").get_by_role("button", name="Undo")).to_be_focused()
    await page.clock.fast_forward(UNDO_MS)
    await expect(page.locator("#tokens-title")).to_be_focused()


async def test_ending_all_others_keeps_the_focus_too(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    sessions = page.locator("#sessions")
    await sessions.get_by_role("button", name="End all others").focus()
    await page.keyboard.press("Enter")
    await expect(sessions.get_by_role("button", name="Undo")).to_be_focused()
    scenario.parts["DELETE /api/v1/sessions"] = "504"
    await page.clock.fast_forward(UNDO_MS)
    await expect(page.locator("#sessions-title")).to_be_focused()
    await expect(sessions.get_by_role("alert")).to_contain_text("it could not be revoked")
    assert len(made_up_account.SESSIONS) > 1
