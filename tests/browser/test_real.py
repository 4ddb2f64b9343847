"""The main job as a new person does it: on the whole stack, in a real browser."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.async_api import Browser, Page, expect

from tests.browser.chromium import new_context, sideways
from tests.browser.conftest import to_the_end
from tests.e2e.truth import Truth
from tests.harness.histories.packages import write_pair
from tests.harness.histories.samples import write_samples
from tests.harness.histories.timeline import Person as Listener
from tests.harness.reference.wrapped import wrapped
from tests.harness.stack import Nachklang

PLAYS = 4_000
ZONE = "Europe/Berlin"
IMPORTED_WITHIN_MS = 120_000
BESIDE_COVER = (800, 968)
NOTE = (0xFC, 0xE0, 0xB0)
"""The colour beside artwork in a story's picture, where without any the rings of the name go on."""


async def sign_in(page: Page, url: str) -> None:
    """From the start page through the double's own pages and back."""
    await page.goto(url)
    await page.get_by_role("link", name="Sign in with Spotify").click()
    await page.locator("button[name=person]").first.click()
    await page.get_by_role("button", name="Agree").click()
    await page.wait_for_url(f"{url}/**")


async def sign_in_as(page: Page, url: str, name: str) -> None:
    """As somebody whom the double makes on the way: its own pages are left out."""
    answer = await page.context.request.get(f"{url}/auth/login?next=/", max_redirects=0)
    await page.goto(f"{answer.headers['location']}&as={name}")
    await page.wait_for_url(f"{url}/**")


async def import_file(page: Page, path: Path) -> None:
    await page.locator("input[type=file]").set_input_files(path)
    await page.get_by_role("heading", name="Your history is in").wait_for(timeout=IMPORTED_WITHIN_MS)


async def test_from_sign_in_to_the_favourites(nachklang: Nachklang, chromium: Browser, tmp_path: Path) -> None:
    _, extended = write_pair(tmp_path, Listener(seed=11, plays=PLAYS, zone=ZONE, until=yesterday()))
    truth = Truth()
    account = truth.add(extended)
    context = await new_context(chromium, timezone_id=ZONE)
    page = await context.new_page()
    broken: list[str] = []
    page.on(
        "console", lambda message: broken.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.on("pageerror", lambda error: broken.append(str(error)))

    await sign_in(page, nachklang.url)
    await expect(page.get_by_text("It is still quiet here.")).to_be_visible()
    await import_file(page, extended)
    await expect(page.locator(".acct .imported b")).to_have_text(f"{account.rows.imported:,}")
    await page.get_by_role("link", name="See your twelve months").click()

    await page.locator(".trio .name").first.wait_for()
    await assert_favourites(page, truth, await window(page))
    await page.get_by_label("Everything").check()
    await expect(page.locator(".trio.dim")).to_have_count(0)
    await assert_favourites(page, truth, await window(page))
    await expect(page.locator(".trio img.seen").first).to_be_visible()
    await to_the_end(page)
    for width in (1440, 390):
        await page.set_viewport_size({"width": width, "height": 900})
        await page.screenshot(path=tmp_path / f"listening-{width}.png", full_page=True)
        assert await sideways(page) <= 0
    await page.set_viewport_size({"width": 1440, "height": 900})
    await assert_story(page, truth, await window(page), tmp_path)
    await assert_parts(page, truth, await window(page))
    assert broken == []
    await context.close()


async def test_an_export_of_each_format(nachklang: Nachklang, chromium: Browser, tmp_path: Path) -> None:
    truth = Truth()
    context = await new_context(chromium, timezone_id=ZONE, color_scheme="dark")
    page = await context.new_page()
    await sign_in_as(page, nachklang.url, "every-format")
    exports = write_samples(tmp_path, Listener(seed=12, plays=1_200, zone=ZONE, until=yesterday()))
    for place, (export, _) in enumerate(exports, 1):
        account = truth.add(export)
        await page.goto(f"{nachklang.url}/imports/")
        await page.locator("input[type=file]").first.set_input_files(export)
        await expect(page.locator(".uploads li")).to_have_count(place)
        await page.locator(".uploads li a").first.click()
        heading = "Your history is in" if account.rows.imported else "Nothing new"
        await page.get_by_role("heading", name=heading).wait_for(timeout=IMPORTED_WITHIN_MS)
        await expect(page.locator(".acct .imported b")).to_have_text(f"{account.rows.imported:,}")
    await page.goto(nachklang.url)
    await page.get_by_label("Everything").check()
    await assert_favourites(page, truth, await window(page))
    await page.screenshot(path=tmp_path / "every-format.png", full_page=True)
    await context.close()


async def window(page: Page) -> tuple[date, date]:
    """The days in the address, else the last twelve months."""
    query = await page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")
    if "from" in query:
        return date.fromisoformat(query["from"]), date.fromisoformat(query["to"])
    today = datetime.now(ZoneInfo(ZONE)).date()
    leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - 1, day=28 if leap_day else today.day) + timedelta(1), today


async def assert_favourites(page: Page, truth: Truth, days: tuple[date, date]) -> None:
    """The three favourites on the page are the reference's."""
    expected = wrapped(truth.plays, ZONE, days, "time")
    names = page.locator(".trio .name")
    await expect(names.nth(0)).to_have_text(expected["top_tracks"][0]["title"])
    await expect(names.nth(1)).to_have_text(expected["top_artists"][0]["name"])
    hours = expected["totals"]["ms_played"] // 3_600_000
    await expect(page.locator(".trio .figure")).to_have_text(f"{hours:,}")


async def assert_parts(page: Page, truth: Truth, days: tuple[date, date]) -> None:
    """What stands below the lists is the reference's, and a number opens to plays with the same sums."""
    expected = wrapped(truth.plays, ZONE, days, "time")
    await expect(page.locator(".night .chart")).to_have_count(4)
    await page.locator(".calendar .marks a").focus()
    await page.keyboard.press("End")
    await expect(page.locator(".calendar .readout")).not_to_have_text("")
    streak = expected["rhythm"]["longest_streak"]["days"]
    await expect(page.locator(".records .open").nth(1)).to_have_text(f"{streak:,} days")
    new = expected["discovery"]["artists"]
    await expect(page.locator(".row-facts .open").first).to_have_text(f"{new:,}")
    skips = expected["habits"]["skipped"]["plays"]
    await page.locator(".shares .open").first.click()
    await expect(page.locator(".plays-sums")).to_contain_text(f"{skips:,} play")
    await expect(page.locator(".plays li").first).to_contain_text("skipped")


async def assert_story(page: Page, truth: Truth, days: tuple[date, date], folder: Path) -> None:
    """The song's card says what the reference does, and its picture is saved with the cover in it."""
    expected = wrapped(truth.plays, ZONE, days, "time")["top_tracks"][0]
    await page.get_by_role("link", name="Story", exact=True).click()
    await page.get_by_role("button", name="Next").click()
    await expect(page.locator(".story-title")).to_have_text(expected["title"])
    await expect(page.locator(".story-cover img.seen")).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Save picture").click()
    file = folder / (await download.value).suggested_filename
    await (await download.value).save_as(file)
    with Image.open(file) as picture:
        assert picture.size == (1080, 1920)
        assert picture.convert("RGB").getpixel(BESIDE_COVER) == NOTE
    await page.keyboard.press("Escape")
    await page.locator(".trio .name").first.wait_for()


def yesterday() -> date:
    return datetime.now(UTC).date() - timedelta(1)
