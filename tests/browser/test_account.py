"""Signing in and out, the time zone of a first visit, tokens."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.conftest import Open
from tests.browser.scenario import Scenario


async def test_sign_in_leads_back_to_where_one_was(open_page: Open, scenario: Scenario) -> None:
    scenario.signed_in = False
    page = await open_page("/?from=2026-01-01&to=2026-01-31")
    link = page.get_by_role("link", name="Sign in with Spotify")
    await expect(link).to_have_attribute("href", "/auth/login?next=%2F%3Ffrom%3D2026-01-01%26to%3D2026-01-31")


async def test_signing_out_ends_the_session_and_shows_the_start(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    await page.get_by_role("button", name="Mara, your account").click()
    await page.locator("#account-menu").get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()
    assert ("POST", "/auth/logout", 0) in scenario.changed


async def test_a_session_that_ended_elsewhere_shows_the_start(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.get_by_text("1,284", exact=True).wait_for()
    scenario.signed_in = False
    await page.get_by_text("Last 30 days").click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()


async def test_the_first_visit_sets_the_zone_once(open_page: Open, scenario: Scenario) -> None:
    scenario.me.update(time_zone="UTC", zone_told=False)
    page = await open_page()
    await expect(page.get_by_text("Days in Berlin time.")).to_be_visible()
    assert scenario.changed == [("PATCH", "/api/v1/me", {"time_zone": "Europe/Berlin", "locale": "en"})]
    await page.reload()
    await expect(page.get_by_text("Days in Berlin time.")).to_be_visible()
    assert len(scenario.changed) == 1


async def test_whoever_has_chosen_utc_keeps_it_in_every_browser(open_page: Open, scenario: Scenario) -> None:
    scenario.me["time_zone"] = "UTC"
    page = await open_page()
    await expect(page.get_by_text("Days in UTC time.")).to_be_visible()
    await page.wait_for_load_state("networkidle")
    assert scenario.changed == []


async def test_the_zone_can_be_chosen(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    await page.get_by_role("combobox", name="Time zone").select_option("Asia/Tokyo")
    assert scenario.changed == []
    await page.get_by_role("button", name="Save the time zone").click()
    await expect(page.get_by_text("Saved.")).to_be_visible()
    assert scenario.me["time_zone"] == "Asia/Tokyo"


async def test_the_language_can_be_chosen(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    await page.get_by_role("radio", name="Deutsch").check()
    await expect(page.get_by_role("heading", name="Einstellungen")).to_be_visible()
    await expect(page.get_by_text("Gespeichert.")).to_be_visible()
    assert scenario.me["locale"] == "de"


async def test_a_token_is_shown_once(open_page: Open) -> None:
    page = await open_page("/settings/")
    await page.get_by_label("Name of the script").fill("New one")
    await page.get_by_role("button", name="Make a token").click()
    await expect(page.get_by_text("nk_made_up_0123456789")).to_be_visible()
    await page.reload()
    await page.get_by_text("Home dashboard").wait_for()
    await expect(page.get_by_text("nk_made_up_0123456789")).to_have_count(0)


async def test_revoking_a_token_can_be_undone(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    await page.get_by_role("button", name="Revoke Yearly backup").click()
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("button", name="Revoke Yearly backup")).to_be_visible()
    await page.get_by_role("button", name="Revoke Home dashboard").click()
    async with page.expect_response("**/api/v1/tokens/t1"):
        await page.get_by_role("link", name="Nachklang").click()
    await page.get_by_text("1,284", exact=True).wait_for()
    assert scenario.changed == [("DELETE", "/api/v1/tokens/t1", 0)]
