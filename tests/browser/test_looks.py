"""The page looks as its reviewed pictures do: compared in cells, so that another machine's letters do not matter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.async_api import Browser

from tests.browser.chromium import WHOLE, running_chromium
from tests.browser.fixture_server import FixtureServer
from tests.browser.looks import LOOKS, kept, taken
from tests.browser.scenario import Scenario

CELL = 8
"""Pixels of a cell's edge: about the size of a letter."""
VISIBLE = 32
"""A cell whose mean differs by as much, of 255, looks different."""
MOST = 0.004
"""Such a part of all cells may differ: a few letters of a script that the system sets."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """The part of the cells that look different; everything, where the sizes differ."""
    if one.size != other.size:
        return 1.0
    bands = ImageChops.difference(one.reduce(CELL), other.reduce(CELL)).split()
    worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).histogram()
    return sum(worst[VISIBLE:]) / sum(worst)


@pytest.fixture(scope="module")
async def whole_chromium() -> AsyncIterator[Browser]:
    """What the pictures were drawn with: the headless shell sets letters a hair's breadth beside."""
    async with running_chromium(WHOLE) as browser:
        yield browser


@pytest.mark.parametrize("name", list(LOOKS))
async def test_the_page_looks_as_it_was_reviewed(
    name: str, whole_chromium: Browser, server: FixtureServer, scenario: Scenario, tmp_path: Path
) -> None:
    now = await taken(whole_chromium, server, LOOKS[name])
    now.save(tmp_path / f"{name}.png")
    reviewed = Image.open(kept(name)).convert("RGB")
    differs = difference(reviewed, now)
    assert differs <= MOST, f"{differs:.2%} of it changed: compare {tmp_path / name}.png with {kept(name)}"


def test_what_moved_by_a_line_looks_different() -> None:
    page = Image.open(kept("listening")).convert("RGB")
    assert difference(page, page) == 0
    assert difference(page, ImageChops.offset(page, 0, 24)) > MOST
    assert difference(page, page.crop((0, 0, page.width, page.height - CELL))) == 1
