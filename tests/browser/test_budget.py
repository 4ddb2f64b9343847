"""What the first view may cost (page.md, section 12), and that the export keeps to the content policy."""

from __future__ import annotations

import gzip
import re
from collections import Counter

import pytest
from playwright.async_api import Browser, Page, Response

from tests.browser.chromium import new_context
from tests.browser.fixture_server import OUT, FixtureServer
from tests.browser.scenario import Scenario

KB = 1000
LIMITS = {"script": 200 * KB, "stylesheet": 20 * KB}
FONTS = 80 * KB


async def weigh(page: Page, url: str) -> dict[str, int]:
    """Bytes of the first view by kind of resource: fonts as they are, the rest as gzip sends it."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - Playwright takes no built-in
    await page.goto(url)
    await page.locator("main h1").first.wait_for()
    await page.wait_for_load_state("networkidle")
    sizes: Counter[str] = Counter()
    for response in responses:
        kind = response.request.resource_type
        if response.ok and kind in (*LIMITS, "font"):
            body = await response.body()
            sizes[kind] += len(body) if kind == "font" else len(gzip.compress(body))
    return sizes


@pytest.mark.parametrize("path", ["/", "/plays/", "/imports/", "/settings/", "/story/", "/join/#made-up-secret"])
async def test_first_view_stays_within_its_budget(
    path: str, chromium: Browser, server: FixtureServer, scenario: Scenario
) -> None:
    context = await new_context(chromium)
    sizes = await weigh(await context.new_page(), server.url + path)
    await context.close()
    assert sizes["script"] > 0
    assert {kind: size for kind, size in sizes.items() if size > LIMITS.get(kind, size)} == {}


async def test_latin_text_needs_two_font_files(chromium: Browser, server: FixtureServer, scenario: Scenario) -> None:
    scenario.signed_in = False
    context = await new_context(chromium)
    sizes = await weigh(await context.new_page(), server.url + "/")
    await context.close()
    assert 0 < sizes["font"] <= FONTS


def test_the_export_has_no_inline_styles() -> None:
    """Its styles are files: a style in the markup would ask for a weaker policy."""
    pages = {page.name: page.read_text("utf-8") for page in OUT.rglob("*.html")}
    assert pages
    assert [name for name, text in pages.items() if re.search(r"<style|<[a-z][^>]*\sstyle=", text)] == []
