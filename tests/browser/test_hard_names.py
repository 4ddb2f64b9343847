"""Names of every script and length, wherever a name can stand: nothing overflows, nothing of a favourite is cut, and
each keeps to its own direction."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest
from playwright.async_api import Browser, Page, expect

import gateway
from contracts.messages.toplists import Favourites
from gateway.domain.media_items import items_of
from gateway.domain.share.card import card_of
from gateway.domain.share.page import Shown, page_of
from gateway.domain.viewing import Whose
from gateway.domain.wrapped_mapping import wrapped_of
from tests.browser import made_up_imports
from tests.browser.chromium import axe_findings, new_context, sideways
from tests.browser.conftest import Open, to_the_end
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario
from tests.browser.story import HARD
from tests.unit.gateway.answers import small_answer
from tests.unit.gateway.languages import EN

STYLE = Path(gateway.__file__).parent / "http/share/page.css"
WIDTHS = (1440, 320)
BARE = """([names]) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const bare = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const within = text.parentElement;
        const named = names.some(name => text.data.includes(name));
        if (named && !within.closest('bdi, svg, script, .sr, option')) bare.push(within.outerHTML.slice(0, 120));
    }
    return bare;
}"""
"""Texts that hold a name outside of any element that isolates its direction."""
CUT = """names => names.filter(name => {
    const style = getComputedStyle(name);
    const more = name.scrollWidth > name.clientWidth + 1 || name.scrollHeight > name.clientHeight + 24;
    return style.textOverflow !== 'clip' || style.webkitLineClamp !== 'none' || (more && style.overflowY !== 'auto');
}).map(name => name.textContent.slice(0, 40))"""
"""Favourites that are not there to the end: what is very long may scroll in its place."""
TALLEST_ROW = "Math.max(...[...document.querySelectorAll('.row')].map(row => row.getBoundingClientRect().height))"
ROW = 160
"""A row of a list keeps its height however long the name, so that the list stays one."""


def call(scenario: Scenario, title: str, artist: str) -> None:
    scenario.called = {
        "title": title,
        "artist": artist,
        "album": title,
        "name": artist,
        "filename": f"{title[:200]}.zip",
    }


async def holds(page: Page, title: str, artist: str) -> None:
    """What holds of every page."""
    assert await page.evaluate(BARE, [[title.strip()[:12], artist.strip()[:12]]]) == []
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        assert await sideways(page) <= 0, width


@pytest.mark.parametrize("name", list(HARD))
async def test_in_favourites_lists_and_what_stands_below(name: str, open_page: Open, scenario: Scenario) -> None:
    call(scenario, *HARD[name])
    page = await open_page()
    await page.locator(".row").first.wait_for()
    await to_the_end(page)
    await holds(page, *HARD[name])
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        assert await page.locator(".trio .name").evaluate_all(CUT) == []
        assert await page.evaluate(TALLEST_ROW) <= ROW


@pytest.mark.parametrize("name", list(HARD))
async def test_in_the_sheet_of_a_row(name: str, open_page: Open, scenario: Scenario) -> None:
    title, artist = HARD[name]
    call(scenario, title, artist)
    page = await open_page(width=320)
    await page.locator(".row .door").first.click()
    sheet = page.get_by_role("dialog")
    await expect(sheet.locator(".plays li").first).to_be_visible()
    assert (await sheet.locator(".detail-title bdi").first.inner_text()).strip() == title.strip()
    assert await sheet.evaluate("sheet => sheet.scrollWidth - sheet.clientWidth") <= 0
    await holds(page, title, artist)
    assert await axe_findings(page) == []


@pytest.mark.parametrize("name", list(HARD))
@pytest.mark.parametrize("path", ["plays", "match", "imports", "import"])
async def test_on_the_other_pages(path: str, name: str, open_page: Open, scenario: Scenario) -> None:
    title, artist = HARD[name]
    call(scenario, title, artist)
    scenario.upload = made_up_imports.upload("reading", made_up_imports.FILES[:2], 0.4)
    paths = {
        "plays": f"/plays/?track={quote(title[:3000])}&artist={quote(artist[:3000])}",
        "match": f"/?person={JON}&view=match",
        "imports": "/imports/",
        "import": f"/imports/?id={made_up_imports.UPLOAD_ID}",
    }
    page = await open_page(paths[path])
    await page.locator("main h1").first.wait_for()
    await page.wait_for_load_state("networkidle") if path != "import" else await page.locator(".top-track").wait_for()
    await holds(page, title, artist)


@pytest.mark.parametrize("name", list(HARD))
async def test_on_a_public_page(name: str, chromium: Browser) -> None:
    title, artist = HARD[name]
    context = await new_context(chromium)
    page = await context.new_page()
    await page.set_content(public(title, artist))
    assert (await page.locator(".name").first.inner_text()).strip() == title.strip()
    await holds(page, title, artist)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        assert await page.locator(".name").evaluate_all(CUT) == []
    assert await axe_findings(page) == []
    await context.close()


def public(title: str, artist: str) -> str:
    """A public page whose songs and artists are called so."""
    answer: Any = small_answer()
    track = msgspec.structs.replace(answer.top_tracks[0], title=title, artist=artist, album=title)
    whose = msgspec.structs.replace(answer.top_artists[0], name=artist)
    answer = msgspec.structs.replace(
        answer, favourites=Favourites(track=track, artist=whose), top_tracks=[track] * 3, top_artists=[whose] * 3
    )
    shown = Shown(
        report=wrapped_of(
            answer, items_of(answer), Whose("a" * 32, artist[:100], None, "UTC", "other"), {}, "complete"
        ),
        card=card_of(answer, artist[:100], EN),
        url="https://nachklang.example/s/0",
        created_at=datetime(2026, 11, 24, tzinfo=UTC),
        language=EN,
    )
    return page_of(shown, STYLE.read_text("utf-8"))
