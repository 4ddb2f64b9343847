"""From a dropped file to its account of rows."""

from __future__ import annotations

import csv
import threading
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser import made_up_imports
from tests.browser.chromium import axe_findings
from tests.browser.conftest import Open, to_the_end, until
from tests.browser.scenario import Scenario
from tests.browser.sending import choose

IMPORT = f"/imports/?id={made_up_imports.UPLOAD_ID}"


def table_in(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


async def test_a_file_is_sent_watched_and_accounted_for(open_page: Open, scenario: Scenario) -> None:
    scenario.parts.update(history="empty", send="held")
    scenario.upload = made_up_imports.upload("receiving", [], 0)
    scenario.steps = [made_up_imports.upload("reading", made_up_imports.FILES[:2], 0.4)]
    page = await open_page()
    await choose(page)
    await expect(page.get_by_role("heading", name="Sending your export")).to_be_visible()
    await expect(page.get_by_role("progressbar", name="Sent", exact=True)).to_have_attribute("value", "100")
    await until(lambda: scenario.held == 1)
    scenario.go_on()
    await expect(page).to_have_url(f"{page.url.split('/', 3)[0]}//{page.url.split('/')[2]}{IMPORT}")
    await expect(page.get_by_role("heading", name="Reading your history")).to_be_visible()
    await expect(page.get_by_text("2,292", exact=True)).to_be_visible()
    await expect(page.locator(".top-track")).to_contain_text("Поздний свет by Ирена Вольна")
    scenario.parts.clear()
    scenario.steps = [made_up_imports.upload("done")]
    await expect(page.get_by_role("heading", name="Your history is in")).to_be_visible()
    await page.get_by_role("link", name="See your twelve months").click()
    await expect(page.get_by_text("Ein Zimmer voller Mai").first).to_be_visible()
    sent = [change for change in scenario.changed if change[1] == "/api/v1/uploads"]
    assert sent == [("POST", "/api/v1/uploads", 300_000)]


async def test_every_import_is_listed_and_summed_however_many(open_page: Open, scenario: Scenario) -> None:
    scenario.others = [{**made_up_imports.upload("done"), "id": f"i{number}"} for number in range(249)]
    page = await open_page("/imports/")
    await expect(page.locator(".uploads li")).to_have_count(250)
    await page.goto(page.url.replace("/imports/", "/"))
    await to_the_end(page)
    await expect(page.locator(".imports-sum")).to_contain_text("Your 250 imports")


async def test_rejected_rows_are_listed_file_by_file_page_by_page(open_page: Open) -> None:
    page = await open_page(IMPORT)
    await page.get_by_role("button", name="See each row").click()
    sheet = page.get_by_role("dialog", name="Rejected rows")
    await expect(sheet.locator("tbody tr")).to_have_count(8)
    await sheet.get_by_role("button", name="Show more").click()
    await expect(sheet.locator("tbody tr")).to_have_count(13)
    await expect(sheet.locator("caption")).to_have_text(
        [
            "Streaming_History_Audio_2021-2022_8.json9 of 16,204 rows rejected",
            "StreamingHistory_music_0.json4 of 10,000 rows rejected",
        ]
    )
    await expect(sheet.locator("tbody tr").last).to_contain_text("from the future (endTime is in the future)")
    assert await axe_findings(page) == []


async def test_all_rejected_rows_can_be_downloaded(open_page: Open) -> None:
    page = await open_page(IMPORT)
    await page.get_by_role("button", name="See each row").click()
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Download all as CSV").click()
    file = await download.value
    assert file.suggested_filename == "nachklang-rejected-rows-my-spotify-data-zip.csv"
    rows = table_in(await file.path())
    assert rows[0] == ["File", "Row", "Reason", "Reason, as the server calls it"]
    assert len(rows) == 1 + 13
    assert rows[-1] == ["StreamingHistory_music_0.json", "20", "from the future", "endTime is in the future"]
    await expect(page.get_by_role("dialog").get_by_text("13 rows saved.")).to_be_visible()


async def test_a_page_of_rejections_that_fails_leaves_those_before(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(IMPORT)
    await page.get_by_role("button", name="See each row").click()
    sheet = page.get_by_role("dialog", name="Rejected rows")
    await expect(sheet.locator("tbody tr")).to_have_count(8)
    scenario.parts["rejections"] = "500"
    await sheet.get_by_role("button", name="Show more").click()
    await expect(sheet.get_by_role("alert")).to_contain_text("The server made a mistake.")
    await expect(sheet.locator("tbody tr")).to_have_count(8)
    await sheet.get_by_role("button", name="Download all as CSV").click()
    await expect(sheet.get_by_text("The list could not be gathered.")).to_be_visible()
    scenario.parts.clear()
    await sheet.get_by_role("button", name="Show more").click()
    await expect(sheet.locator("tbody tr")).to_have_count(13)


async def test_the_import_is_asked_for_where_no_events_come(open_page: Open, scenario: Scenario) -> None:
    scenario.upload = made_up_imports.upload("reading", [], 0.1)
    scenario.parts["events"] = "error"
    page = await open_page(IMPORT)
    await expect(page.get_by_text("they are fetched every second instead")).to_be_visible()
    scenario.upload = made_up_imports.upload("done")
    await expect(page.get_by_role("heading", name="Your history is in")).to_be_visible()


@pytest.mark.parametrize(
    ("rows", "says"),
    [(500, "All 500 rows were here already. Nothing was added."), (0, "It holds no plays. Nothing was added.")],
)
async def test_nothing_new(rows: int, says: str, open_page: Open, scenario: Scenario) -> None:
    again = made_up_imports.upload("done", [made_up_imports.file("again.json", "extended", rows, rows)])
    scenario.upload = again
    page = await open_page(IMPORT)
    await expect(page.get_by_role("heading", name="Nothing new in it")).to_be_visible()
    await expect(page.get_by_text(says)).to_be_visible()


def test_the_scenario_can_hold_and_go_on() -> None:
    scenario = Scenario()
    waiting = threading.Thread(target=scenario.hold)
    waiting.start()
    scenario.go_on()
    waiting.join(5)
    assert not waiting.is_alive()
