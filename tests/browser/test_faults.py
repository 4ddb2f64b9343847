"""A gateway that has too much to do, makes a mistake or does not answer: every part says so by itself, in plain words,
with when to come again and a way to try, and what is on the page stays."""

from __future__ import annotations

import asyncio
import time
from typing import NamedTuple

import pytest
from playwright.async_api import expect

from tests.browser import made_up_imports
from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, to_the_end
from tests.browser.fixture_server import CORRELATION, FixtureServer
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario

IMPORT = f"/imports/?id={made_up_imports.UPLOAD_ID}"
NUMBER = f"give whoever runs this site this number: {CORRELATION}"


class Fault(NamedTuple):
    state: str
    retry_after: str | None
    says: str


FAULTS = [
    Fault("429", "90", "The server has too much to do right now. Try again in 2 minutes."),
    Fault("429", None, "The server has too much to do right now. Try again later."),
    Fault("500", None, NUMBER),
    Fault("504", "5", "The server did not answer in time. Try again in 5 seconds."),
]


class Part(NamedTuple):
    """Where a part is shown, what it says when it fails, what still holds, and what is there when it works."""

    path: str
    failed: str
    holds: str
    works: str


PARTS = {
    "me": Part("/", "Nachklang cannot be reached", "Nothing is lost", "Ein Zimmer voller Mai"),
    "wrapped": Part("/", "Your favourites could not be read", "Nothing is lost", "Ein Zimmer voller Mai"),
    "person": Part(f"/?person={JON}", "The favourites could not be read", "Nothing is lost", "Fifty songs filled"),
    "match": Part(
        f"/?person={JON}&view=match", "What you have in common could not be read", "Nothing is lost", "Halle Sieben"
    ),
    "plays": Part("/plays/?artist=June+Havel", "The plays could not be read", "Nothing is lost", "455 plays"),
    "uploads": Part("/imports/", "Your imports could not be read", "They are safe on the server.", "Done"),
    "upload": Part(IMPORT, "This import could not be read", "It goes on by itself", "Your history is in"),
    "tokens": Part("/settings/", "Your tokens could not be read", "Nothing is lost", "Home dashboard"),
    "sessions": Part("/settings/", "Your sign-ins could not be read", "Nothing is lost", "Firefox on Linux"),
    "shares": Part("/settings/", "Your public pages could not be read", "Nothing is lost", "Everything"),
    "invitations": Part("/settings/", "The invitations could not be read", "Nothing is lost", "For one person"),
    "feed": Part("/settings/", "The state of the live feed could not be read", "", "live feed"),
}


@pytest.mark.parametrize("name", list(PARTS))
async def test_every_part_says_what_failed_and_is_tried_again(
    name: str, open_page: Open, scenario: Scenario, server: FixtureServer
) -> None:
    part = PARTS[name]
    scenario.me["admin"] = name == "invitations"
    page = await open_page("/goodbye/")
    trouble = page.locator("main").get_by_role("alert").filter(has_text=part.failed)
    for fault in FAULTS:
        scenario.parts[name], scenario.retry_after = fault.state, fault.retry_after
        await page.goto(server.url + part.path)
        await expect(trouble).to_contain_text(fault.says)
        await expect(trouble).to_contain_text(part.holds)
    assert await axe_findings(page) == []
    await page.set_viewport_size({"width": 320, "height": 800})
    assert await sideways(page) <= 0
    scenario.parts.clear()
    await trouble.get_by_role("button", name="Try again").click()
    await expect(trouble).to_have_count(0)
    await expect(page.locator("main").get_by_text(part.works).first).to_be_visible()


BESIDE = {
    "history": ("Your whole history could not be read.", ".strip-place svg"),
    "people": ("Whose history you may look at could not be read.", "button.whose"),
    "standing": ("Where you stand could not be read.", "#standing-title"),
}
"""What stands beside the numbers, what it says when it fails, and what is there when it works."""


@pytest.mark.parametrize("name", list(BESIDE))
async def test_what_stands_beside_the_numbers_fails_alone_and_is_tried_again(
    name: str, open_page: Open, scenario: Scenario, server: FixtureServer
) -> None:
    says, works = BESIDE[name]
    page = await open_page("/goodbye/")
    trouble = page.locator(".part-note").filter(has_text=says)
    for fault in FAULTS:
        scenario.parts[name], scenario.retry_after = fault.state, fault.retry_after
        await page.goto(server.url)
        await to_the_end(page)
        await expect(trouble).to_contain_text(fault.says)
        await expect(page.locator(".trio")).to_contain_text("Ein Zimmer voller Mai")
    assert await axe_findings(page) == []
    await page.set_viewport_size({"width": 320, "height": 800})
    assert await sideways(page) <= 0
    await page.set_viewport_size({"width": 1280, "height": 900})
    scenario.parts.clear()
    await trouble.get_by_role("button", name="Try again").click()
    await expect(trouble).to_have_count(0)
    await expect(page.locator(works).first).to_be_visible()


async def test_the_reason_is_said_in_german_too(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["uploads"], scenario.retry_after = "429", "90"
    scenario.me["locale"] = "de"
    page = await open_page("/imports/", locale="de-DE")
    await expect(page.locator("main").get_by_role("alert")).to_contain_text(
        "Der Server hat gerade zu viel zu tun. Versuch es in 2 Minuten noch einmal. Sie liegen sicher auf dem Server."
    )


async def test_a_list_that_fails_leaves_the_favourites(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.get_by_text("Ein Zimmer voller Mai").first.wait_for()
    scenario.parts["wrapped"] = "504"
    await page.get_by_role("radio", name="Streams").check()
    await expect(page.locator("main").get_by_role("alert")).to_contain_text("The list could not be read")
    await expect(page.locator(".trio")).to_contain_text("Ein Zimmer voller Mai")


async def test_what_is_shown_stays_where_asking_anew_fails(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/imports/")
    await page.locator(".uploads li").first.wait_for()
    scenario.parts.update(me="504", uploads="500")
    refused: list[int] = []
    page.on("response", lambda response: refused.append(response.status) if response.status >= 500 else None)
    scenario.events.append("import-changed")
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    # Each is asked for twice before it counts as failed.
    deadline = time.monotonic() + 10
    while min(refused.count(500), refused.count(504)) < 2:
        assert time.monotonic() < deadline, refused
        await asyncio.sleep(0.05)
    await page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    await expect(page.locator(".uploads li").first).to_contain_text("Done")
    await expect(page.locator("main").get_by_role("alert")).to_have_count(0)


async def test_a_page_of_plays_that_fails_leaves_those_before(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/plays/?artist=June+Havel", height=300)
    await expect(page.locator(".plays li").first).to_be_visible()
    before = await page.locator(".plays li").count()
    scenario.parts["plays"] = "500"
    await page.evaluate("scrollTo(0, document.body.scrollHeight)")
    trouble = page.locator("main").get_by_role("alert")
    await expect(trouble).to_contain_text(NUMBER)
    assert await page.locator(".plays li").count() == before
    scenario.parts.clear()
    await trouble.get_by_role("button", name="Try again").click()
    await expect(page.locator(".plays li")).not_to_have_count(before)


async def test_a_refused_change_says_why_and_when_to_come_again(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await page.get_by_role("button", name="Share", exact=True).click()
    sheet = page.get_by_role("dialog")
    scenario.parts["POST /api/v1/shares"], scenario.retry_after = "429", "30"
    await sheet.get_by_role("button", name="Make the page").click()
    await expect(sheet.get_by_role("alert")).to_have_text(
        "The server has too much to do right now. Try again in 30 seconds."
    )
    scenario.parts.clear()
    await sheet.get_by_role("button", name="Make the page").click()
    await expect(sheet.get_by_role("status")).to_be_visible()


async def test_a_session_that_ends_leads_back_to_the_same_place(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/plays/?artist=June+Havel")
    await expect(page.locator(".plays li").first).to_be_visible()
    scenario.signed_in = False
    scenario.cut.set()  # the page asks for nothing more: that its events are refused has to tell it
    await page.get_by_role("link", name="with a name and a password").click()
    await page.get_by_label("Name to sign in with").fill("mara")
    await page.get_by_label("Password", exact=True).fill("four words in a row")
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_role("heading", name="June Havel")).to_be_visible()
    await page.wait_for_url("**/plays/?artist=June+Havel")
