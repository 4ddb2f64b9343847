"""How the page looks: what README and guide show, made-up data only, and what the page is compared with.

`python -m tests.browser.looks [NAME …]` draws the pictures in `docs/images` anew. Look at each before it is kept.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, Page

from tests.browser import made_up_imports
from tests.browser.chromium import WHOLE, new_context, running_chromium
from tests.browser.fixture_server import FixtureServer
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario

IMAGES = Path(__file__).resolve().parents[2] / "docs/images"
NOW = "2026-11-23T19:20:00Z"
PHONE: dict[str, Any] = {"width": 390, "height": 844}
DARK: dict[str, Any] = {"color_scheme": "dark"}
COLOURS = 256
DEADLINE = 20.0
AWAITED = """() => [...document.querySelectorAll('main .late, main [aria-busy=true], .artbox img:not(.seen)')]
  .map(place => place.getBoundingClientRect()).filter(box => box.bottom > 0 && box.top < innerHeight).length"""
"""How much of what can be seen stands in for what is still to come."""
SETTLE = """async () => {
  await document.fonts.ready
  const boxed = [...document.images].map(image => [image, image.getBoundingClientRect()])
  const seen = boxed.filter(([, box]) => box.bottom > 0 && box.top < innerHeight)
  await Promise.all(seen.map(([image]) => image.decode().catch(() => null)))
}"""
"""Letters and pictures that can be seen are there; what lies below comes when it is scrolled to."""


@dataclass(frozen=True)
class Look:
    path: str
    ready: str
    """What is there once everything is."""
    prepare: Callable[[Scenario], object] = lambda _: None
    options: dict[str, Any] = field(default_factory=dict)
    part: str | None = None
    """Only this of the page."""


def _signed_out(scenario: Scenario) -> None:
    scenario.signed_in = False


def _without_feed(scenario: Scenario) -> None:
    scenario.parts["feed"] = "empty"


def _quiet_in_german(scenario: Scenario) -> None:
    scenario.parts["history"] = "empty"
    scenario.me["locale"] = "de"


def _reading(scenario: Scenario) -> None:
    scenario.upload = made_up_imports.upload("reading", made_up_imports.FILES[:3], 0.68)


def _broken_list(scenario: Scenario) -> None:
    scenario.parts.update(wrapped="error", feed="empty")


_IMPORT = f"/imports/?id={made_up_imports.UPLOAD_ID}"
_TWO_YEARS = "from=2025-11-24&to=2026-11-23&vs_from=2024-11-24&vs_to=2025-11-23"
_WHOLE = "main:has(.strip-foot):has(button.whose)"
"""The head of a window with what comes to it late."""
LOOKS = {
    "start": Look("/", "main h1", _signed_out),
    "start-phone": Look("/", "main h1", _signed_out, {**PHONE, **DARK}),
    "quiet-german": Look("/", "main:has(button.whose) .drop.ready", _quiet_in_german, {"locale": "de-DE"}),
    "import": Look(_IMPORT, ".figure", _reading),
    "import-phone": Look(_IMPORT, ".acct", options={**PHONE, **DARK}),
    "listening": Look("/", f"{_WHOLE} .row img.seen >> nth=2", _without_feed, {"height": 1240}),
    "listening-phone": Look("/", f"{_WHOLE} .trio img.seen", _without_feed, {**PHONE, **DARK}),
    "night": Look("/", ".night .chart >> nth=3", part=".night"),
    "night-phone": Look("/", ".night .chart >> nth=3", options=PHONE, part=".night"),
    "plays": Look("/plays/?artist=June+Havel", ".plays li", options={"height": 700}),
    "match": Look(f"/?person={JON}&view=match", f"{_WHOLE} .match-row img.seen"),
    "compare": Look(f"/?{_TWO_YEARS}", f"{_WHOLE} .side-fav img.seen >> nth=3", _without_feed, {"height": 1240}),
    "export-phone": Look("/export/", "main h1", options=PHONE),
    "settings": Look("/settings/", "#sharing"),
    "failure": Look("/", f"{_WHOLE} .err >> nth=1", _broken_list),
    "story-phone": Look("/story/", ".story-cover img.seen", options=PHONE),
}


async def taken(browser: Browser, server: FixtureServer, look: Look) -> Image.Image:
    """The page as it looks now."""
    server.scenario = Scenario()
    look.prepare(server.scenario)
    context = await new_context(browser, **look.options)
    page = await context.new_page()
    await page.clock.set_fixed_time(NOW)
    await page.goto(server.url + look.path)
    if look.part:
        await page.locator(".trio:not([aria-busy=true])").wait_for()
        await page.locator(".below-place, .night").first.evaluate("place => place.scrollIntoView()")
    if look.path.startswith("/story/"):
        await page.get_by_role("button", name="Next").click()
    await page.locator(look.ready).first.wait_for()
    async with asyncio.timeout(DEADLINE):
        while await page.evaluate(AWAITED):
            await asyncio.sleep(0.05)
        await page.evaluate(SETTLE)
    picture = await _shot(page, look)
    await context.close()
    server.scenario.end()
    return picture


async def _shot(page: Page, look: Look) -> Image.Image:
    shot = await (page.locator(look.part).screenshot() if look.part else page.screenshot())
    return Image.open(BytesIO(shot)).convert("RGB")


def kept(name: str) -> Path:
    return IMAGES / f"{name}.png"


async def draw(names: list[str]) -> None:
    """Draw the pictures of these names anew."""
    server = FixtureServer()
    IMAGES.mkdir(parents=True, exist_ok=True)
    async with running_chromium(WHOLE) as browser:
        for name in names:
            picture = await taken(browser, server, LOOKS[name])
            picture.quantize(COLOURS, dither=Image.Dither.NONE).save(kept(name), optimize=True)
    server.close()


if __name__ == "__main__":
    asyncio.run(draw(sys.argv[1:] or list(LOOKS)))
