"""The settings: the connection and the feed, who sees what, who gets in, taking everything away, and leaving."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser import made_up_account
from tests.browser.conftest import Open
from tests.browser.scenario import Scenario

UNDO_MS = 20_000
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def local(scenario: Scenario) -> None:
    """An account with a password, which may invite others."""
    scenario.me.update(made_up_account.LOCAL)


async def test_a_connection_says_until_when_it_lives(open_page: Open) -> None:
    page = await open_page("/settings/")
    await expect(page.locator("#spotify")).to_contain_text("Connected. Reconnect by 2 Mar 2027.")
    link = page.locator("#spotify").get_by_role("link", name="Reconnect now")
    await expect(link).to_have_attribute("href", "/auth/login?next=%2Fsettings%2F")


async def test_a_connection_that_ended_is_renewed(open_page: Open, scenario: Scenario) -> None:
    scenario.me["spotify"] = made_up_account.EXPIRED
    scenario.parts["feed"] = "ended"
    page = await open_page("/settings/")
    await expect(page.locator("#spotify")).to_contain_text("Your link to Spotify has expired.")
    link = page.locator("#spotify").get_by_role("link", name="Reconnect")
    await expect(link).to_have_attribute("href", "/auth/login?next=%2Fsettings%2F")
    await expect(page.locator("#feed")).to_contain_text("Ended with the connection to Spotify.")


async def test_a_local_account_connects_spotify_to_itself(open_page: Open, scenario: Scenario) -> None:
    local(scenario)
    scenario.me["spotify"] = made_up_account.NOT_CONNECTED
    scenario.parts["feed"] = "off"
    page = await open_page("/settings/")
    link = page.locator("#spotify").get_by_role("link", name="Connect Spotify")
    await expect(link).to_have_attribute("href", "/auth/login?next=%2Fsettings%2F&connect=true")
    await expect(page.locator("#feed")).to_contain_text("Off. It begins when Spotify is connected.")


async def test_the_gaps_of_the_feed_are_listed(open_page: Open) -> None:
    page = await open_page("/settings/")
    feed = page.locator("#feed")
    await expect(feed).to_contain_text("On. Last read on 23 Nov 2026, 20:11.")
    await expect(feed).to_contain_text("There are 2 gaps.")
    await expect(feed.get_by_role("listitem").first).to_have_text("31 Oct 2026, 17:04 to 1 Nov 2026, 09:12")


async def test_a_pause_of_the_feed_says_until_when(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["feed"] = "blocked"
    page = await open_page("/settings/")
    await expect(page.locator("#feed")).to_contain_text("Spotify asks for a pause until 23 Nov 2026, 21:05")


async def test_a_gap_in_the_window_is_said_under_the_total(open_page: Open) -> None:
    page = await open_page()
    total = page.locator(".total")
    await expect(total).to_contain_text(
        "Between 31 Oct 2026, 17:04 and 1 Nov 2026, 09:12 Spotify told us of no plays; only an export closes this gap."
    )
    await page.get_by_label("Summer 2026").check()
    await expect(total.locator(".feed-gaps")).to_have_count(0)
    await page.get_by_label("Everything").check()
    await expect(total).to_contain_text("At 2 times in these days")
    await total.get_by_role("link", name="See the gaps").click()
    await expect(page.locator("#feed")).to_be_in_viewport()


async def test_sharing_is_turned_on_and_says_what_others_see(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    switch = page.get_by_role("switch", name="The people of this instance may look at my history")
    await expect(switch).not_to_be_checked()
    await expect(page.locator("#sharing")).to_contain_text("They never see your private sessions")
    await switch.focus()
    await page.keyboard.press("Space")
    await expect(switch).to_be_checked()
    await expect(page.locator("#sharing").get_by_text("Saved.")).to_be_visible()
    assert scenario.changed == [("PATCH", "/api/v1/me", {"sharing": True})]


async def test_sessions_are_told_apart_and_one_is_ended(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    rows = page.locator("#sessions li")
    await expect(rows).to_have_count(3)
    await expect(rows.first).to_contain_text("this browser")
    await expect(rows.first.get_by_role("button")).to_have_text("Sign out")
    await expect(rows.nth(2)).to_contain_text("An unknown browser")
    await page.get_by_role("button", name="End the sign-in of Safari on iPhone").click()
    await expect(rows.nth(1)).to_contain_text("is being ended")
    async with page.expect_response(f"**/api/v1/sessions/{made_up_account.SESSIONS[1]['id']}"):
        await page.get_by_role("link", name="Nachklang").click()
    await page.get_by_text("1,284", exact=True).wait_for()
    assert scenario.changed == [("DELETE", f"/api/v1/sessions/{made_up_account.SESSIONS[1]['id']}", 0)]


async def test_all_other_sessions_are_ended_unless_it_is_undone(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    sessions = page.locator("#sessions")
    await sessions.get_by_role("button", name="End all others").click()
    await sessions.get_by_role("button", name="Undo").click()
    assert scenario.changed == []
    async with page.expect_request("**/api/v1/sessions"):
        await sessions.get_by_role("button", name="End all others").click()
        await page.clock.fast_forward(UNDO_MS)
    await expect(sessions.get_by_role("button", name="End all others")).to_be_visible()
    assert scenario.changed == [("DELETE", "/api/v1/sessions", 0)]


async def test_a_password_is_changed(open_page: Open, scenario: Scenario) -> None:
    local(scenario)
    scenario.parts["password"] = "wrong"
    page = await open_page("/settings/")
    form = page.locator("#password")
    await form.get_by_label("Password so far", exact=True).fill("the old one")
    await form.get_by_label("New password", exact=True).fill("four words in a row")
    await form.get_by_role("button", name="Change the password").click()
    await expect(form.get_by_role("status")).to_have_text("The password so far is wrong.")
    scenario.parts.clear()
    await form.get_by_role("button", name="Change the password").click()
    await expect(form.get_by_role("status")).to_have_text("Changed. All other sign-ins have ended.")
    change = {"old": "the old one", "new": "four words in a row"}
    assert scenario.changed[-1] == ("PUT", "/api/v1/me/password", change)


async def test_only_who_may_is_offered_invitations_and_a_password(open_page: Open) -> None:
    page = await open_page("/settings/")
    await page.locator("#sessions").wait_for()
    await expect(page.locator("#invitations")).to_have_count(0)
    await expect(page.locator("#password")).to_have_count(0)


async def test_an_invitation_is_made_copied_and_shown_once(open_page: Open, scenario: Scenario) -> None:
    local(scenario)
    page = await open_page("/settings/", permissions=CLIPBOARD)
    invitations = page.locator("#invitations")
    await invitations.get_by_role("checkbox", name="may invite others too").check()
    await invitations.get_by_role("button", name="Make an invitation").click()
    await invitations.get_by_role("button", name="Copy").click()
    await expect(invitations.get_by_role("button", name="Copied")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == made_up_account.NEW_INVITATION["url"]
    assert scenario.changed == [("POST", "/api/v1/invitations", {"admin": True})]
    await page.reload()
    await invitations.get_by_text("For one person").first.wait_for()
    await expect(page.get_by_text("made-up-secret")).to_have_count(0)


async def test_an_invitation_is_revoked(open_page: Open, scenario: Scenario) -> None:
    local(scenario)
    page = await open_page("/settings/")
    await page.get_by_role("button", name="Revoke the invitation valid until 29 Nov 2026").click()
    async with page.expect_response(f"**/api/v1/invitations/{'a' * 32}"):
        await page.get_by_role("link", name="Nachklang").click()
    await page.get_by_text("1,284", exact=True).wait_for()
    assert scenario.changed == [("DELETE", f"/api/v1/invitations/{'a' * 32}", 0)]


async def test_without_a_clipboard_the_link_is_copied_the_old_way(open_page: Open) -> None:
    page = await open_page("/settings/", permissions=CLIPBOARD)
    await page.evaluate("Object.defineProperty(navigator.clipboard, 'writeText', {value: undefined})")
    await page.get_by_role("button", name="Copy the link of 1 Jun 2026 – 31 Aug 2026").click()
    await expect(page.locator("#shares").get_by_role("button", name="Copied")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == made_up_account.SHARES[0]["url"]


async def test_where_nothing_can_be_copied_it_is_selected(open_page: Open) -> None:
    page = await open_page("/settings/")
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false")
    await page.get_by_role("button", name="Copy the link of 1 Jun 2026 – 31 Aug 2026").click()
    await expect(page.get_by_text("It is selected: copy it with your keys.")).to_be_visible()
    assert await page.evaluate("getSelection().toString()") == made_up_account.SHARES[0]["url"]


async def test_a_public_page_is_made_of_the_window_that_is_shown(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/?from=2026-06-01&to=2026-08-31&by=streams")
    await page.get_by_role("button", name="Share", exact=True).click()
    sheet = page.get_by_role("dialog", name="A public page of this window")
    await expect(sheet.get_by_text("Private sessions are not in it")).to_be_visible()
    await sheet.get_by_role("button", name="Make the page").click()
    await expect(sheet.get_by_text(made_up_account.share(9, None, None)["url"])).to_be_visible()
    window = {"from": "2026-06-01", "to": "2026-08-31", "by": "streams"}
    assert scenario.changed == [("POST", "/api/v1/shares", window)]
    await sheet.get_by_role("link", name="All your public pages").click()
    await expect(page.locator("#shares")).to_be_in_viewport()


async def test_too_many_public_pages_say_what_to_do(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["share"] = "full-up"
    page = await open_page()
    await page.get_by_role("button", name="Share", exact=True).click()
    await page.get_by_role("button", name="Make the page").click()
    await expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text(
        "Take one away in the settings first."
    )


async def test_a_public_page_is_taken_back(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    await page.get_by_role("button", name="Revoke 1 Jun 2026 – 31 Aug 2026").click()
    async with page.expect_response(f"**/api/v1/shares/{made_up_account.SHARES[0]['id']}"):
        await page.get_by_role("link", name="Nachklang").click()
    await page.get_by_text("1,284", exact=True).wait_for()
    assert scenario.changed == [("DELETE", f"/api/v1/shares/{made_up_account.SHARES[0]['id']}", 0)]


@pytest.mark.parametrize("form", ["JSON", "CSV", "Parquet"])
async def test_everything_can_be_taken_away(form: str, open_page: Open) -> None:
    page = await open_page("/settings/")
    link = page.get_by_role("link", name=f"Download as {form}")
    await expect(link).to_have_attribute("href", f"/api/v1/me/export?format={form.lower()}")
    await expect(page.locator("#take-away li").first).to_contain_text("Can be imported again")


async def test_leaving_needs_ones_name_and_ends_at_the_goodbye(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/settings/")
    leave = page.get_by_role("button", name="Erase everything about me")
    await expect(leave).to_be_disabled()
    name = page.get_by_label("Your name, to confirm")
    await name.fill("Mar")
    await expect(leave).to_be_disabled()
    await name.fill("Mara")
    await leave.click()
    await expect(page.get_by_role("heading", name="Goodbye")).to_be_visible()
    await expect(page.get_by_text("Everything about you is being erased.")).to_be_visible()
    await expect(page.get_by_role("button", name="Mara, your account")).to_have_count(0)
    assert scenario.changed == [("DELETE", "/api/v1/me", 0)]
    await page.get_by_role("link", name="To the start").click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()


async def test_a_refused_leaving_says_that_nothing_was_erased(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["leave"] = "error"
    page = await open_page("/settings/")
    await page.get_by_label("Your name, to confirm").fill("Mara")
    await page.get_by_role("button", name="Erase everything about me").click()
    await expect(page.locator("#leave").get_by_role("alert")).to_contain_text("Nothing was erased.")
    await expect(page.get_by_role("heading", name="Settings")).to_be_visible()
