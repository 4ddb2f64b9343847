"""Two people of one instance, from the operator's first link to leaving: on the whole stack, in real browsers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.browser.chromium import new_context
from tests.browser.test_real import ZONE, import_file, yesterday
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person as Listener
from tests.harness.local_accounts import PASSWORD, operators_link
from tests.harness.stack import Nachklang

PLAYS = 2_000
ADA, BEN = "Ada Real", "Ben Real"
SPREAD_MS = 30_000


@asynccontextmanager
async def a_browser(chromium: Browser, broken: list[str]) -> AsyncIterator[Page]:
    """A new visitor's; what the content policy stops or the page throws goes to `broken`."""
    context = await new_context(chromium, timezone_id=ZONE)
    page = await context.new_page()
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on(
        "console", lambda message: broken.append(message.text) if "Content Security Policy" in message.text else None
    )
    yield page
    await context.close()


async def join(page: Page, link: str, name: str) -> None:
    """Take the invitation that `link` is."""
    await page.goto(link)
    await page.get_by_label("Name", exact=True).fill(name)
    await page.get_by_label("Name to sign in with").fill(login_of(name))
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Make my account").click()
    await expect(page.get_by_role("button", name=f"{name}, your account")).to_be_visible()


def login_of(name: str) -> str:
    return name.lower().replace(" ", ".")


async def invite(page: Page, url: str) -> str:
    """Make an invitation in the settings."""
    await page.goto(f"{url}/settings/")
    await page.get_by_role("button", name="Make an invitation").click()
    return await page.locator("#invitations .token").inner_text()


async def bring(page: Page, url: str, folder: Path, seed: int) -> None:
    """Import a history of one's own."""
    _, extended = write_pair(folder, Listener(seed=seed, plays=PLAYS, zone=ZONE, until=yesterday()))
    await page.goto(url)
    await page.get_by_text("It is still quiet here.").wait_for()
    await import_file(page, extended)


async def test_two_people_of_one_instance(nachklang: Nachklang, chromium: Browser, tmp_path: Path) -> None:
    url = nachklang.url
    broken: list[str] = []
    async with a_browser(chromium, broken) as ada, a_browser(chromium, broken) as ben:
        await join(ada, await operators_link(nachklang), ADA)
        await join(ben, await invite(ada, url), BEN)
        (tmp_path / "ben").mkdir()
        await bring(ada, url, tmp_path, 41)
        await bring(ben, url, tmp_path / "ben", 42)

        await ben.goto(f"{url}/settings/")
        await ben.get_by_role("switch", name="The people of this instance").check()
        await expect(ben.locator("#sharing").get_by_text("Saved.")).to_be_visible()
        await look_and_compare(ada, url)
        await show_to_everybody(ada, chromium, url)
        await come_back(ada, url)

        person = ada.url
        await take_away_and_leave(ben, url)
        await ada.goto(person)
        await expect(ada.get_by_role("heading", name="This history is not shared with you")).to_be_visible(
            timeout=SPREAD_MS
        )
    assert broken == []


async def look_and_compare(page: Page, url: str) -> None:
    """Ben's history in Ada's browser, and what they have in common."""
    await page.goto(url)
    await page.get_by_role("button", name="Whose history").click()
    await page.locator("#people-menu").get_by_role("button", name=BEN).click()
    await expect(page.get_by_text(f"You look at {BEN}’s history")).to_be_visible()
    await page.locator(".trio .name").first.wait_for()
    await expect(page.locator(".trio a.open")).to_have_count(0)
    async with page.expect_response(lambda answer: "/api/v1/match" in answer.url) as answered:
        await page.get_by_role("radio", name="In common").check()
    match = await (await answered.value).json()
    await expect(page.locator(".match .figure")).to_have_text(f"{match['per_cent']}%")
    await expect(page.locator(".match-row")).to_have_count(min(10, match["artists"]))


async def show_to_everybody(page: Page, chromium: Browser, url: str) -> None:
    """A public page of what Ada listened to, seen by somebody without an account."""
    await page.goto(url)
    await page.get_by_role("button", name="Share", exact=True).click()
    await page.get_by_role("button", name="Make the page").click()
    link = await page.get_by_role("dialog").locator(".token").inner_text()
    async with a_browser(chromium, []) as stranger:
        await stranger.goto(link)
        await expect(stranger.get_by_text(ADA).first).to_be_visible()


async def come_back(page: Page, url: str) -> None:
    """Ada signs out and in again, and finds Ben's history where she left it."""
    await page.goto(url)
    await page.get_by_role("button", name="Whose history").click()
    await page.locator("#people-menu").get_by_role("button", name=BEN).click()
    await page.get_by_text(f"You look at {BEN}").wait_for()
    await page.wait_for_url(lambda url: "person=" in url)
    person = page.url
    await page.get_by_role("button", name=f"{ADA}, your account").click()
    await page.locator("#account-menu").get_by_role("button", name="Sign out").click()
    await page.get_by_role("link", name="with a name and a password").wait_for()
    await page.goto(person)
    await page.get_by_role("link", name="with a name and a password").click()
    await page.get_by_label("Name to sign in with").fill(login_of(ADA))
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_text(f"You look at {BEN}")).to_be_visible()
    await page.wait_for_url(lambda url: url == person)


async def take_away_and_leave(page: Page, url: str) -> None:
    """Ben takes everything with him and goes."""
    await page.goto(f"{url}/settings/")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Download as JSON").click()
    assert (await download.value).suggested_filename.endswith(".zip")
    await page.get_by_label("Your name, to confirm").fill(BEN)
    await page.get_by_role("button", name="Erase everything about me").click()
    await expect(page.get_by_role("heading", name="Goodbye")).to_be_visible(timeout=SPREAD_MS)
    await page.get_by_role("link", name="To the start").click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()
