"""The picture of a card: its size, that something is on it in every script, and how it leaves the browser."""

from __future__ import annotations

import asyncio
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Page, Route, expect

from tests.browser import made_up
from tests.browser.conftest import Open
from tests.browser.made_up_parts import NO_HABITS
from tests.browser.scenario import Scenario
from tests.browser.story import CARDS, HARD, STORY, at, song_named

GROUND = (0x22, 0x14, 0x26)
INK = (0xF6, 0xEA, 0xE3)
EMBER = (0xFF, 0x9A, 0x6C)
WINDOW = "2025-11-24-2026-11-23"
SIZES = {"Tall": (1080, 1920), "Square": (1080, 1080)}
TITLE = {"Tall": (88, 1080, 992, 1510), "Square": (72, 565, 1008, 780)}
"""Where the title stands, from left and top to right and bottom."""

SAVED = """window.saved = []
HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download) }"""
"""Notes what is given as a file, in place of the browser, which tells of it when it likes."""
SHARES = """navigator.canShare = data => Array.isArray(data.files) && data.files[0].type === 'image/png'
navigator.share = async data => {
  window.shared = [...(window.shared ?? []), data.files.map(file => [file.name, file.type, file.size])]
  if (window.refuses) throw new DOMException('', window.refuses)
}"""


async def saved(page: Page) -> tuple[str, Image.Image]:
    """The name and the picture that the button saves."""
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Save picture").click()
    file = await download.value
    return file.suggested_filename, opened(await file.path())


def opened(path: Path) -> Image.Image:
    """All of it in memory: the browser deletes the file."""
    return Image.open(BytesIO(path.read_bytes())).convert("RGB")


async def shared(page: Page) -> Any:
    """What the share sheet was given first: name, type and size of each file."""
    async with asyncio.timeout(10):
        while not (given := await page.evaluate("window.shared ?? []")):
            await asyncio.sleep(0.05)
    return given[0]


def colours(picture: Image.Image) -> dict[Any, int]:
    """How many pixels there are of each colour."""
    return {colour: count for count, colour in picture.getcolors(picture.width * picture.height) or []}


@pytest.mark.parametrize("shape", list(SIZES))
async def test_every_card_has_a_picture(shape: str, open_page: Open) -> None:
    page = await open_page(STORY)
    await page.get_by_role("radio", name=shape).check(force=True)
    await page.locator(".story-stage").focus()
    names = []
    looks = set()
    for place in range(1, len(CARDS) + 1):
        await at(page, place)
        name, picture = await saved(page)
        names.append(name)
        looks.add(picture.tobytes())
        assert picture.size == SIZES[shape]
        found = colours(picture)
        assert found[GROUND] > picture.width * picture.height * 0.4
        assert found[INK] > 1_000
        assert found[EMBER] > 500
        edge = picture.crop((0, picture.height - 50, picture.width, picture.height))
        assert set(colours(edge)) == {GROUND}
        await page.keyboard.press("ArrowRight")
    end = "-square.png" if shape == "Square" else ".png"
    ids = ["total", "song", "artist", "album", "songs", "artists", "when", "discovery", "treasure", "summary"]
    assert names == [f"nachklang-{WINDOW}-{card}{end}" for card in ids]
    assert len(looks) == len(CARDS)


@pytest.mark.parametrize("shape", list(SIZES))
@pytest.mark.parametrize("name", list(HARD))
async def test_a_name_of_any_script_and_length_stays_within_its_place(
    name: str, shape: str, open_page: Open, scenario: Scenario
) -> None:
    scenario.media = song_named(*HARD[name])
    page = await open_page(STORY)
    await page.get_by_role("button", name="Next").click()
    await page.get_by_role("radio", name=shape).check(force=True)
    _, picture = await saved(page)
    left, top, right, bottom = TITLE[shape]
    title = colours(picture.crop((left, top, right, bottom)))
    assert sum(count for colour, count in title.items() if colour != GROUND) > 2_000
    for margin in ((0, top, left - 8, bottom), (right + 8, top, picture.width, bottom)):
        assert set(colours(picture.crop(margin))) == {GROUND}


async def test_it_waits_for_the_projects_own_letters(open_page: Open, scenario: Scenario) -> None:
    scenario.media = song_named("Поздний свет", "Ирена Вольна")

    async def late(route: Route) -> None:
        await asyncio.sleep(1)
        await route.continue_()

    page = await open_page(STORY)
    await page.get_by_role("button", name="Next").click()
    _, at_once = await saved(page)
    await page.context.route("**/*cyrillic*", late)
    await page.reload()
    await page.get_by_role("button", name="Next").click()
    _, waited = await saved(page)
    assert waited.tobytes() == at_once.tobytes()


COVER = (88, 330, 728, 970)
"""Where artwork stands in a tall picture."""
ELSEWHERE = "https://i.scdn.co/image/made-up"
ARTWORK = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="#00ff00"/></svg>'
)


@pytest.mark.parametrize("allowed", [True, False])
async def test_artwork_is_drawn_whole_where_its_server_allows_it_else_rings(
    allowed: bool, open_page: Open, scenario: Scenario
) -> None:
    track = {**made_up.wrapped("2025-11-24", "2026-11-23")["favourites"]["track"], "cover": {"url": ELSEWHERE}}
    scenario.media = {"favourites": {"track": track, "artist": None}}
    page = await open_page(STORY)

    async def serve(route: Route) -> None:
        # a page that shows a picture names no origin; one that wants to draw with it does, and may be refused
        if "origin" in route.request.headers and not allowed:
            await route.abort()
        else:
            await route.fulfill(
                body=ARTWORK, content_type="image/svg+xml", headers={"Access-Control-Allow-Origin": "*"}
            )

    await page.context.route(ELSEWHERE, serve)
    await page.get_by_role("button", name="Next").click()
    await expect(page.locator(".story-cover img.seen")).to_have_attribute("alt", "Cover of Nebenan")
    _, picture = await saved(page)
    found = colours(picture.crop(COVER))
    assert (found == {(0, 255, 0): 640 * 640}) is allowed
    assert ((0, 255, 0) in found) is allowed


async def test_beside_artwork_stands_the_way_to_spotify_and_it_does_not_move_the_story(open_page: Open) -> None:
    page = await open_page(STORY)
    await page.get_by_role("button", name="Next").click()
    async with page.context.expect_page() as other:
        await page.locator(".story-link a").click()
    await (await other.value).close()
    await at(page, 2)


async def test_the_systems_share_sheet_gets_the_file(open_page: Open) -> None:
    page = await open_page(STORY)
    await page.context.add_init_script(SHARES)
    await page.reload()
    await page.get_by_role("button", name="Share picture").click()
    [[name, kind, size]] = await shared(page)
    assert (name, kind) == (f"nachklang-{WINDOW}-total.png", "image/png")
    assert size > 10_000


@pytest.mark.parametrize(("refuses", "downloads"), [("AbortError", 0), ("NotAllowedError", 1)])
async def test_a_share_sheet_that_is_closed_is_enough_and_one_that_may_not_open_is_replaced(
    refuses: str, downloads: int, open_page: Open
) -> None:
    page = await open_page(STORY)
    await page.context.add_init_script(f"{SHARES}\n{SAVED}\nwindow.refuses = '{refuses}'")
    await page.reload()
    button = page.get_by_role("button", name="Share picture")
    await button.click()
    await shared(page)
    await expect(button).to_have_attribute("aria-busy", "false")
    assert await page.evaluate("window.saved") == [f"nachklang-{WINDOW}-total.png"] * downloads


async def test_a_picture_that_fails_says_so_and_is_tried_again(open_page: Open) -> None:
    page = await open_page(STORY)
    await page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = done => done(null) }")
    await page.get_by_role("button", name="Save picture").click()
    await expect(page.get_by_role("alert").filter(has_text="The picture could not be made")).to_be_visible()


async def test_whoever_takes_a_picture_stays_on_its_card(open_page: Open) -> None:
    page = await open_page(STORY, reduced_motion="no-preference")
    await page.get_by_role("button", name="Let it run").click()
    await saved(page)
    await expect(page.get_by_role("button", name="Let it run")).to_be_visible()
    assert await page.locator(".story-progress b").evaluate("bar => bar.getAnimations().length") == 0


async def test_private_sessions_in_a_picture_are_no_surprise(open_page: Open, scenario: Scenario) -> None:
    said = "Private sessions are counted too."
    page = await open_page(STORY)
    await expect(page.get_by_text(said)).to_be_visible()
    scenario.media = {"habits": NO_HABITS}
    await page.reload()
    await at(page, 1)
    await expect(page.get_by_text(said)).to_have_count(0)
