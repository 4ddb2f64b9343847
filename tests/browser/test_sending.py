"""Exports on their way to the server: one after the other, beside whatever else one does on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser import made_up_imports
from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, until
from tests.browser.scenario import Scenario
from tests.browser.sending import choose, drag_above, drop, drop_paths, line, slow_up, tray

IMPORT = f"/imports/?id={made_up_imports.UPLOAD_ID}"
SENT = ("POST", "/api/v1/uploads")
UNTAKEN = """() => {
    window.untaken = [];
    for (const type of ['dragover', 'drop']) {
        window.addEventListener(type, event => event.defaultPrevented || window.untaken.push(type));
    }
}"""


def sent(scenario: Scenario) -> int:
    """How many times files were sent."""
    return len([change for change in scenario.changed if change[:2] == SENT])


async def listening(open_page: Open) -> Page:
    page = await open_page()
    await page.get_by_text("Ein Zimmer voller Mai").first.wait_for()
    return page


async def test_the_page_stays_usable_while_bytes_are_sent(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["send"] = "held"
    page = await listening(open_page)
    await drop(page, ("my_spotify_data.zip", 1000))
    await expect(line(page, "my_spotify_data.zip")).to_contain_text("All sent.")
    await page.get_by_role("link", name="Plays", exact=True).click()
    await expect(page.get_by_role("heading", name="Plays")).to_be_visible()
    await expect(tray(page)).to_be_visible()
    scenario.parts["send"] = "full"
    scenario.go_on()
    await expect(line(page, "my_spotify_data.zip")).to_contain_text("Done")
    assert page.url.endswith("/plays/")
    await tray(page).get_by_role("link", name="See what is in it").click()
    await expect(page.get_by_role("heading", name="Your history is in")).to_be_visible()
    await expect(tray(page)).to_have_count(0)


async def test_several_are_sent_one_after_the_other_also_those_dropped_meanwhile(
    open_page: Open, scenario: Scenario
) -> None:
    scenario.parts["send"] = "held"
    scenario.taken_as = ["aa", "bb", "cc"]
    scenario.others = [{**made_up_imports.upload("reading"), "id": upload} for upload in scenario.taken_as]
    page = await listening(open_page)
    await drop(page, ("a.json", 500), ("one.zip", 1000), ("b.json", 500))
    await expect(line(page, "one.zip")).to_contain_text("All sent.")
    await expect(line(page, "2 files")).to_contain_text("Waits its turn")
    await drop(page, ("two.zip", 2000))
    await expect(tray(page).get_by_role("link", name="One more under Imports")).to_be_visible()
    await until(lambda: scenario.held == 1)
    assert sent(scenario) == 1
    scenario.go_on()
    await expect(line(page, "one.zip")).to_contain_text("Reading")
    await expect(line(page, "2 files")).to_contain_text("All sent.")
    await expect(line(page, "two.zip")).to_have_count(0)
    await page.get_by_role("button", name="Close: one.zip").click()
    await expect(line(page, "two.zip")).to_contain_text("2 kB")
    scenario.parts["send"] = "full"
    scenario.go_on()
    await expect(line(page, "two.zip")).to_contain_text("Reading")
    assert sent(scenario) == 3


async def test_progress_is_told_by_bytes(open_page: Open, scenario: Scenario) -> None:
    page = await listening(open_page)
    await slow_up(page, 40_000)
    await drop(page, ("my_spotify_data.zip", 4_000_000))
    bar = page.get_by_role("progressbar", name="Sent of my_spotify_data.zip")
    await expect(bar).to_have_attribute("max", "4000000")
    await expect(bar).not_to_have_attribute("value", "0")
    assert 0 < int(await bar.get_attribute("value") or 0) < 4_000_000
    await expect(line(page, "my_spotify_data.zip")).to_contain_text("of 4 MB")


async def test_each_can_be_stopped_and_the_focus_stays_near(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["send"] = "held"
    page = await listening(open_page)
    await drop(page, ("one.zip", 1000), ("two.zip", 1000))
    await page.get_by_role("button", name="Stop sending: one.zip").click()
    await expect(line(page, "one.zip")).to_have_count(0)
    await expect(page.get_by_role("list", name="On their way")).to_be_focused()
    await expect(line(page, "two.zip")).to_contain_text("All sent.")
    await page.get_by_role("button", name="Stop sending: two.zip").click()
    await expect(tray(page)).to_have_count(0)
    await expect(page.locator("main")).to_be_focused()


async def test_what_breaks_off_is_sent_again_as_it_was(open_page: Open, scenario: Scenario) -> None:
    page = await listening(open_page)
    scenario.parts["server"] = "away-midway"
    await drop(page, ("my_spotify_data.zip", 40_000_000))
    alert = tray(page).get_by_role("alert")
    await expect(alert).to_contain_text("The connection broke at")
    await expect(alert).to_contain_text("Nothing was kept; try again.")
    scenario.parts.clear()
    await page.get_by_role("button", name="Try again: my_spotify_data.zip").click()
    await expect(line(page, "my_spotify_data.zip")).to_contain_text("Done")
    assert scenario.changed[-1] == (*SENT, 40_000_000)


async def test_what_may_have_arrived_is_not_said_to_be_lost(open_page: Open, scenario: Scenario) -> None:
    page = await listening(open_page)
    scenario.parts["server"] = "away-after-body"
    await drop(page, ("my_spotify_data.zip", 300_000))
    await expect(tray(page).get_by_role("alert")).to_contain_text("It may have arrived all the same")
    scenario.parts.clear()
    await page.get_by_role("button", name="Try again: my_spotify_data.zip").click()
    await expect(line(page, "my_spotify_data.zip")).to_contain_text("Done")


@pytest.mark.parametrize(
    ("state", "after", "says"),
    [
        ("429", "90", "Try again in 2 minutes. Nothing was kept."),
        ("429", None, "Try again later. Nothing was kept."),
        ("500", None, "The server made a mistake."),
        ("503", "5", "A part of the server does not answer right now. Try again in 5 seconds."),
        ("504", None, "The server did not answer in time."),
    ],
)
async def test_a_refusal_says_why_and_when_to_come_again(
    state: str, after: str | None, says: str, open_page: Open, scenario: Scenario
) -> None:
    scenario.parts["POST /api/v1/uploads"], scenario.retry_after = state, after
    page = await open_page("/imports/")
    await choose(page)
    await expect(page.locator("main").get_by_role("alert")).to_contain_text(says)
    await expect(page.get_by_role("button", name="Choose a file")).to_be_enabled()


async def test_what_is_too_large_is_said_and_can_be_dismissed(open_page: Open, scenario: Scenario) -> None:
    scenario.parts["send"] = "error"
    page = await open_page("/imports/")
    await choose(page)
    await expect(page.locator("main").get_by_role("alert")).to_contain_text("larger than the server takes.")
    await page.get_by_role("button", name="Dismiss: my_spotify_data (1).zip").click()
    await expect(page.locator("main").get_by_role("alert")).to_have_count(0)


async def test_an_empty_file_is_not_sent(open_page: Open, scenario: Scenario) -> None:
    page = await open_page("/imports/")
    await page.locator(".uploads li").first.wait_for()
    await drop(page, ("nothing.zip", 0))
    await expect(line(page, "nothing.zip")).to_contain_text("This is an empty file, or a folder without an export.")
    await expect(line(page, "nothing.zip").get_by_role("button")).to_have_count(1)
    assert scenario.changed == []


async def test_a_folder_is_sent_as_what_of_an_export_is_in_it(
    open_page: Open, scenario: Scenario, tmp_path: Path
) -> None:
    unpacked = tmp_path / "Spotify Account Data"
    (unpacked / "more").mkdir(parents=True)
    for name in ("a.json", "more/b.json", "ReadMeFirst.pdf"):
        (unpacked / name).write_bytes(b"x" * 100)
    (tmp_path / "pictures").mkdir()
    page = await listening(open_page)
    await drop_paths(page, unpacked, tmp_path / "pictures")
    await expect(line(page, "2 files")).to_contain_text("Done")
    assert sent(scenario) == 1
    await expect(line(page, "pictures")).to_contain_text("a folder without an export")


async def test_a_session_that_ends_on_the_way_leads_to_the_sign_in_and_keeps_the_files(
    open_page: Open, scenario: Scenario
) -> None:
    scenario.parts["send"] = "held"
    page = await listening(open_page)
    await drop(page, ("one.zip", 1000), ("two.zip", 1000))
    await expect(line(page, "one.zip")).to_contain_text("All sent.")
    scenario.signed_in = False
    await page.get_by_role("link", name="Plays", exact=True).click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()
    await expect(line(page, "two.zip")).to_contain_text("Your sign-in has ended. Sign in again.")
    await page.get_by_role("link", name="with a name and a password").click()
    await page.get_by_label("Name to sign in with").fill("mara")
    await page.get_by_label("Password", exact=True).fill("four words in a row")
    scenario.parts["send"] = "full"
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.get_by_role("heading", name="Plays").wait_for()
    await page.get_by_role("button", name="Try again: two.zip").click()
    await expect(line(page, "two.zip")).to_contain_text("Done")


async def test_the_start_page_shows_the_first_export_large_and_leads_on(open_page: Open, scenario: Scenario) -> None:
    scenario.parts.update(history="empty", send="held")
    scenario.taken_as = ["aa", "bb"]
    page = await open_page()
    await page.get_by_role("heading", name="It is still quiet here").wait_for()
    await drop(page, ("one.zip", 1000), ("two.zip", 3000))
    await expect(page.get_by_role("heading", name="Sending your exports")).to_be_visible()
    await expect(tray(page)).to_have_count(0)
    await expect(page.locator(".figure")).to_have_text("25")
    await until(lambda: scenario.held == 1)
    scenario.go_on()
    await expect(page.locator(".figure")).to_have_text("100")
    await until(lambda: scenario.held == 2)
    scenario.go_on()
    await expect(page.get_by_role("heading", name="Imports")).to_be_visible()


async def test_the_list_shows_what_is_sent_and_every_import_that_runs(open_page: Open, scenario: Scenario) -> None:
    files = made_up_imports.FILES
    scenario.upload = made_up_imports.upload("reading", files[:2], 0.4)
    scenario.others = [
        {**made_up_imports.upload("reading", files[:1], 0.2), "id": "b1", "filename": "second.zip"},
        {**made_up_imports.upload("done"), "id": "c1", "filename": "old.zip"},
    ]
    scenario.parts["send"] = "held"
    page = await open_page("/imports/")
    rows = page.locator(".uploads li")
    await expect(rows.nth(0)).to_contain_text("32,137 rows read · 2,292 hours so far")
    await expect(rows.nth(1)).to_contain_text("15,933 rows read · 1,146 hours so far")
    await drop(page, ("third.zip", 1000))
    await expect(line(page, "third.zip")).to_be_visible()
    await expect(tray(page)).to_have_count(0)
    scenario.upload = made_up_imports.upload("done", files[:2])
    await expect(rows.nth(0)).to_contain_text("Done")


async def test_closing_the_tab_is_asked_about_only_while_bytes_are_sent(open_page: Open, scenario: Scenario) -> None:
    asks = "() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    scenario.parts["send"] = "held"
    page = await listening(open_page)
    assert not await page.evaluate(asks)
    await drop(page, ("one.zip", 1000))
    await expect(line(page, "one.zip")).to_contain_text("All sent.")
    assert await page.evaluate(asks)
    await until(lambda: scenario.held == 1)
    scenario.go_on()
    await expect(line(page, "one.zip")).to_contain_text("Done")
    assert not await page.evaluate(asks)


@pytest.mark.parametrize("locale", ["en", "de"])
async def test_the_tray_fits_and_is_accessible(locale: str, open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = locale
    scenario.parts["send"] = "held"
    page = await open_page("/imports/", locale=locale)
    await page.locator(".uploads li").first.wait_for()
    await drop(
        page,
        ("nothing.zip", 0),
        ("Streaming History " * 12 + ".zip", 5_000_000),
        *[(f"{n}.zip", n) for n in range(1, 4)],
    )
    await expect(page.locator(".send")).to_have_count(5)
    for path in ("/imports/", "/"):
        await page.locator(f".brand, nav a[href='{path}']").first.evaluate(
            "link => link.click()"
        ) if path == "/" else None
        await expect(page.locator(".send")).to_have_count(5 if path == "/imports/" else 2)
        for width in (1440, 390, 320):
            await page.set_viewport_size({"width": width, "height": 900})
            assert await sideways(page) <= 0, width
            for theme in ("light", "dark"):
                await page.emulate_media(color_scheme=theme)
                assert await axe_findings(page) == [], (path, width, theme)


async def test_what_is_dropped_before_sign_in_is_not_opened_and_it_is_said_why(
    open_page: Open, scenario: Scenario, tmp_path: Path
) -> None:
    scenario.signed_in = False
    file = tmp_path / "my_spotify_data.zip"
    file.write_bytes(b"x")
    page = await open_page()
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await page.evaluate(UNTAKEN)
    await drag_above(page, file)
    await expect(page.get_by_text("Sign in first")).to_be_visible()
    await drop_paths(page, file)
    await expect(page.get_by_text("Sign in first")).to_have_count(0)
    assert await page.evaluate("window.untaken") == [], "the browser would open the file"
    assert sent(scenario) == 0
