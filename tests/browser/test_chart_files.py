"""Each chart as files: its values for programs, its picture for people."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import made_up, made_up_people
from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open, hrefs, to_the_end
from tests.browser.scenario import Scenario
from tests.browser.test_parts import CHARTS, chart

DAYS = ("2025-11-24", "2026-11-23")
WINDOW = "2025-11-24-2026-11-23"
SVG = "{http://www.w3.org/2000/svg}"


async def saved(page: Page, figure: Locator, button: str) -> tuple[str, str]:
    """The name and the text of the file that a button gives."""
    async with page.expect_download() as begun:
        await figure.get_by_role("button", name=button).click()
    download = await begun.value
    return download.suggested_filename, text_of(await download.path())


def text_of(path: Path) -> str:
    return path.read_text("utf-8-sig")


async def as_table(page: Page, title: str, button: str = "Show as table") -> Locator:
    figure = chart(page, title)
    await figure.get_by_role("button", name=button).click()
    await figure.get_by_role("table").wait_for()
    return figure


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


async def test_the_hours_of_the_week_are_given_to_the_millisecond(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    name, text = await saved(page, await as_table(page, "Hour by weekday"), "Save the data")
    assert name == f"nachklang-hour-by-weekday-{WINDOW}.csv"
    header, *rows = rows_of(text)
    assert header[:2] == ["Hour", "Monday in milliseconds"]
    clock = made_up.wrapped(*DAYS)["rhythm"]["clock"]
    assert rows == [[str(hour), *(str(day[hour]) for day in clock)] for hour in range(24)]


async def test_every_day_is_in_the_file_of_the_calendar(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    name, text = await saved(page, await as_table(page, "Day by day"), "Save the data")
    assert name == f"nachklang-day-by-day-{WINDOW}.csv"
    header, *rows = rows_of(text)
    assert header == ["Day", "Playing time in milliseconds"]
    days = made_up.wrapped(*DAYS)["rhythm"]["calendar"]["ms_played"]
    assert (rows[0][0], rows[-1][0]) == DAYS
    assert [int(ms) for _, ms in rows] == days


async def test_months_have_their_plays_and_the_year_before(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    _, text = await saved(page, await as_table(page, "Hours by month"), "Save the data")
    header, *rows = rows_of(text)
    assert header == ["Period", "Playing time in milliseconds", "Plays", "a year before in milliseconds"]
    months = made_up.wrapped(*DAYS)["rhythm"]["months"]
    assert [row[:3] for row in rows] == [
        [month["month"], str(month["ms_played"]), str(month["plays"])] for month in months
    ]
    assert rows[0][3] == "", "a month of which only a part is shown compares with none"
    assert rows[1][3].isdecimal()


async def test_the_year_before_opens_its_plays(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    figure = await as_table(page, "Hours by month")
    doors = figure.get_by_role("row", name="December 2025").get_by_role("link")
    month, before = "from=2025-12-01&to=2025-12-31", "from=2024-12-01&to=2024-12-31"
    assert await hrefs(doors) == [f"/plays/?{days}&counted=true" for days in (month, month, before)]


@pytest.mark.parametrize("width", [1440, 390])
async def test_the_whole_history_is_a_table_and_files(width: int, open_page: Open) -> None:
    page = await open_page(width=width)
    await page.locator(".window").get_by_role("button", name="Show as table").click()
    sheet = page.get_by_role("dialog", name="Your whole history")
    row = sheet.get_by_role("row", name="March 2017")
    await row.wait_for()
    assert await hrefs(row.get_by_role("link")) == ["/plays/?from=2017-03-01&to=2017-03-31&counted=true"]
    assert await axe_findings(page) == []
    name, text = await saved(page, sheet, "Save the data of Your whole history")
    assert name == "nachklang-your-whole-history-2017-03-01-2026-11-30.csv"
    header, *rows = rows_of(text)
    assert header == ["Period", "Playing time in milliseconds"]
    life = made_up.wrapped(*DAYS)["rhythm"]["life"]
    assert rows == [[month["month"], str(month["ms_played"])] for month in life]
    name, text = await saved(page, sheet, "Save the picture of Your whole history")
    drawing = ElementTree.fromstring(text)  # noqa: S314 - our own page has written it
    words = [element.text for element in drawing.iter(f"{SVG}text")]
    assert words[:2] == ["Your whole history", "1 Mar 2017 – 30 Nov 2026"]
    assert len([bar for bar in drawing.iter(f"{SVG}rect") if bar.get("rx")]) == len(life)
    await page.keyboard.press("Escape")
    await expect(sheet).to_have_count(0)


async def test_a_list_is_given_with_all_rows_that_are_known(open_page: Open) -> None:
    page = await open_page()
    rows_part = page.locator(".rows-part")
    name, text = await saved(page, rows_part, "Save the data of Your songs")
    assert name == f"nachklang-your-songs-{WINDOW}.csv"
    header, *rows = rows_of(text)
    assert header[:5] == ["Rank", "Rank in the days before", "Name", "Artist", "Playing time in milliseconds"]
    assert header[5:] == ["Streams", "Plays", "Share", "First played, in UTC", "Last played, in UTC"]
    tracks = made_up.wrapped(*DAYS)["top_tracks"]
    assert len(rows) == len(tracks) == 50
    numbers = ("ms_played", "streams", "plays")
    assert [(row[2], row[3], [int(number) for number in row[4:7]]) for row in rows] == [
        (track["title"], track["artist"], [track[number] for number in numbers]) for track in tracks
    ]
    await expect(rows_part.locator(".row")).to_have_count(10)


async def test_of_a_search_the_file_has_what_was_found(open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = "de"
    page = await open_page(locale="de-DE")
    await page.get_by_role("searchbox", name="Stücke durchsuchen").fill("sigrun oesk")
    await expect(page.locator(".row .ar").first).to_contain_text("Sigrún Ösk")
    await expect(page.locator(".rows-part")).to_have_attribute("aria-busy", "false")
    found = await page.locator(".row").count()
    _, text = await saved(page, page.locator(".rows-part"), "Daten sichern: Deine Stücke")
    header, *rows = rows_of(text)
    assert header[:4] == ["Platz", "Platz in den Tagen davor", "Name", "Künstler"]
    assert {row[3] for row in rows} == {"Sigrún Ösk"}
    assert len(rows) == found


async def test_files_speak_the_language_of_the_reader(open_page: Open, scenario: Scenario) -> None:
    scenario.me["locale"] = "de"
    page = await open_page(locale="de-DE")
    await to_the_end(page)
    figure = await as_table(page, "Tag für Tag", "Als Tabelle zeigen")
    name, text = await saved(page, figure, "Daten sichern")
    assert name == f"nachklang-tag-für-tag-{WINDOW}.csv"
    assert rows_of(text)[0] == ["Tag", "Spielzeit in Millisekunden"]


async def test_the_years_of_treasures_add_up_to_their_lines(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    place = page.locator(".two > div", has=page.get_by_role("heading", name="Forgotten treasures", exact=True))
    await place.get_by_role("button", name="Show as table").click()
    name, text = await saved(page, place, "Save the data of Forgotten treasures")
    assert name == "nachklang-forgotten-treasures-2017-03-2026-11.csv"
    header, *rows = rows_of(text)
    assert header[1:3] == ["2018 in milliseconds", "2019 in milliseconds"]
    treasures = made_up.wrapped(*DAYS)["treasures"]["forgotten_tracks"]
    lines = {f"{row['title']} · {row['artist']}": sum(row["months"]["ms_played"]) for row in treasures}
    assert {head: sum(map(int, years)) for head, *years in rows} == lines


async def test_what_two_have_in_common_is_given_side_by_side(open_page: Open, scenario: Scenario) -> None:
    page = await open_page(f"/?person={made_up_people.JON}&view=match")
    place = page.locator(".match")
    await place.get_by_role("button", name="Show as table").click()
    name, text = await saved(page, place, "Save the data")
    assert name == f"nachklang-common-artists-jon-{WINDOW}.csv"
    header, *rows = rows_of(text)
    assert header[1:] == ["You in milliseconds", "Jon in milliseconds"]
    common = made_up_people.match("full", 50)["top_artists"]
    assert rows == [[row["name"], str(row["ms_played"]), str(row["other_ms_played"])] for row in common]


@pytest.mark.parametrize("title", CHARTS)
@pytest.mark.parametrize("width", [1440, 320])
async def test_a_picture_needs_nothing_but_itself(title: str, width: int, open_page: Open) -> None:
    page = await open_page(width=width)
    await to_the_end(page)
    figure = await as_table(page, title)
    name, text = await saved(page, figure, "Save the picture")
    assert name == f"nachklang-{'-'.join(title.lower().split())}-{WINDOW}.svg"
    assert "var(" not in text and "class=" not in text and "http://www.w3.org/2000/svg" in text
    drawing = ElementTree.fromstring(text)  # noqa: S314 - our own page has written it
    assert (drawing.tag, drawing.get("width")) == (f"{SVG}svg", "960")
    words = [element.text for element in drawing.iter(f"{SVG}text")]
    assert words[:2] == [title, "24 Nov 2025 – 23 Nov 2026"]
    shapes = [element for kind in ("rect", "path", "circle") for element in drawing.iter(f"{SVG}{kind}")]
    assert len(shapes) >= 13
    assert all((shape.get("fill") or "").startswith(("rgb", "none")) for shape in shapes)
    await expect(figure.get_by_role("table"), "the table is still there").to_be_visible()


async def test_what_can_be_saved_is_said_to_everybody(open_page: Open) -> None:
    page = await open_page(width=320)
    await to_the_end(page)
    for title in CHARTS:
        await as_table(page, title)
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []
