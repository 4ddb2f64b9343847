"""The ways in beside Spotify: a name and a password, and the link of an invitation."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.fixture_server import FixtureServer
from tests.browser.scenario import Scenario

PASSWORD = "four words in a row"


@pytest.fixture(autouse=True)
def signed_out(scenario: Scenario) -> None:
    scenario.signed_in = False


async def enter(page: Page) -> None:
    await page.get_by_label("Name to sign in with").fill(" Mara ")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()


async def test_the_start_leads_quietly_to_the_password_and_that_back_to_the_window(
    open_page: Open, scenario: Scenario
) -> None:
    page = await open_page("/?from=2026-01-01&to=2026-01-31")
    await page.get_by_role("link", name="with a name and a password").click()
    await enter(page)
    await expect(page.locator(".window h1")).to_contain_text("31 Jan 2026")
    await page.wait_for_url("**/?from=2026-01-01&to=2026-01-31")
    assert scenario.changed[0] == ("POST", "/auth/password", {"login": "mara", "password": PASSWORD})


async def test_a_next_of_another_site_leads_to_the_start(open_page: Open, server: FixtureServer) -> None:
    page = await open_page("/sign-in/?next=//evil.example/")
    await enter(page)
    await expect(page.get_by_text("1,284", exact=True)).to_be_visible()
    await page.wait_for_url(f"{server.url}/")


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("refused", "The name or the password is wrong."),
        ("too-many", "There were too many attempts. Try again in 9 minutes."),
        ("error", "The server did not answer in time."),
    ],
)
async def test_a_refused_sign_in_says_why(state: str, says: str, open_page: Open, scenario: Scenario) -> None:
    scenario.parts["sign-in"] = state
    page = await open_page("/sign-in/")
    await enter(page)
    await expect(page.locator("form [role=alert]")).to_have_text(says)
    await expect(page.get_by_label("Password", exact=True)).to_have_value("")
    await expect(page.get_by_label("Name to sign in with")).to_have_value(" Mara ")


async def test_a_password_can_be_shown_while_it_is_typed(open_page: Open) -> None:
    page = await open_page("/sign-in/")
    field = page.get_by_label("Password", exact=True)
    await expect(field).to_have_attribute("type", "password")
    await page.get_by_role("button", name="Show: Password").click()
    await expect(field).to_have_attribute("type", "text")


async def fill_in(page: Page) -> None:
    await page.get_by_label("Name", exact=True).fill("Mara Q")
    await page.get_by_label("Name to sign in with").fill("Mara")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)


async def test_an_invitation_is_taken(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/join/#made-up-secret")
    await expect(page.get_by_role("heading", name="Jon invites you")).to_be_visible()
    await expect(page.get_by_text("valid until 29 Nov 2026, 11:00")).to_be_visible()
    await fill_in(page)
    await page.get_by_role("button", name="Make my account").click()
    await expect(page.get_by_role("button", name="Mara Q, your account")).to_be_visible()
    await page.wait_for_url(lambda url: "made-up-secret" not in url)
    account = {"code": "made-up-secret", "login": "mara", "name": "Mara Q", "password": PASSWORD}
    assert scenario.changed == [
        ("POST", "/auth/invitation", {"code": "made-up-secret"}),
        ("POST", "/auth/join", {**account, "locale": "en", "time_zone": "Europe/Berlin"}),
    ]


async def test_the_secret_of_an_invitation_is_in_no_address_that_is_asked_for(open_page: Open) -> None:
    page = await open_page("/sign-in/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(page.url.replace("/sign-in/", "/join/#made-up-secret"))
    await page.get_by_role("heading", name="Jon invites you").wait_for()
    assert asked
    assert [url for url in asked if "made-up-secret" in url.split("#")[0]] == []


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("taken", "Somebody here signs in with this name already. Choose another one."),
        ("over", "This link was used in the meantime, or is over. Ask for a new one."),
        ("too-many", "There were too many attempts. Try again in 9 minutes."),
    ],
)
async def test_a_refused_account_says_why_and_keeps_what_was_typed(
    state: str, says: str, open_page: Open, scenario: Scenario
) -> None:
    scenario.parts["join"] = state
    page = await open_page("/join/#made-up-secret")
    await fill_in(page)
    await page.get_by_role("button", name="Make my account").click()
    await expect(page.locator("form [role=alert]")).to_have_text(says)
    await expect(page.get_by_label("Password", exact=True)).to_have_value(PASSWORD)


async def test_a_forgotten_password_is_set_anew_by_a_link(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["invitation"] = "anew"
    page = await open_page("/join/#made-up-secret")
    await expect(page.get_by_text("for the account that signs in as mara.q.")).to_be_visible()
    await page.get_by_label("New password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Set the password and sign in").click()
    await expect(page.get_by_text("1,284", exact=True)).to_be_visible()
    _, path, sent = scenario.changed[-1]
    assert (path, sent["code"], sent["login"], sent["password"]) == ("/auth/join", "made-up-secret", "mara.q", PASSWORD)


async def test_whoever_is_signed_in_as_another_is_told_before_setting_a_password(
    open_page: Open, scenario: Scenario
) -> None:
    scenario.signed_in, scenario.parts["invitation"] = True, "anew"
    page = await open_page("/join/#made-up-secret")
    await expect(page.get_by_text("You are signed in here as Mara.")).to_contain_text("in as mara.q.")


async def test_what_keeps_to_no_rule_is_not_sent(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/join/#made-up-secret")
    await fill_in(page)
    await page.get_by_label("Name to sign in with").fill("m!")
    await page.get_by_role("button", name="Make my account").click()
    await expect(page.get_by_label("Name to sign in with")).to_be_focused()
    assert [path for _, path, _ in scenario.changed] == ["/auth/invitation"]


async def test_whoever_is_signed_in_is_told_before_making_another_account(open_page: Open, scenario: Scenario) -> None:
    scenario.signed_in = True
    page = await open_page("/join/#made-up-secret")
    await expect(page.get_by_text("You are signed in here as Mara.")).to_be_visible()
